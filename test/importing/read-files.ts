import type { TaskDraft } from '../../src/domain/index.ts'
import type { ReadFile } from '../../src/importing/plan-import.ts'
import type { Snapshot } from '../../src/store/store.ts'

export const EMPTY: Snapshot = { ledgers: [], tasks: [], groups: [], people: [] }
export const NOW = new Date('2024-05-06T09:00:00+08:00')

export const draft = (no: string, content: string, more: Partial<TaskDraft> = {}): TaskDraft => ({
  no,
  path: [],
  title: null,
  content,
  lead: ['区应急局'],
  cooperating: [],
  timing: '2024年6月底前',
  milestones: [{ due: '2024-06-30', start: null, recurs: null, ongoing: false, what: null }],
  contacts: [],
  source: { file: 'x.txt', row: Number(no) + 3 },
  doubts: [],
  ...more,
})

export const file = (name: string, tasks: TaskDraft[], more: Partial<ReadFile['read']> = {}): ReadFile => ({
  file: `${name}.txt`,
  read: { name, short: name.slice(0, 4), year: 2024, tasks, doubts: [], ...more },
})

export const SAFETY = file('安全生产任务分工表', [draft('1', '修订应急预案'), draft('2', '排查燃气管道占压')])
export const BUSINESS = file('营商环境任务分工表', [draft('1', '压减企业开办时间')])
