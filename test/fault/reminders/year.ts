import { addDays, type Milestone, type Person, type Task } from '../../../src/domain/index.ts'
import type { Snapshot } from '../../../src/store/store.ts'
import { due, ledger, milestone, person, task } from '../../reminders/samples.ts'

/** How large an office is simulated, and for how long. */
export interface Year {
  tasks: number
  recipients: number
  /** First and last day. */
  from: string
  to: string
}

/** The channel that knows what it has sent, by the key; the other cannot tell. */
export const KNOWING = 'slack'
export const FORGETTING = 'wechat'

/** Every kind of date there is: fixed ones all over the year and beyond, all that comes round, work without a date. */
const milestonesOf = (n: number, { from }: Year): Milestone[] => {
  const day = addDays(from, (n * 37) % 380)
  if (n % 23 === 0) return [milestone({ ongoing: true })]
  if (n % 19 === 0) return [milestone({ recurs: 'monthly', anchor: '2020-01-25' })]
  if (n % 17 === 0) return [milestone({ recurs: 'yearly', due: `XXXX${day.slice(4)}` })]
  if (n % 13 === 0) return [milestone({ recurs: 'quarterly', anchor: '2020-03-31' })]
  if (n % 11 === 0) return [due(day), due(addDays(day, 45))]
  return [due(day)]
}

const taskOf = (n: number, year: Year): Task =>
  task({
    id: `t${n}`,
    no: String(n + 1),
    title: `第${n + 1}件事`,
    lead: [`单位${n % year.recipients}`],
    milestones: milestonesOf(n, year),
    importedOn: year.from,
  })

const personOf = (n: number, { from }: Year): Person =>
  person({
    id: `${n % 2 === 0 ? KNOWING : FORGETTING}:P${n}`,
    name: `联络员${n}`,
    units: [`单位${n}`],
    since: `${from}T00:00:00.000Z`,
  })

export const officeOf = (year: Year): Snapshot => ({
  ledgers: [ledger({ importedAt: `${year.from}T00:00:00.000Z` })],
  tasks: Array.from({ length: year.tasks }, (_, n) => taskOf(n, year)),
  people: Array.from({ length: year.recipients }, (_, n) => personOf(n, year)),
  groups: [],
})

/** Two working days on which the channel that forgets takes nothing, in the second month. */
export const isFailing = (channel: string, day: string, { from }: Year): boolean => {
  const first = addDays(from, 34)
  return channel === FORGETTING && day >= first && day <= addDays(first, 1)
}
