// Whether one reply of `chat --json` meets one expectation, and how it fails.
import { digits, fold, list } from './compare.mjs'

const squeeze = (text) =>
  String(text ?? '')
    .normalize('NFKC')
    .replace(/\s/g, '')
const dayOf = (value) =>
  String((typeof value === 'object' && value ? (value.date ?? value.due) : value) ?? '').slice(0, 10)
const nameOf = (value) => (typeof value === 'object' && value ? (value.name ?? value.unit) : value)
const refuses = (reply) => reply.intent === 'unknown' || reply.intent === 'silent'
const gives = (reply) => ['tasks', 'units', 'dates', 'contacts'].some((field) => list(reply[field]).length > 0)
const subset = (a, b) => a.every((value) => b.includes(value))

const checkTasks = (expect, reply, context) => {
  const found = list(reply.tasks).map((task) => context.find(task))
  const keys = [...new Set(found.flat())]
  const strange = found.some((match) => match.length === 0)
  const is = (wanted, optional = []) =>
    !strange && subset(wanted, keys) && keys.every((key) => wanted.includes(key) || optional.includes(key))
  const told = strange ? `${keys.join(' ')} and one that is in no ledger` : keys.join(' ') || 'none'
  const wrong = []
  if (expect.tasks && !is(expect.tasks, expect.optional)) {
    const nth = expect.nth && list(context.previous?.tasks)[expect.nth - 1]
    if (!nth || !is(context.find(nth))) wrong.push(`tasks ${told}; expected ${expect.tasks.join(' ') || 'none'}`)
  }
  if (expect.must && !subset(expect.must, keys))
    wrong.push(`tasks ${told}; lacks ${expect.must.filter((key) => !keys.includes(key)).join(' ')}`)
  const banned = keys.filter((key) => list(expect.mustNot).includes(key))
  if (banned.length) wrong.push(`tasks that do not belong: ${banned.join(' ')}`)
  if (expect.within && !(subset(keys, expect.within) && !strange))
    wrong.push(`tasks ${told}; expected only some of ${expect.within.join(' ')}`)
  if (expect.tasksIfAny && found.length && !is(expect.tasksIfAny)) wrong.push(`counts, but lists ${told}`)
  return wrong.map((message) => ({ kind: 'tasks', message }))
}

const checkNames = (kind, wanted, got) => {
  const [w, g] = [wanted.map(fold), got.map(fold)]
  return subset(w, g) && subset(g, w)
    ? []
    : [{ kind, message: `${kind} ${got.join('、') || 'none'}; expected ${wanted.join('、') || 'none'}` }]
}

const checkDates = (wanted, reply, context) => {
  const got = [...new Set(list(reply.dates).map(dayOf).filter(Boolean))]
  const agrees = (a, b) => a === b || (a.startsWith('XXXX') && a.slice(4) === b.slice(4))
  const starts = context.gold
    .flatMap((task) => task.milestones)
    .filter((m) => wanted.includes(m.due))
    .map((m) => m.start)
  const right =
    wanted.every((day) => got.some((g) => agrees(g, day))) &&
    got.every((g) => starts.includes(g) || wanted.some((day) => agrees(g, day)))
  return right
    ? []
    : [{ kind: 'dates', message: `dates ${got.join(' ') || 'none'}; expected ${wanted.join(' ') || 'none'}` }]
}

const checkContacts = (expect, reply) => {
  const got = list(reply.contacts).map((c) => ({ name: fold(nameOf(c)), phone: digits(c?.phone) }))
  const wrong = []
  for (const { name, phone } of expect.contacts) {
    const same = got.filter((c) => c.name === fold(name))
    if (!same.length) wrong.push(`contact ${name} is missing`)
    else if (phone && !same.some((c) => c.phone === digits(phone)))
      wrong.push(`phone of ${name} is ${same[0].phone || 'missing'}`)
  }
  const fine = [...expect.contacts.map((c) => c.name), ...list(expect.contactsMay)].map(fold)
  const others = got.filter((c) => c.name && !fine.includes(c.name))
  if (others.length) wrong.push(`other contacts: ${others.map((c) => c.name).join(' ')}`)
  return wrong.map((message) => ({ kind: 'contacts', message }))
}

const checkText = (expect, reply) => {
  const text = squeeze(reply.text)
  const has = (words) => words.split('|').some((word) => text.includes(squeeze(word)))
  return [
    ...list(expect.textHas)
      .filter((words) => !has(words))
      .map((words) => ({ kind: 'text', message: `the text lacks ${words}` })),
    ...list(expect.textLacks)
      .filter(has)
      .map((words) => ({ kind: 'text', message: `the text has ${words}` })),
  ]
}

/** All that is wrong with a reply, for one expectation without its alternatives. */
const faults = (expect, reply, context) => {
  const wrong = []
  if (expect.unknown) {
    if (gives(reply)) wrong.push({ kind: 'unknown', message: 'answers what it should not' })
  } else if (!expect.needs && refuses(reply)) wrong.push({ kind: 'refused', message: `intent ${reply.intent}` })
  if (expect.needs && !expect.needs.split('|').includes(reply.needs)) {
    wrong.push({ kind: 'needs', message: `needs ${reply.needs ?? 'nothing'}; expected ${expect.needs}` })
  }
  wrong.push(...checkTasks(expect, reply, context))
  if (expect.total !== undefined && reply.total !== expect.total)
    wrong.push({ kind: 'total', message: `total ${reply.total}; expected ${expect.total}` })
  if (expect.units) wrong.push(...checkNames('units', expect.units, [...new Set(list(reply.units).map(nameOf))]))
  if (expect.dates) wrong.push(...checkDates(expect.dates, reply, context))
  if (expect.contacts) wrong.push(...checkContacts(expect, reply))
  wrong.push(...checkText(expect, reply))
  return wrong
}

const CONTRADICTS = ['tasks', 'units', 'dates', 'contacts', 'total', 'unknown', 'needs']

/**
 * Judges a reply. `confident`: it failed though it asked nothing back and did not say that it does not understand,
 * and what it gave contradicts the expectation. `none`: it failed by saying that there is nothing.
 * @param {object} expect with its alternatives under `alt`
 * @param {object | null | undefined} reply
 * @param {{gold: object[], find: Function, previous?: object | null}} context
 * @returns {{pass: boolean, why?: string, confident?: boolean, none?: boolean}}
 */
export const judge = (expect, reply, context) => {
  if (!reply || typeof reply !== 'object') return { pass: false, why: 'no reply' }
  const wrong = faults(expect, reply, context)
  if (!wrong.length || list(expect.alt).some((other) => !faults(other, reply, context).length)) return { pass: true }
  const speaks = !refuses(reply) && !reply.needs && wrong.some((fault) => CONTRADICTS.includes(fault.kind))
  const gave = gives(reply) || (expect.total !== undefined && reply.total > 0)
  return {
    pass: false,
    why: wrong.map((fault) => fault.message).join('; '),
    confident: speaks && gave,
    none: speaks && !gave && !wrong.some((fault) => fault.kind === 'unknown' || fault.kind === 'needs'),
  }
}
