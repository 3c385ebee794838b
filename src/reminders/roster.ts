import { type Day, dayOf, type GroupBinding, type Ledger, type Person, type Task } from '../domain/index.ts'
import type { Calendar } from './calendar.ts'
import type { LedgerFacts } from './due-reminders.ts'
import type { Lead, Policy } from './policy.ts'
import type { PutOff, Recipient, Roster } from './recipient.ts'
import type { Settings } from './settings.ts'

export interface RosterParts {
  ledgers: readonly Ledger[]
  people: readonly Person[]
  groups: readonly GroupBinding[]
  settings: Settings
  calendar: Calendar
  today: Day
  /** Every name under which the ledgers write a unit, or a collective that covers it. */
  namesOf: (unit: string) => readonly string[]
  /** First day of what is owed of ledgers that are not enabled: for showing what enabling would do. */
  asIfSince: Day
  /** Reckon all ledgers from `asIfSince` on, those enabled earlier as well. */
  afresh?: boolean
}

/** Roles of the ledgers' contacts who do the work or report on it. */
const HANDLES = /承办|经办|联络|上报|反馈|联系人/

const later = (a: Day, b: Day): Day => (a > b ? a : b)

/** Who stands in for a person on a day: the person, where nobody does. */
const standInFor = ({ id, deputies }: Person, today: Day): string =>
  deputies.findLast(({ from, until }) => from <= today && today <= until)?.person ?? id

const withLeads = (policy: Policy, leads: readonly Lead[], weekends: boolean): Policy => {
  if (leads.length === 0 && weekends) return policy
  const { recurring } = policy
  const before = [...policy.before, ...leads]
  return {
    ...policy,
    weekends: policy.weekends && weekends,
    before,
    recurring: {
      ...recurring,
      yearly: [...recurring.yearly, ...leads],
      quarterly: [...recurring.quarterly, ...leads],
    },
  }
}

