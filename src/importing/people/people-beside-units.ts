import type { Contact } from '../../domain/index.ts'
import { squeeze } from '../cell-text.ts'
import { readContacts } from './contacts.ts'
import { nameLikelihood } from './names.ts'
import { findPhones } from './phones.ts'

const BRACKET = /[（(]([^（）()]{2,40})[）)]/gu
const NAMES_PEOPLE =
  /(?:第一|直接|主要|牵头|具体)?(?:责任人|负责人|责任领导|分管领导|领导|联系人|联络员|承办人|经办人)/u

/** 市住建局（王某 138…）: who the heading of a column of units says stands there too, behind each of them. */
export const peopleBesideUnits = (cell: string, heading: string): { text: string; contacts: Contact[] } => {
  const role = NAMES_PEOPLE.exec(heading)?.[0]
  if (role === undefined || !/[（(]/u.test(cell)) return { text: cell, contacts: [] }
  const contacts: Contact[] = []
  const text = cell.replace(BRACKET, (bracket, inner: string) => {
    const phones = findPhones(inner)
    const names = squeeze(inner)
      .replace(/[\d\-—+]/gu, '')
      .split(/[、，,：:]/u)
      .filter((name) => name !== '')
    if (names.length === 0 || !names.every((name) => nameLikelihood(name) > 0)) return bracket
    contacts.push(
      ...(phones.length > 0 ? readContacts(inner, role) : names.flatMap((name) => readContacts(name, role))),
    )
    return ''
  })
  return { text, contacts }
}
