import { describe, expect, test } from '@jest/globals'
import { DubanError } from '../../src/errors.ts'
import type { RawBlock } from '../../src/importing/document.ts'
import { LARGEST_FILE, loadFile, readLedgerFile } from '../../src/importing/import-file.ts'
import { readContainer } from '../../src/importing/readers/container.ts'
import { readTextBlocks } from '../../src/importing/readers/text.ts'
import { dumped } from './ledgers.ts'

const tables = (blocks: readonly RawBlock[]): string[][][] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block.rows.map(({ cells }) => cells)] : []))
const paragraphs = (blocks: readonly RawBlock[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** 任务 in UTF-16 little endian behind its mark, and 任务台账 in GB18030. */
const UTF16 = Uint8Array.from([0xff, 0xfe, 0xfb, 0x4e, 0xa1, 0x52])
const GB18030 = Uint8Array.from([0xc8, 0xce, 0xce, 0xf1, 0xcc, 0xa8, 0xd5, 0xcb])

describe('a dumped Word table', () => {
  const head = ['序号', '任务', '单位']

  test('has the width of its head, and blank lines inside cells part no rows', () => {
    const text = dumped([head, ['1', '修路\n\n架桥', '市交通局'], ['2', '', '市水务局']])
    expect(tables(readTextBlocks(text))).toEqual([[head, ['1', '修路\n\n架桥', '市交通局'], ['2', '', '市水务局']]])
  })

  test('may have rows that are one cell across the table', () => {
    const text = dumped([head, ['一、城乡建设'], ['1', '修路', '市交通局'], ['二、水利'], ['2', '清淤', '市水务局']])
    expect(tables(readTextBlocks(text))[0]?.map((row) => row.length)).toEqual([3, 1, 3, 1, 3])
  })

  test('ends before a note and before the title of the next table', () => {
    const other = dumped([
      ['编号', '工程', '责任部门', '时间'],
      ['1', '水厂', '市住建局', '年底'],
    ])
    const blocks = readTextBlocks(
      `表一\n${dumped([head, ['1', '修路', '市交通局']])}注：含在建项目。\n\n第二张表\n\n${other}`,
    )
    expect(tables(blocks).map((rows) => rows.map((row) => row.length))).toEqual([
      [3, 3],
      [4, 4],
    ])
    expect(paragraphs(blocks)).toEqual(['表一', '注：含在建项目。', '第二张表'])
  })

  test('without blank lines between rows is cut by its running numbers', () => {
    const text = ['序号', '任务', '单位', '1', '修路', '市交通局', '2', '清淤', '市水务局']
      .map((cell) => `\t${cell}`)
      .join('\n')
    expect(tables(readTextBlocks(text))[0]).toHaveLength(3)
  })

  test('is not seen in prose whose paragraphs are indented by a tab', () => {
    const text = '\t第一段写背景。\n\n\t第二段写目标。\n\n\t第三段写任务。\n\n\t第四段写要求。\n'
    expect(tables(readTextBlocks(text))).toEqual([])
  })
})

test('rows of cells parted by tabs, with a heading across them and a quoted cell of two lines', () => {
  const blocks = readTextBlocks('台账\n序号\t任务\t单位\n一、民生\n1\t"修路\n架桥"\t市交通局\n')
  expect(paragraphs(blocks)).toEqual(['台账'])
  expect(tables(blocks)).toEqual([[['序号', '任务', '单位'], ['一、民生'], ['1', '修路\n架桥', '市交通局']]])
})

test('a Markdown table keeps no rule and no emphasis', () => {
  const blocks = readTextBlocks('# 清单\n\n| 任务 | 单位 |\n|:--|---|\n| **修路**<br>架桥 | 市交通局 |\n')
  expect(paragraphs(blocks)).toEqual(['清单'])
  expect(tables(blocks)).toEqual([
    [
      ['任务', '单位'],
      ['修路\n架桥', '市交通局'],
    ],
  ])
})

test('CSV: quotes, commas and line breaks in cells, the title above the table', async () => {
  const text = '\ufeff年度台账,,\n序号,任务,单位\n1,"修路,架桥\n""提速""",市交通局\n'
  const { blocks } = await readContainer({ name: 'a.csv', bytes: bytes(text) })
  expect(paragraphs(blocks)).toEqual(['年度台账'])
  expect(tables(blocks)).toEqual([
    [
      ['序号', '任务', '单位'],
      ['1', '修路,架桥\n"提速"', '市交通局'],
    ],
  ])
})

test.each([
  ['UTF-8 with a byte order mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes('任务')]), '任务'],
  ['UTF-16', UTF16, '任务'],
  ['GB18030', GB18030, '任务台账'],
])('reads %s', async (_, contents, text) => {
  expect(paragraphs((await readContainer({ name: 'a.txt', bytes: contents })).blocks)).toEqual([text])
})

test('stray control characters are left out, however short the text is', async () => {
  const { blocks } = await readContainer({ name: 'a.txt', bytes: bytes('任\u0007务\u0000台\u001b[31m\u202e账') })
  expect(paragraphs(blocks)).toEqual(['任务台账'])
})

test.each([
  ['an empty file', 'a.txt', new Uint8Array(), 'file-empty', '空'],
  ['a file of blanks', 'a.txt', bytes(' \n\u3000\n'), 'file-empty', '没有文字'],
  ['a picture', 'a.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'file-unsupported', '图片'],
  ['a Word file cut off', 'a.docx', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]), 'file-damaged', '损坏'],
  ['a program', 'a.txt', Uint8Array.from({ length: 64 }, (_, i) => i % 8), 'file-unsupported', '不是文本'],
  ['a text cut off in a character', 'a.txt', bytes('任务台账').subarray(0, 11), 'file-damaged', '断开'],
  ['another kind of file', 'a.xyz', bytes('任务'), 'file-unsupported', '不认识'],
  ['a file that is too large', 'a.txt', new Uint8Array(LARGEST_FILE + 1), 'file-too-large', '上限'],
])('refuses %s with a sentence that names it', async (_, name, contents, code, word) => {
  const error = await readLedgerFile({ name, bytes: contents }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(DubanError)
  expect(error).toMatchObject({ code, message: expect.stringContaining(word) })
  expect(error).toMatchObject({ message: expect.stringContaining(name) })
})

test('a missing file and a folder are refused', () => {
  expect(() => loadFile('/nonexistent/台账.txt')).toThrow(expect.objectContaining({ code: 'file-missing' }))
  expect(() => loadFile(process.cwd())).toThrow(expect.objectContaining({ code: 'file-unsupported' }))
})
