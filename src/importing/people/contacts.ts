import type { Contact } from '../../domain/index.ts'
import { isVoid, linesOf, squeeze } from '../cell-text.ts'
import { isOffice, nameLikelihood, splitPerson, withoutPosts } from './names.ts'
import { findPhones } from './phones.ts'

const SEPARATOR = /[、，,；;／/]|[\s\u3000\u00a0]{1,}(?=\S{2,})/u
const LABEL =
  /(?:联系人|联络员|承办人|经办人|负责人|责任人|姓名|手机号?|联系电话|电话|办公电话|联系方式|Tel)\s*[：:]/giu

/** 张  力 is one name of two characters; 张力 王小明 are two people. */
const closeNames = (line: string): string =>
  line
    .replace(/(?<!\p{Script=Han})(\p{Script=Han})[ \u00a0\u3000]+(\p{Script=Han})(?!\p{Script=Han})/gu, '$1$2')
    // a spaced name right behind an office that it is glued to: 医政处张  力
    .replace(/([处科股室办局部心组队])(\p{Script=Han})[ \u00a0\u3000]+(\p{Script=Han})(?!\p{Script=Han})/gu, '$1$2$3')

/**
 * The people in a text without telephone numbers. Lines belong together (an office broken over lines, its head below)
 * until a name ends what has been read.
 */
const peopleIn = (text: string): { name: string; office: string | null }[] => {
  const people: { name: string; office: string | null }[] = []
  let pending = ''
  const parts = linesOf(text)
    .flatMap((line) => closeNames(line).split(SEPARATOR))
    .map((part) => squeeze(withoutPosts(part)))
    .filter((part) => part !== '')
  parts.forEach((part, i) => {
    const more = i < parts.length - 1
    const person = splitPerson(pending + part)
    if (more && (isOffice(pending + part, true) || nameLikelihood(person.name) === 0)) {
      pending += part
      return
    }
    people.push(person)
    pending = ''
  })
  if (pending !== '') people.push(splitPerson(pending))
  return people
}

/**
 * The people a cell names, each with the telephone number that follows it. Numbers are digits only; names have no
 * white space inside.
 * @param role the column's own word for them: 分管领导, 承办人 …
 */
export const readContacts = (cell: string, role: string): Contact[] => {
  if (isVoid(cell)) return []
  const text = cell.replace(LABEL, ' ')
  const contacts: Contact[] = []
  let from = 0
  const add = (part: string, phone: string | null): void => {
    const people = peopleIn(part.replace(/[：:]/gu, ' '))
    if (people.length === 0 && phone !== null) {
      const last = contacts.at(-1)
      // a second number of the same person is left where the first is known
      if (!last) contacts.push({ role, name: '', office: null, phone })
      else last.phone ??= phone
    }
    people.forEach((person, i) => {
      contacts.push({ role, ...person, phone: i === people.length - 1 ? phone : null })
    })
  }
  for (const phone of findPhones(text)) {
    add(text.slice(from, phone.from), phone.digits)
    from = phone.to
  }
  add(text.slice(from), null)
  return contacts
}
