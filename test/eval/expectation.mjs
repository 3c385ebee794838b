// Turns the `filter` of a turn into its expectation. A filter is one or more alternatives joined by ` ELSE `, each a
// list of clauses joined by `; `:
//   tasks|optional|must|may|within := EXPRESSION     (may: what else a topic's answer may hold; the rest is mustNot)
//   count := EXPRESSION                              total, and these tasks if it lists any
//   units := lead|coop|all of EXPRESSION, or names in quotes
//   dates := EXPRESSION, or days in quotes            their due days, recurring ones with the next
//   contacts|people := ROLE,ROLE of EXPRESSION       with or without phones; others of the same tasks are allowed
//   needs|text|textLacks := 'a|b','c'   nth := 2   unknown
import { compileFilter } from './filter.mjs'
import { nextDue } from './occurrences.mjs'

const unique = (list) => [...new Set(list)]
const strings = (text) => [...text.matchAll(/'([^']*)'/g)].map((m) => m[1])

/** Clauses whose right side is an expression and whose expectation is the numbers of the tasks it picks. */
const NUMBERS = new Set(['tasks', 'optional', 'must', 'may', 'within', 'count'])

const unitsOf = (side, pick) => {
  const [, role, expression] = /^(lead|coop|all) of (.+)$/.exec(side) ?? []
  if (!role) return strings(side)
  const field = { lead: 'lead', coop: 'cooperating', all: 'units' }[role]
  return unique(pick(expression).flatMap((task) => task[field]))
}

const contactsOf = (side, pick, withPhone) => {
  const [, roles, expression] = /^(\S+) of (.+)$/.exec(side) ?? []
  const all = pick(expression).flatMap((task) => task.contacts)
  const wanted = all.filter((c) => roles.split(',').includes(c.role))
  const contacts = unique(wanted.map((c) => JSON.stringify({ name: c.name, phone: withPhone ? c.phone : null }))).map(
    (c) => JSON.parse(c),
  )
  const named = new Set(contacts.map((c) => c.name))
  return { contacts, contactsMay: unique(all.map((c) => c.name)).filter((name) => !named.has(name)) }
}

const alternative = (text, gold, today) => {
  const pick = (expression) => {
    const test = compileFilter(expression)
    return gold.filter((task) => test(task, today))
  }
  const expect = {}
  for (const clause of text.split(/;\s+/)) {
    const [, name, side] = /^(\w+)(?:\s*:=\s*(.*))?$/su.exec(clause.trim()) ?? []
    if (NUMBERS.has(name)) expect[name] = pick(side).map((task) => task.key)
    else if (name === 'units') expect.units = unitsOf(side, pick)
    else if (name === 'dates' && side.startsWith("'")) expect.dates = strings(side)
    else if (name === 'dates')
      expect.dates = unique(pick(side).flatMap((t) => t.milestones.map((m) => nextDue(m, today))))
        .filter(Boolean)
        .sort()
    else if (name === 'contacts' || name === 'people')
      Object.assign(expect, contactsOf(side, pick, name === 'contacts'))
    else if (name === 'needs') expect.needs = strings(side)[0]
    else if (name === 'text') expect.textHas = strings(side)
    else if (name === 'textLacks') expect.textLacks = strings(side)
    else if (name === 'nth') expect.nth = Number(side)
    else if (name === 'unknown') expect.unknown = true
    else throw new Error(`cannot read the clause: ${clause}`)
  }
  if (expect.count) {
    expect.total = expect.count.length
    expect.tasksIfAny = expect.count
    delete expect.count
  }
  if (expect.optional) expect.optional = expect.optional.filter((key) => !expect.tasks.includes(key))
  if (expect.must) {
    const fine = new Set([...expect.must, ...(expect.may ?? [])])
    expect.mustNot = gold.map((task) => task.key).filter((key) => !fine.has(key))
    delete expect.may
  }
  return expect
}

/**
 * @param {string} filter what is right, in the language above
 * @param {object[]} gold tasks of all ledgers of the case, with `key` and `ledger`
 * @param {string} today `YYYY-MM-DD`
 * @returns {object} the expectation, its alternatives under `alt`
 */
export const expectationOf = (filter, gold, today) => {
  const [first, ...others] = filter.split(' ELSE ').map((text) => alternative(text, gold, today))
  return others.length ? { ...first, alt: others } : first
}
