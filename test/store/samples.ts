import type { Ledger, Task } from '../../src/domain/index.ts'
import type { Snapshot } from '../../src/store/store.ts'

export const ledger = (n: number): Ledger => ({
  id: `${n}`,
  name: `某市安全生产重点任务分工表（${n}）`,
  short: `安全生产${n}`,
  year: 2020,
  file: `分工表${n}.txt`,
  importedAt: '2020-01-05T01:00:00.000Z',
  archived: false,
  openness: 'internal',
  verification: 'none',
})

export const task = (n: number, ledgerId = '0'): Task => ({
  id: `t${n}`,
  ledgerId,
  no: `${n + 1}`,
  path: ['一、压实安全责任', '（一）开展隐患排查'],
  title: n % 2 === 0 ? null : `第${n}项隐患排查`,
  content: `对重点行业领域开展第${n}轮隐患排查治理，建立问题清单和整改台账，实行销号管理，确保整改到位。`,
  lead: ['市应急局'],
  cooperating: ['市消防救援支队', '各区政府'],
  timing: '2020年6月底前',
  milestones: [{ due: '2020-06-30', start: null, recurs: null, ongoing: false, what: null }],
  contacts: [{ role: '承办人', name: '某某', office: '综合处', phone: null }],
  source: { file: `分工表${ledgerId}.txt`, row: n + 2 },
  doubts: [],
  status: 'not-started',
  progress: 0,
  extensions: 0,
  reports: [],
  importedOn: '2020-01-05',
})

/** One ledger with so many tasks. */
export const stateOf = (tasks: number): Snapshot => ({
  ledgers: [ledger(0)],
  tasks: Array.from({ length: tasks }, (_, n) => task(n)),
  groups: [],
  people: [],
})

/** A change that adds task n. */
export const addTask =
  (n: number) =>
  (state: Snapshot): Snapshot => ({ ...state, tasks: [...state.tasks, task(n)] })
