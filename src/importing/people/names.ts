import { dataFile } from '../../data.ts'
import { squeeze } from '../cell-text.ts'

interface PeopleFile {
  surnames: string
  compoundSurnames: string[]
  officeEnds: string[]
  posts: string[]
}

const load = dataFile<PeopleFile>('people.json')

interface Lexicon {
  surnames: ReadonlySet<string>
  compound: ReadonlySet<string>
  officeEnds: readonly string[]
  posts: RegExp
}

let lexicon: Lexicon | undefined
const words = (): Lexicon => {
  if (lexicon) return lexicon
  const file = load()
  const posts = [...file.posts].sort((a, b) => b.length - a.length)
  lexicon = {
    surnames: new Set(file.surnames),
    compound: new Set(file.compoundSurnames),
    officeEnds: file.officeEnds,
    posts: new RegExp(`(?:${posts.join('|')})`, 'gu'),
  }
  return lexicon
}

const NAME = /^\p{Script=Han}{2,4}$|^\p{Script=Han}{1,8}·\p{Script=Han}{1,8}$/u

/** How sure one can be that this is a person's name: 0 not at all, 1 by its shape, 2 by a known surname. */
export const nameLikelihood = (text: string): 0 | 1 | 2 => {
  if (!NAME.test(text)) return 0
  if (text.includes('·')) return 2
  const { surnames, compound } = words()
  if (compound.has(text.slice(0, 2))) return text.length > 2 ? 2 : 0
  return text.length <= 3 && surnames.has(text[0] as string) ? 2 : text.length <= 3 ? 1 : 0
}

/** Ends that hardly any given name has; 科 is one of some (登科). */
const OFFICE_ONLY = /[处股室局厅委部队]$|中心$/u

/** An office by its end, where a name of the same shape is unlikely. `more`: something that could be its name follows. */
export const isOffice = (text: string, more: boolean): boolean =>
  (text.length > 2 && OFFICE_ONLY.test(text)) || (endsLikeOffice(text) && (more || nameLikelihood(text) < 2))

export const endsLikeOffice = (text: string): boolean => words().officeEnds.some((end) => text.endsWith(end))

/** Takes off posts (副局长, 党组成员) that stand before, behind or in brackets after a name. */
export const withoutPosts = (text: string): string => {
  const bare = text.replace(/[（(][^（）()]*[）)]/gu, (bracket) => (words().posts.test(bracket) ? '' : bracket))
  words().posts.lastIndex = 0
  return bare.replace(words().posts, '')
}

const EDGE_MARKS = /[：:，,、；;（）()\-—]+$|^[：:，,、；;（）()\-—]+/gu

export interface Person {
  name: string
  office: string | null
}

/**
 * Parts an office from the name that follows it, also where they are glued together (综合监督处某某). `name` is
 * empty where only an office stands there.
 */
export const splitPerson = (text: string): Person => {
  const whole = squeeze(text).replace(EDGE_MARKS, '')
  if (whole === '') return { name: '', office: null }
  if (isOffice(whole, false)) return { name: '', office: whole }
  if (nameLikelihood(whole) === 2 && whole.length <= 3) return { name: whole, office: null }
  const cut = [2, 3, 4]
    .filter((length) => whole.length - length >= 2)
    .map((length) => ({ office: whole.slice(0, -length), name: whole.slice(-length) }))
    .filter(({ office, name }) => endsLikeOffice(office.replace(EDGE_MARKS, '')) && nameLikelihood(name) > 0)
    .sort((a, b) => nameLikelihood(b.name) - nameLikelihood(a.name) || b.name.length - a.name.length)[0]
  if (cut) return { name: cut.name, office: cut.office.replace(EDGE_MARKS, '') }
  if (nameLikelihood(whole) > 0 && !endsLikeOffice(whole)) return { name: whole, office: null }
  return endsLikeOffice(whole) ? { name: '', office: whole } : { name: whole.slice(0, 20), office: null }
}
