import { type Item, isCue } from './items.ts'
import type { Ask, Role } from './reading.ts'

/** Lexicon categories that ask for something by themselves. */
const ASK_CATEGORIES: [string, Ask][] = [
  ['when', 'when'],
  ['days-left', 'days-left'],
  ['count', 'count'],
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
  ['withdraw', 'withdraw'],
  ['waiting', 'waiting'],
  ['bind-group', 'bind-group'],
  ['unbind-group', 'unbind-group'],
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

/** What is asked, from the cue words and from whether 谁 has been bound. */
export const readAsks = (items: readonly Item[], whoRole: Role | null): { asks: Set<Ask>; contactRoles: string[] } => {
  const asks = new Set<Ask>()
  const contactRoles: string[] = []
  for (const item of items) {
    for (const [category, ask] of ASK_CATEGORIES) if (isCue(item, category)) asks.add(ask)
    for (const [category, role] of CONTACT_CATEGORIES) {
      if (!isCue(item, category)) continue
      asks.add('contact')
      if (role !== null && !contactRoles.includes(role)) contactRoles.push(role)
    }
    if (isCue(item, 'who', 'who-any')) asks.add('who')
  }
  if (whoRole !== null) asks.add('who')
  return { asks, contactRoles }
}
