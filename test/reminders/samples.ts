import type { GroupBinding, Ledger, Milestone, Person, Task } from '../../src/domain/index.ts'
import type { PlanInput } from '../../src/reminders/plan.ts'
import { readSettings, type Setting, settingEntry } from '../../src/reminders/settings.ts'

export const milestone = (part: Partial<Milestone>): Milestone => ({
  due: null,
  start: null,
  recurs: null,
  ongoing: false,
  what: null,
  ...part,
})

export const due = (day: string, part: Partial<Milestone> = {}): Milestone => milestone({ due: day, ...part })

/** A task of the unit 市水务局, number 1, unless told otherwise. */
export const task = (part: Partial<Task> = {}): Task => ({
  id: `t${part.no ?? '1'}`,
  ledgerId: 'river',
  no: '1',
  path: [],
  title: '整治城区黑臭水体',
  content: '整治城区黑臭水体。',
  lead: ['市水务局'],
  cooperating: [],
  timing: '',
  milestones: [due('2020-12-31')],
  contacts: [],
  source: { file: '河湖.txt', row: 3 },
  doubts: [],
  status: 'not-started',
  progress: 0,
  extensions: 0,
  reports: [],
  importedOn: '2020-01-02',
  ...part,
})

export const ledger = (part: Partial<Ledger> = {}): Ledger => ({
  id: 'river',
  name: '2020年河湖治理任务分工表',
  short: '河湖治理',
  year: 2020,
  file: '河湖.txt',
  importedAt: '2020-01-02T01:00:00.000Z',
  archived: false,
  openness: 'internal',
  verification: 'none',
  ...part,
})

export const person = (part: Partial<Person> = {}): Person => ({
  id: 'slack:U1',
  name: '联络员甲',
  role: 'liaison',
  units: ['市水务局'],
  state: 'active',
  since: '2020-01-02T01:00:00.000Z',
  deputies: [],
  ...part,
})

export const group = (part: Partial<GroupBinding> = {}): GroupBinding => ({
  id: 'slack:C1',
  adapter: 'slack',
  conversation: 'C1',
  ledgers: ['river'],
  carries: 'internal',
  purpose: null,
  owner: null,
  boundAt: '2020-01-02T01:00:00.000Z',
  until: null,
  ...part,
})

export const settings = (...wishes: readonly (Setting | [Setting, at: string])[]) =>
  readSettings(
    wishes.map((wish, n) => {
      const [set, at] = Array.isArray(wish) ? wish : [wish, '2020-01-02T01:00:00.000Z']
      return settingEntry(set, null, `m${n}`, at)
    }),
  )

export const ENABLED: Setting = { what: 'ledger', ledger: 'river', on: true }

/** A plan over one enabled ledger, its unit bound to one person. */
export const input = (
  now: string,
  part: Partial<PlanInput> & { tasks?: Task[]; people?: Person[] } = {},
): PlanInput => {
  const { tasks = [task()], people = [person()], ...rest } = part
  return {
    snapshot: { ledgers: [ledger()], tasks, people, groups: [] },
    settings: settings(ENABLED),
    sent: new Set(),
    now: new Date(now),
    namesOf: (unit) => [unit],
    admins: [],
    ...rest,
  }
}
