import { describe, expect, test } from '@jest/globals'
import type { Ledger, Task } from '../../src/domain/index.ts'
import { type LedgerMerge, ledgerOf, mergeLedger } from '../../src/importing/merge-ledger.ts'
import { readText } from './ledgers.ts'

const FIRST = { file: '台账.txt', today: '2024-02-01', now: '2024-02-01T09:00:00+08:00' }
const LATER = { file: '台账.txt', today: '2024-03-01', now: '2024-03-01T09:00:00+08:00' }

const ROWS = [
  ['1', '修订河湖管护办法，明确各级河湖长职责。', '市水务局', '2024年6月底前'],
  ['2', '清理违建岸线二十公里，恢复河道行洪能力。', '市水务局', '2024年9月底前'],
  ['3', '开展水质监测，按月公布监测结果。', '市生态环境局', '2024年1月底前'],
]

const table = (rows: readonly (readonly string[])[]): string =>
  ['2024年河湖治理任务清单', '序号\t任务\t牵头单位\t时限', ...rows.map((row) => row.join('\t'))].join('\n')

const imported = (rows = ROWS): LedgerMerge => mergeLedger(null, readText(table(rows)), FIRST)

/** The first import, with what has since been reported on its tasks. */
const inUse = (): { ledger: Ledger; tasks: Task[] } => {
  const { ledger, tasks } = imported()
  const [first, second, third] = tasks as [Task, Task, Task]
  const report = { at: LATER.now, by: '联络员', text: '已印发', progress: 60, status: null }
  const milestones = second.milestones.map((milestone) => ({ ...milestone, due: '2024-10-31' }))
  return {
    ledger,
    tasks: [
      { ...first, status: 'in-progress', progress: 60, reports: [report] },
      { ...second, extensions: 1, milestones },
      third,
    ],
  }
}

const again = (rows: readonly (readonly string[])[]): LedgerMerge => mergeLedger(inUse(), readText(table(rows)), LATER)

test('a first import adds every task as it begins', () => {
  const { ledger, added, tasks } = imported()
  expect(added).toEqual(tasks)
  expect(tasks[0]).toMatchObject({
    ledgerId: ledger.id,
    status: 'not-started',
    progress: 0,
    extensions: 0,
    reports: [],
    importedOn: '2024-02-01',
  })
  expect(new Set(tasks.map(({ id }) => id)).size).toBe(3)
  expect(ledger).toMatchObject({
    name: '2024年河湖治理任务清单',
    year: 2024,
    file: '台账.txt',
    archived: false,
    openness: 'internal',
    verification: 'open',
  })
})

test('the same document has the same ids wherever it is imported', () => {
  expect(imported().tasks.map(({ id }) => id)).toEqual(imported().tasks.map(({ id }) => id))
})

test('the same document again changes nothing', () => {
  const { added, changed, removed, unchanged, tasks, ledger } = again(ROWS)
  expect([added, changed, removed]).toEqual([[], [], []])
  expect(unchanged).toHaveLength(3)
  expect(tasks).toEqual(inUse().tasks)
  expect(ledger).toEqual(inUse().ledger)
})

describe('an edited document', () => {
  test('updates a task in place, with its id, progress and reports', () => {
    const { changed, tasks } = again([
      ['1', '修订河湖管护办法，明确各级河湖长和检察长职责。', '市水务局、市司法局', '2024年7月底前'],
      ...ROWS.slice(1),
    ])
    expect(changed.map(({ before, after }) => [before.id, after.progress])).toEqual([[tasks[0]?.id, 60]])
    expect(tasks[0]).toMatchObject({
      status: 'in-progress',
      lead: ['市水务局', '市司法局'],
      reports: [{ progress: 60 }],
    })
    expect(tasks[0]?.milestones[0]?.due).toBe('2024-07-31')
  })

  test('keeps an extension while the deadline stands as it was written', () => {
    const { tasks } = again([
      ROWS[0] as string[],
      ['2', '清理违建岸线二十五公里，恢复河道行洪能力。', '市水务局', '2024年9月底前'],
      ROWS[2] as string[],
    ])
    expect(tasks[1]).toMatchObject({ extensions: 1, milestones: [{ due: '2024-10-31' }] })
  })

  test('knows renumbered rows by their text', () => {
    const { added, removed, tasks } = again([
      ['1', '新建拦河坝一座，年内完工。', '市水务局', '2024年底前'],
      ...ROWS.map(([no, ...rest]) => [String(Number(no) + 1), ...rest]),
    ])
    expect(added.map(({ no }) => no)).toEqual(['1'])
    expect(removed).toEqual([])
    expect(tasks.slice(1).map(({ id }) => id)).toEqual(inUse().tasks.map(({ id }) => id))
    expect(tasks[1]).toMatchObject({ no: '2', progress: 60 })
  })

  test('removes what it no longer has', () => {
    const { removed, tasks } = again(ROWS.slice(0, 2))
    expect(removed.map(({ no }) => no)).toEqual(['3'])
    expect(tasks).toHaveLength(2)
  })

  test('does not take another task of the same number for an edited one', () => {
    const { added, removed } = again([
      ['1', '举办龙舟比赛，邀请周边县区参加。', '市体育局', '2024年6月底前'],
      ...ROWS.slice(1),
    ])
    expect([added.length, removed.length]).toEqual([1, 1])
  })
})

test('a ledger is known by its title', () => {
  const { ledger } = imported()
  expect(ledgerOf({ name: '2024年河湖治理 任务清单' }, [ledger])).toBe(ledger)
  expect(ledgerOf({ name: '2025年河湖治理任务清单' }, [ledger])).toBeUndefined()
})
