// The small language in which a case says how its expectation was computed, applied to the gold tasks:
//   lead('省司法厅') and due('2023-05-01','2023-05-31') and not no('（十）2')
// Predicates are listed in `predicates` below; `and`, `or`, `not` and parentheses combine them.
import { nextDue, occursWithin } from './occurrences.mjs'

/** @typedef {{key: string, no: string, ledger: string, path: string[], content: string, lead: string[],
 *   cooperating: string[], units: string[], milestones: object[], contacts: object[]}} GoldTask */

const any = (list, names) => names.some((name) => list.includes(name))
const dated = (task, test) => task.milestones.some((m) => m.due !== null && test(m))

/** @type {Record<string, (...args: string[]) => (task: GoldTask, today: string) => boolean>} */
const predicates = {
  all: () => () => true,
  none: () => () => false,
  /** In any role. A body under a collective is written out: unit('石桥镇人民政府','各乡镇人民政府'). */
  unit:
    (...names) =>
    (task) =>
      any(task.units, names),
  lead:
    (...names) =>
    (task) =>
      any(task.lead, names),
  coop:
    (...names) =>
    (task) =>
      any(task.cooperating, names),
  no:
    (...numbers) =>
    (task) =>
      numbers.includes(task.key),
  ledger: (name) => (task) => task.ledger === name,
  /** Falls due in the period, both days included; a recurring one with its next occurrence from today. */
  due: (from, to) => (task, today) =>
    dated(task, (m) => {
      const day = nextDue(m, today)
      return day !== null && day >= from && day <= to
    }),
  /** Has any occurrence in the period, also a later one of something that recurs. */
  occurs: (from, to) => (task) => dated(task, (m) => occursWithin(m, from, to)),
  /** The same for the other readings of a cell that contradicts its text. */
  otherwiseDue: (from, to) => (task) =>
    task.milestones.some((m) => m.due_alt && m.due_alt >= from && m.due_alt <= to) ||
    (task.alt_milestones ?? []).flat().some((m) => m.due !== null && occursWithin(m, from, to)),
  overdue: () => (task, today) => dated(task, (m) => m.recurs === null && m.due < today),
  ongoing: () => (task) => task.milestones.some((m) => m.ongoing),
  recurring: () => (task) => task.milestones.some((m) => m.recurs !== null),
  undated: () => (task) => task.milestones.length === 0,
  /** The text or the headings above it match. */
  says: (pattern) => {
    const re = new RegExp(pattern, 'u')
    return (task) => re.test(task.path.join(' ') + task.content)
  },
  contact: (name) => (task) => task.contacts.some((c) => c.name === name),
}

const TOKEN = /\s*(?:(and|or|not)\b|([a-zA-Z]+)\(|'([^']*)'|([(),]))/uy

/** Cuts an expression into tokens; throws where it cannot be read. */
const tokenize = (text) => {
  const tokens = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const at = TOKEN.lastIndex
    const found = TOKEN.exec(text)
    if (!found) throw new Error(`cannot read the filter at: ${text.slice(at)}`)
    const [, word, call, string, sign] = found
    if (word) tokens.push({ kind: word })
    else if (call) tokens.push({ kind: 'call', name: call })
    else if (string !== undefined) tokens.push({ kind: 'string', value: string })
    else tokens.push({ kind: sign })
  }
  return tokens
}

/**
 * Compiles an expression to a test of one gold task on one day.
 * @param {string} text
 * @returns {(task: GoldTask, today: string) => boolean}
 */
export const compileFilter = (text) => {
  const tokens = tokenize(text)
  let next = 0
  const take = (kind) => {
    if (tokens[next]?.kind !== kind) throw new Error(`expected ${kind} in the filter: ${text}`)
    return tokens[next++]
  }
  const either = () => {
    let left = both()
    while (tokens[next]?.kind === 'or') {
      next++
      const [l, r] = [left, both()]
      left = (t, d) => l(t, d) || r(t, d)
    }
    return left
  }
  const both = () => {
    let left = one()
    while (tokens[next]?.kind === 'and') {
      next++
      const [l, r] = [left, one()]
      left = (t, d) => l(t, d) && r(t, d)
    }
    return left
  }
  const one = () => {
    if (tokens[next]?.kind === 'not') {
      next++
      const inner = one()
      return (t, d) => !inner(t, d)
    }
    if (tokens[next]?.kind === '(') {
      next++
      const inner = either()
      take(')')
      return inner
    }
    const { name } = take('call')
    const args = []
    while (tokens[next]?.kind === 'string') {
      args.push(take('string').value)
      if (tokens[next]?.kind === ',') next++
    }
    take(')')
    const predicate = predicates[name]
    if (!predicate) throw new Error(`no such predicate: ${name} in ${text}`)
    return predicate(...args)
  }
  const whole = either()
  if (next < tokens.length) throw new Error(`something is left over in the filter: ${text}`)
  return whole
}
