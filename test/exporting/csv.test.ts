import { expect, test } from '@jest/globals'
import type { Ledger, Task } from '../../src/domain/index.ts'
import { toCsv } from '../../src/exporting/csv.ts'
import { toTaskJson } from '../../src/exporting/task-json.ts'
import { mergeLedger } from '../../src/importing/merge-ledger.ts'
import { readText } from '../importing/ledgers.ts'

const TODAY = '2024-05-01'

const imported = (): { ledger: Ledger; task: Task } => {
  const read = readText(
    '2024年任务清单\n序号\t任务\t牵头单位\t联络员\t时限\n1\t=完成"普查"，上报结果\t市水务局\t陶敏13900000001\t每月25日前\n',
  )
  const { ledger, tasks } = mergeLedger(null, read, {
    file: '清单.txt',
    today: TODAY,
    now: '2024-05-01T09:00:00+08:00',
  })
  return { ledger, task: tasks[0] as Task }
}

test('a task as other programs read it', () => {
  const { ledger, task } = imported()
  expect(toTaskJson(task, ledger, TODAY)).toEqual({
    id: task.id,
    ledger: '2024年任务清单',
    no: '1',
    path: [],
    title: null,
    content: '=完成"普查"，上报结果',
    lead: ['市水务局'],
    cooperating: [],
    timing: '每月25日前',
    milestones: [{ due: '2024-01-25', start: null, recurs: 'monthly', ongoing: false, what: null }],
    contacts: [{ role: '联络员', name: '陶敏', office: null, phone: '13900000001' }],
    status: 'not-started',
    timeliness: 'on-time',
    light: 'green',
    progress: 0,
    extensions: 0,
    reports: [],
    source: { file: '测试台账.txt', row: 3 },
    doubts: [],
  })
})

test('the days on which something ended or was done are told where there are any', () => {
  const { ledger, task } = imported()
  const milestones = task.milestones.map((milestone) => ({
    ...milestone,
    until: '2024-12-25',
    done: '2024-04-24',
    anchor: '2024-01-25',
  }))
  expect(toTaskJson({ ...task, milestones }, ledger, TODAY).milestones[0]).toEqual({
    due: '2024-01-25',
    start: null,
    recurs: 'monthly',
    until: '2024-12-25',
    ongoing: false,
    done: '2024-04-24',
    what: null,
  })
})

test('CSV has a byte order mark, quotes, and no formulas', () => {
  const { ledger, task } = imported()
  const lines = toCsv([toTaskJson(task, ledger, TODAY)]).split('\r\n')
  expect(lines[0]).toMatch(/^\ufeff台账,序号,/u)
  expect(lines[1]).toContain(`,"'=完成""普查""，上报结果",市水务局,`)
  expect(lines).toHaveLength(3)
})

test.each([
  [{ due: 'XXXX-03-31', recurs: 'yearly' as const }, '每年 3月31日'],
  [{ due: '2024-01-25', recurs: 'monthly' as const }, '每月 2024-01-25'],
  [{ due: '2024-06-30', recurs: null }, '2024-06-30'],
  [{ due: null, recurs: null, ongoing: true }, '持续推进'],
])('CSV writes %j as %s', (milestone, cell) => {
  const { ledger, task } = imported()
  const milestones = [{ start: null, ongoing: false, what: null, ...milestone }]
  expect(toCsv([toTaskJson({ ...task, milestones }, ledger, TODAY)])).toContain(`,每月25日前,${cell},`)
})

test('what had passed at import is a doubt until somebody has answered (待核实)', () => {
  const { ledger, task } = imported()
  const milestones = [{ due: '2024-03-31', start: null, recurs: null, ongoing: false, what: null }]
  const late = { ...task, milestones }
  const doubts = (of: Ledger, one: Task): string[] => toTaskJson(one, of, TODAY).doubts.map(({ message }) => message)
  expect(doubts({ ...ledger, verification: 'open' }, late)).toEqual([expect.stringContaining('2024-03-31')])
  expect(doubts({ ...ledger, verification: 'answered' }, late)).toEqual([])
  expect(doubts({ ...ledger, verification: 'open' }, { ...late, status: 'done' })).toEqual([])
})
