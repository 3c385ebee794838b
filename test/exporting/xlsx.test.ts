import { readdirSync } from 'node:fs'
import { type CellObject, read, type WorkSheet } from '@e965/xlsx'
import { describe, expect, test } from '@jest/globals'
import type { Ledger, Task } from '../../src/domain/index.ts'
import { type Disclosure, EVERYTHING } from '../../src/exporting/disclosure.ts'
import { writeFileOf } from '../../src/exporting/formats.ts'
import type { ReadLedger } from '../../src/importing/document.ts'
import { readLedgerFile } from '../../src/importing/import-file.ts'
import { planImport } from '../../src/importing/plan-import.ts'
import { EMPTY_SNAPSHOT, type Snapshot } from '../../src/store/store.ts'
import { importedLedgers } from '../helpers/sample-ledger.ts'

const TODAY = '2024-05-06'
const FIELDS = ['no', 'path', 'title', 'content', 'lead', 'cooperating', 'timing', 'milestones', 'contacts'] as const

const fieldsOf = (tasks: readonly (Task | ReadLedger['tasks'][number])[]): object[] =>
  tasks.map((task) => Object.fromEntries(FIELDS.map((field) => [field, task[field]])))

const exported = ({ ledgers, tasks }: Snapshot, disclosure: Disclosure = EVERYTHING): Promise<Buffer> => {
  const ledgerOf = (task: Task): Ledger => ledgers.find(({ id }) => id === task.ledgerId) as Ledger
  const items = tasks.map((task) => ({ task, ledger: ledgerOf(task) }))
  return writeFileOf('xlsx', { items, today: TODAY }, disclosure)
}

/** Rows below the title, by SheetJS. */
const rowsOf = (sheet: WorkSheet): CellObject[][] => {
  const rows = (sheet['!data'] ?? []) as CellObject[][]
  return rows.slice(1)
}

const open = (bytes: Buffer) => read(bytes, { dense: true, cellStyles: true, bookFiles: true })
const firstSheet = (bytes: Buffer): WorkSheet => {
  const { Sheets, SheetNames } = open(bytes)
  return Sheets[SheetNames[0] as string] as WorkSheet
}
const textsOf = (bytes: Buffer): string[][] =>
  rowsOf(firstSheet(bytes)).map((row) => Array.from(row, (cell) => String(cell?.w ?? cell?.v ?? '')))

const SAMPLES = ['北京医改23项.txt', '吉林医改施工图55项.txt', '天津医改40项.txt'].map((name) => `data/samples/${name}`)
const LEDGERS = readdirSync('test/cases/ledgers')
  .filter((name) => name.endsWith('.txt') && name !== '安全生产工作总结.txt')
  .map((name) => `test/cases/ledgers/${name}`)

describe('what was imported comes back from the file as it was', () => {
  test.each([...SAMPLES, ...LEDGERS])('%s', async (path) => {
    const state = importedLedgers(path)
    const name = state.ledgers[0]?.name ?? ''
    const back = await readLedgerFile({ name: `${name}.xlsx`, bytes: await exported(state) })
    expect(fieldsOf(back.tasks)).toEqual(fieldsOf(state.tasks))
    expect(back.name).toBe(name)
  })
})

test('the table has the columns it came with, and how its tasks stand', async () => {
  const state = importedLedgers('test/cases/ledgers/生态环保整改清单.txt')
  const [headings, row] = textsOf(await exported(state))
  expect(headings).toEqual([
    ...['序号', '反馈问题', '整改措施', '整改时限', '责任主体', '督导单位', '包保领导'],
    ...['状态', '灯', '进度', '最近报送'],
  ])
  expect(row?.slice(-4)).toEqual(['未启动', '绿', '0%', ''])
})

