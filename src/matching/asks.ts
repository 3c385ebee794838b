import type { Cue } from '../text/lexicon.ts'
import type { Item } from './items.ts'
import type { Ask, Role } from './reading.ts'

/** Lexicon categories that ask for something by themselves. */
const ASK_CATEGORIES: [string, Ask][] = [
  ['when', 'when'],
  ['days-left', 'days-left'],
  ['count', 'count'],
  ['quantity', 'quantity'],
  ['list', 'list'],
  ['all-tasks', 'list'],
  ['which', 'which'],
  ['detail', 'detail'],
  ['progress', 'progress'],
  ['overview', 'overview'],
  ['nearest', 'nearest'],
  ['furthest', 'furthest'],
  ['why', 'why'],
  ['help', 'help'],
  ['ledgers', 'ledgers'],
  ['switch-ledger', 'switch-ledger'],
  ['verify', 'verify'],
  ['doubts', 'doubts'],
  ['explain', 'explain'],
  ['wrong', 'wrong'],
  ['undo-import', 'undo-import'],
  ['withdraw', 'withdraw'],
  ['waiting', 'waiting'],
  ['bind-group', 'bind-group'],
  ['unbind-group', 'unbind-group'],
  ['open-circular', 'open-circular'],
  ['close-circular', 'close-circular'],
  ['foreign', 'foreign'],
  ['more', 'more'],
  ['previous-page', 'previous-page'],
]

/** The column words by which contacts are asked for, as importers name them. */
const CONTACT_CATEGORIES: [string, string | null][] = [
  ['contact', null],
  ['contact-handler', '承办人'],
  ['contact-liaison', '联络员'],
  ['contact-leader', '分管领导'],
  ['contact-office', '责任处室'],
]

interface Meaning {
  asks: readonly Ask[]
  contact: boolean
  contactRoles: readonly string[]
  who: boolean
}

// cues of one word share their categories, so that these are gone through once a word and not once a question
const meanings = new WeakMap<readonly string[], Meaning>()

const meaningOf = ({ categories }: Cue): Meaning => {
  let meaning = meanings.get(categories)
  if (meaning === undefined) {
    const contacts = CONTACT_CATEGORIES.filter(([category]) => categories.includes(category))
    meaning = {
      asks: ASK_CATEGORIES.filter(([category]) => categories.includes(category)).map(([, ask]) => ask),
      contact: contacts.length > 0,
      contactRoles: contacts.flatMap(([, role]) => (role === null ? [] : [role])),
      who: categories.includes('who') || categories.includes('who-any'),
    }
    meanings.set(categories, meaning)
  }
  return meaning
}
const DEMANDED = /要求|目标|达到|提高|提升|控制|不[低少]于|要到/

/** What is asked, from the cue words and from whether 谁 has been bound. */
export const readAsks = (
  items: readonly Item[],
  whoRole: Role | null,
  text: string,
): { asks: Set<Ask>; contactRoles: string[] } => {
  const asks = new Set<Ask>()
  const contactRoles: string[] = []
  for (const item of items) {
    if (item.kind !== 'cue') continue
    const meaning = meaningOf(item.cue)
    for (const ask of meaning.asks) asks.add(ask)
    if (meaning.contact) asks.add('contact')
    for (const role of meaning.contactRoles) if (!contactRoles.includes(role)) contactRoles.push(role)
    if (meaning.who) asks.add('who')
  }
  if (whoRole !== null) asks.add('who')
  // 办结率要达到多少: of one task; 办结率多少: of them all
  if (asks.has('quantity') && asks.has('overview')) asks.delete(DEMANDED.test(text) ? 'overview' : 'quantity')
  return { asks, contactRoles }
}
