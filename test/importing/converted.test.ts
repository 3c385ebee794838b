import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { ReadLedger } from '../../src/importing/document.ts'
import { loadFile, readLedgerFile, readTextLedger } from '../../src/importing/import-file.ts'

// What LibreOffice and pandoc made of the ledgers of text (test/cases/documents/convert.mjs) holds the same tasks.

const DOCUMENTS = 'test/cases/documents'
const SOURCES = ['data/samples', 'test/cases/ledgers']
const FIELDS = ['no', 'path', 'title', 'content', 'lead', 'cooperating', 'timing', 'milestones', 'contacts'] as const

const asText = (path: string): ReadLedger => {
  const name = `${basename(path).replace(/\.[a-z]+$/u, '')}.txt`
  const source = SOURCES.map((folder) => join(folder, name)).find(existsSync)
  if (source === undefined) throw new Error(`${name} is no ledger of text`)
  return readTextLedger(loadFile(source))
}

const fieldsOf = ({ tasks }: ReadLedger): object[] =>
  tasks.map((task) => Object.fromEntries(FIELDS.map((field) => [field, task[field]])))

const filesOf = (kind: string): string[] =>
  readdirSync(join(DOCUMENTS, kind)).map((name) => join(DOCUMENTS, kind, name))

const read = (path: string): Promise<ReadLedger> => readLedgerFile(loadFile(path))

test.each(['docx', 'xlsx', 'html', 'csv', 'md', 'doc', 'xls', 'pdf'].flatMap(filesOf))('%s', async (path) => {
  const ledger = await read(path)
  const text = asText(path)
  expect(fieldsOf(ledger)).toEqual(fieldsOf(text))
  expect([ledger.name, ledger.year]).toEqual([text.name, text.year])
})

describe('what a kind of file loses is a doubt', () => {
  test('merged cells and rows across pages of a PDF', async () => {
    const { doubts } = await read(`${DOCUMENTS}/pdf/安全生产任务分解表.pdf`)
    expect(doubts.map(({ message }) => message)).toEqual([
      expect.stringContaining('表格按版面上的框线还原'),
      expect.stringContaining('第1页与第2页之间有一行被分在两页'),
    ])
  })

  test('merged cells of a Word file of before 2007', async () => {
    const { doubts } = await read(`${DOCUMENTS}/doc/安全生产任务分解表.doc`)
    expect(doubts).toEqual([expect.objectContaining({ message: expect.stringContaining('旧版 Word 文件') })])
  })

  test('nothing of a .docx', async () => {
    expect((await read(`${DOCUMENTS}/docx/安全生产任务分解表.docx`)).doubts).toEqual([])
  })
})

test('CSV is in GB18030', () => {
  const bytes = readFileSync(`${DOCUMENTS}/csv/天津医改40项.csv`)
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow()
})