test('headings stay in sight, are filtered by and printed on every page of A4 across', async () => {
  const bytes = await exported(importedLedgers(SAMPLES[0] as string))
  const files = (open(bytes) as unknown as { files: Record<string, { content: Uint8Array }> }).files
  const partOf = (name: string): string => Buffer.from(files[name]?.content ?? []).toString()
  const sheet = partOf('xl/worksheets/sheet1.xml')
  expect(sheet).toMatch(/<pane [^>]*ySplit="2"[^>]*state="frozen"/u)
  expect(sheet).toContain('<autoFilter ref="A2:I25"/>')
  expect(sheet).toMatch(/<pageSetup [^>]*paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/u)
  expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>')
  expect(partOf('xl/workbook.xml')).toMatch(/_xlnm\.Print_Titles" localSheetId="0">'[^']+'!\$1:\$2</u)
  // the order that Excel insists on
  const order = [
    '<sheetPr',
    '<sheetViews',
    '<cols',
    '<sheetData',
    '<autoFilter',
    '<mergeCells',
    '<pageMargins',
    '<pageSetup',
    '<headerFooter',
  ]
  const places = order.map((element) => sheet.indexOf(element))
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

const reported = (state: Snapshot, text: string): Snapshot => ({
  ...state,
  tasks: state.tasks.map((task, i) =>
    i > 0
      ? task
      : {
          ...task,
          content: text,
          progress: 40,
          status: 'in-progress',
          reports: [{ at: '2024-05-02T09:00:00+08:00', by: '联络员', text, progress: 40, status: 'in-progress' }],
        },
  ),
})

test('nothing in a cell is a formula', async () => {
  const state = reported(importedLedgers(SAMPLES[0] as string), '=HYPERLINK("http://a.example","点此")')
  const cells = rowsOf(firstSheet(await exported(state))).flat()
  expect(cells.filter((cell) => cell?.f !== undefined)).toEqual([])
  expect(cells.filter((cell) => String(cell?.v).includes('=HYPERLINK')).map(({ t }) => t)).toEqual(['s', 's'])
})

describe('what somebody may not read is not in the file', () => {
  const state = reported(
    importedLedgers('test/cases/ledgers/营商环境改革任务清单.txt'),
    '方案已报市政府，电话13900000001',
  )
  const all = async (disclosure: Disclosure): Promise<string> =>
    (await textsOf(await exported(state, disclosure))).flat().join('|')

  test('whole numbers', async () => {
    expect(await all(EVERYTHING)).toMatch(/1[3-9]\d{9}/u)
    expect(await all({ ...EVERYTHING, phones: false })).not.toMatch(/1[3-9]\d{9}/u)
    expect(await all({ ...EVERYTHING, phones: false })).toContain('139****0001')
  })

  test('the words of reports', async () => {
    const row = textsOf(await exported(state, { phones: true, words: () => false }))[1]
    expect(row?.slice(-4)).toEqual(['进行中', '红', '40%', '2024-05-02 已报送'])
  })
})

test('each ledger has a sheet of its own', async () => {
  const { SheetNames } = open(await exported(importedLedgers(...SAMPLES)))
  expect(new Set(SheetNames).size).toBe(3)
})

test('a column of shares is none of deadlines', async () => {
  const text = '序号\t任务\t牵头单位\t进度\n1\t修订预案\t市应急局\t35%\n2\t排查隐患\t市住建局\t80%\n'
  const { tasks } = await readLedgerFile({ name: '清单.txt', bytes: Buffer.from(text) })
  expect(tasks.map(({ timing }) => timing)).toEqual(['', ''])
})

test('what no XML can hold is left out', async () => {
  const [path] = SAMPLES
  const state = importedLedgers(path as string)
  const [first, ...rest] = state.tasks
  const bytes = await exported({
    ...state,
    tasks: [{ ...first, content: 'a\u0000<&>\u0007\ud800b\uffff' } as Task, ...rest],
  })
  const { tasks } = await readLedgerFile({ name: 'x.xlsx', bytes })
  expect(tasks[0]?.content).toBe('a<&>b')
})

test('an export that is imported and exported again looks the same', async () => {
  const state = importedLedgers('test/cases/ledgers/生态环保整改清单.txt')
  const first = await exported(state)
  const name = `${state.ledgers[0]?.name}.xlsx`
  const read = await readLedgerFile({ name, bytes: first })
  const again = planImport(EMPTY_SNAPSHOT, [{ file: name, read }], new Date('2020-01-01T09:00:00+08:00')).state
  expect(textsOf(await exported(again))).toEqual(textsOf(first))
})