/** Works out who is reminded of what. Cheap to ask for every task: units that lead together are looked up once. */
export const buildRoster = (parts: RosterParts): Roster & LedgerFacts => {
  const { ledgers, people, groups, settings, calendar, today, namesOf, asIfSince, afresh = false } = parts
  const policies = new Map<string, Policy>()
  const policyFor = (ledger: string, whom: string): Policy => {
    const [leads, weekends] = [settings.leads.get(whom) ?? [], !settings.noWeekends.has(whom)]
    const usual = settings.policyOf(ledger)
    if (leads.length === 0 && weekends) return usual
    const key = JSON.stringify([ledger, leads, weekends])
    const policy = policies.get(key) ?? withLeads(usual, leads, weekends)
    policies.set(key, policy)
    return policy
  }

  const active = people.filter(({ state }) => state === 'active')
  const byUnit = new Map<string, Person[]>()
  for (const person of active.filter(({ role }) => role === 'liaison'))
    for (const name of new Set(person.units.flatMap((unit) => [unit, ...namesOf(unit)])))
      byUnit.set(name, [...(byUnit.get(name) ?? []), person])
  // members of a unit are reminded of what the ledger names them for
  const members = new Map<string, Person[]>()
  for (const person of active.filter(({ role }) => role === 'member'))
    members.set(person.name, [...(members.get(person.name) ?? []), person])
  const memberUnits = new Map(
    active
      .filter(({ role }) => role === 'member')
      .map(({ id, units }) => [id, new Set(units.flatMap((unit) => [unit, ...namesOf(unit)]))]),
  )

  const live = new Map(ledgers.filter(({ archived }) => !archived).map((ledger) => [ledger.id, ledger]))
  const sinceOf = (ledger: string): Day => {
    return (afresh ? undefined : settings.enabled.get(ledger)) ?? asIfSince
  }
  const groupsOf = (ledger: string): GroupBinding[] =>
    groups.filter(
      ({ ledgers: bound, until }) =>
        (bound.length === 0 || bound.includes(ledger)) && (until === null || until >= today),
    )

  const personal = (person: Person, unit: string, ledger: string): Recipient => ({
    id: person.id,
    kind: 'person',
    to: standInFor(person, today),
    unit,
    policy: policyFor(ledger, person.id),
    calendar,
    since: later(sinceOf(ledger), dayOf(new Date(person.since))),
  })
  const ofUnits = (ledger: string, units: readonly string[]): Recipient[] =>
    units.flatMap((unit): Recipient[] => {
      const bound = byUnit.get(unit) ?? []
      if (bound.length > 0) return bound.map((person) => personal(person, unit, ledger))
      const policy = settings.policyOf(ledger)
      return [{ id: unit, kind: 'unit', to: unit, unit, policy, calendar, since: sinceOf(ledger) }]
    })
  const ofGroups = (ledger: string): Recipient[] =>
    groupsOf(ledger).map((group) => ({
      id: group.id,
      kind: 'group',
      to: group.id,
      unit: null,
      policy: policyFor(ledger, group.id),
      calendar,
      since: later(sinceOf(ledger), dayOf(new Date(group.boundAt))),
    }))

  const named = (task: Pick<Task, 'ledgerId' | 'lead' | 'contacts'>): Recipient[] =>
    task.contacts
      .filter(({ role }) => HANDLES.test(role))
      .flatMap(({ name }) => members.get(name) ?? [])
      .flatMap((person) => {
        const unit = task.lead.find((lead) => memberUnits.get(person.id)?.has(lead))
        return unit === undefined ? [] : [personal(person, unit, task.ledgerId)]
      })

  const known = new Map<string, Map<string, readonly Recipient[]>>()
  const shared = (ledger: string, units: readonly string[]): readonly Recipient[] => {
    const ofLedger = known.get(ledger) ?? new Map<string, readonly Recipient[]>()
    known.set(ledger, ofLedger)
    const key = units.length === 1 ? (units[0] as string) : units.join('\n')
    let found = ofLedger.get(key)
    if (found === undefined) {
      found = once([...ofUnits(ledger, units), ...ofGroups(ledger)])
      ofLedger.set(key, found)
    }
    return found
  }

  return {
    unverified: new Set([...live.values()].filter(({ verification }) => verification === 'open').map(({ id }) => id)),
    recipientsOf: (task) => {
      if (!live.has(task.ledgerId) || task.lead.length === 0) return []
      // 异议: until it is decided, whoever says that it does not lead is left alone
      const objecting = task.request?.kind === 'objection' ? task.request.unit : undefined
      if (objecting !== undefined)
        return shared(
          task.ledgerId,
          task.lead.filter((unit) => unit !== objecting),
        )
      const helpers = settings.policyOf(task.ledgerId).cooperating
      const units = helpers && task.cooperating.length > 0 ? [...task.lead, ...task.cooperating] : task.lead
      const all = shared(task.ledgerId, units)
      if (members.size === 0 || task.contacts.length === 0) return all
      const handlers = named(task)
      return handlers.length === 0 ? all : once([...all, ...handlers])
    },
    isSnoozed: (recipient, task, day) =>
      settings.snoozes
        .get(recipient)
        ?.some(
          ({ tasks, from, until }) =>
            day >= from && (until === null || day <= until) && (tasks === null || tasks.has(task)),
        ) ?? false,
    putOffs: (recipient, task) =>
      settings.snoozes
        .get(recipient)
        ?.flatMap(({ tasks, from, until }) => (until !== null && tasks?.has(task) ? [{ from, until }] : [])) ??
      NO_PUT_OFFS,
  }
}

const NO_PUT_OFFS: readonly PutOff[] = []

/** Each recipient once; who speaks for several units that lead together is told once. */
const once = (recipients: readonly Recipient[]): readonly Recipient[] => {
  const seen = new Set<string>()
  return recipients.filter(({ id }) => !seen.has(id) && seen.add(id))
}
