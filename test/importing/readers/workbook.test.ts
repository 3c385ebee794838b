import { describe, expect, test } from '@jest/globals'
import type { RawBlock, RawDocument } from '../../../src/importing/document.ts'
import { readLedgerFile } from '../../../src/importing/import-file.ts'
import { readContainer } from '../../../src/importing/readers/container.ts'
import { range, sheetOf, workbookOf } from '../../helpers/office-files.ts'

const read = (bytes: Buffer, name = '台账.xlsx'): Promise<RawDocument> =>
  Promise.resolve(readContainer({ name, bytes }))
const rowsOf = (blocks: readonly RawBlock[]): string[][] =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map(({ cells }) => cells) : []))
const lines = (blocks: readonly RawBlock[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))

const HEAD = ['序号', '工作任务', '责任单位', '完成时限']

test('title rows, merged cells and the numbers of rows', async () => {
  const sheet = sheetOf(
    [['某市2024年任务清单'], [], HEAD, [1, '修路', '市交通局', '6月底前'], [2, '清淤', null, '9月底前']],
    { '!merges': [range('A1:D1'), range('C4:C5')] },
  )
  const { blocks } = await read(workbookOf({ Sheet1: sheet }))
  expect(lines(blocks)).toEqual(['某市2024年任务清单'])
  expect(rowsOf(blocks)).toEqual([HEAD, ['1', '修路', '市交通局', '6月底前'], ['2', '清淤', '', '9月底前']])
  const table = blocks.at(-1)
  expect(table?.kind === 'table' && table.rows.map(({ line, above }) => [line, above])).toEqual([
    [3, []],
    [4, []],
    [5, [2]],
  ])
})

test.each(['xlsx', 'xls', 'xlsb', 'ods'] as const)('a two-row head in .%s', async (kind) => {
  const sheet = sheetOf(
    [
      ['序号', '工作任务', '责任分工', null, '完成时限'],
      [null, null, '牵头单位', '配合单位', null],
      [1, '修路', '市交通局', '市财政局', '2024年6月底前'],
    ],
    { '!merges': [range('A1:A2'), range('B1:B2'), range('C1:D1'), range('E1:E2')] },
  )
  const { tasks } = await readLedgerFile({ name: `台账.${kind}`, bytes: workbookOf({ Sheet1: sheet }, { kind }) })
  expect(tasks).toHaveLength(1)
  expect(tasks[0]).toMatchObject({ no: '1', lead: ['市交通局'], cooperating: ['市财政局'], content: '修路' })
})

describe('dates', () => {
  const day = (v: number, z: string) => ({ t: 'n' as const, v, z })
  // 30 June 2024
  test.each([
    ['yyyy/m/d', '2024年6月30日'],
    ['yyyy"年"m"月"', '2024年6月'],
    ['mmm-yy', '2024年6月'],
    ['m"月"d"日"', '2024年6月30日'],
    ['yyyy"年"', '2024年'],
    ['0', '45473'],
  ])('in the format %s', async (format, text) => {
    const sheet = sheetOf([HEAD, [1, '修路', '市交通局', day(45473, format)]])
    expect(rowsOf((await read(workbookOf({ Sheet1: sheet }))).blocks)[1]?.[3]).toBe(text)
  })

  test('a month means its last day, a number without a format is doubtful', async () => {
    const sheet = sheetOf([HEAD, [1, '修路', '市交通局', day(45444, 'yyyy"年"m"月"')], [2, '清淤', '市水务局', 45473]])
    const { tasks } = await readLedgerFile({ name: '台账.xlsx', bytes: workbookOf({ Sheet1: sheet }) })
    expect(tasks.map(({ milestones }) => milestones[0]?.due)).toEqual(['2024-06-30', '2024-06-30'])
    expect(tasks.map(({ doubts }) => doubts.length)).toEqual([0, 1])
  })
})

test('hidden rows, columns and sheets are left out, and each is told', async () => {
  const rows = [
    [...HEAD, '内部意见'],
    [1, '修路', '市交通局', '6月底前', '缓'],
    [2, '旧任务', '市城管局', '3月底前', null],
    [3, '清淤', '市水务局', '9月底前', null],
  ]
  const sheet = sheetOf(rows, { '!rows': [{}, {}, { hidden: true }, {}], '!cols': [{}, {}, {}, {}, { hidden: true }] })
  const bytes = workbookOf({ 任务: sheet, 选项: sheetOf([['是'], ['否']]) }, { hidden: ['选项'] })
  const { blocks, doubts } = await read(bytes)
  expect(rowsOf(blocks).map((row) => row[1])).toEqual(['工作任务', '修路', '清淤'])
  expect(rowsOf(blocks)[0]).toEqual(HEAD)
  expect(doubts?.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^第3行和E列是隐藏的/u),
    expect.stringMatching(/^工作表“选项”是隐藏的/u),
  ])
})

test('each sheet is a table under its title or, without one, its name', async () => {
  const bytes = workbookOf({
    市教育局: sheetOf([HEAD, [1, '建校', '市教育局', '2024年8月底前']]),
    市水务局: sheetOf([HEAD, [1, '清淤', '市水务局', '2024年5月底前']]),
  })
  const { tasks, name } = await readLedgerFile({ name: '各部门任务.xlsx', bytes })
  expect(name).toBe('各部门任务')
  expect(tasks.map(({ no, path }) => [no, path])).toEqual([
    ['表1.1', ['市教育局']],
    ['表2.1', ['市水务局']],
  ])
})

test('cells that a program left empty are filled from above, doubtfully', async () => {
  const sheet = sheetOf([
    HEAD,
    [1, '修路', '市交通局', '6月底前'],
    [2, '架桥', null, '9月底前'],
    [3, '设站', null, '12月底前'],
    [4, '清淤', '市水务局', '5月底前'],
  ])
  const { tasks } = await readLedgerFile({ name: '2024年台账.xlsx', bytes: workbookOf({ Sheet1: sheet }) })
  expect(tasks.map(({ lead }) => lead)).toEqual([['市交通局'], ['市交通局'], ['市交通局'], ['市水务局']])
  expect(tasks.map(({ doubts }) => doubts.length)).toEqual([0, 1, 1, 0])
})
