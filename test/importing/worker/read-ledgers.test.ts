import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe, expect, jest, test } from '@jest/globals'
import { DubanError } from '../../../src/errors.ts'
import { type ReadOptions, readLedgers } from '../../../src/importing/worker/read-ledgers.ts'
import { docxOf, tbl, tr } from '../../helpers/office-files.ts'

// The thread runs the program as it is built.

// a loaded machine starts threads slowly
jest.setTimeout(60_000)

const program = pathToFileURL('dist/src/importing/worker/read-worker.js')
const read = (files: Parameters<typeof readLedgers>[0], options: ReadOptions = {}) =>
  readLedgers(files, { program, ...options })

const sample = (name: string) => ({ name, bytes: readFileSync(`data/samples/${name}`) })
const DOCX = docxOf(tbl(tr(['序号', '工作任务', '责任单位']), tr(['1', '修路', '市交通局'])))
const row = (i: number): string => `${i},治理第${i}处隐患并形成长效机制,市城管局、市水务局,2024年6月底前\n`
const large = (rows: number) => ({
  name: '台账.csv',
  bytes: Buffer.from(`序号,工作任务,责任单位,完成时限\n${Array.from({ length: rows }, (_, i) => row(i + 1)).join('')}`),
})

test('reads one file after another', async () => {
  const ledgers = await read([
    sample('北京医改23项.txt'),
    { name: '台账.docx', bytes: DOCX },
    sample('天津医改40项.txt'),
  ])
  expect(ledgers.map(({ tasks }) => tasks.length)).toEqual([23, 1, 40])
})

test('tells which file is in hand and how many rows it holds', async () => {
  const told: [string, number, number | null][] = []
  await read([large(40), { name: '台账.docx', bytes: DOCX }], {
    onReading: ({ file, place, rows }) => told.push([file, place, rows]),
  })
  expect(told).toEqual([
    ['台账.csv', 1, null],
    ['台账.csv', 1, 41],
    ['台账.docx', 2, null],
    ['台账.docx', 2, 2],
  ])
})

test('the program goes on meanwhile', async () => {
  let [turns, done] = [0, false]
  const turn = (): void => {
    turns++
    if (!done) setImmediate(turn)
  }
  turn()
  const [ledger] = await read([large(3000)])
  done = true
  expect(ledger?.tasks).toHaveLength(3000)
  expect(turns).toBeGreaterThan(100)
})

describe('what goes wrong is told as in this thread', () => {
  test.each([
    ['a file that is damaged', { name: '台账.docx', bytes: DOCX.subarray(0, 300) }, 'file-damaged'],
    ['one that bears a 密级标志', { name: '台账.txt', bytes: Buffer.from('机密★1年\n任务') }, 'file-classified'],
  ])('%s', async (_, file, code) => {
    const error = await read([file]).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(DubanError)
    expect(error).toMatchObject({ code })
  })

  test.each([
    ['memory', { megabytes: 12, seconds: 60 }, '内存不足'],
    ['time', { megabytes: 512, seconds: 0.001 }, '已停止读取'],
  ])('one that takes more %s than it may', async (_, limits, told) => {
    await expect(read([large(60_000)], { limits })).rejects.toMatchObject({
      code: 'file-too-large',
      message: expect.stringContaining(told),
    })
  })
})

test('what the thread cannot read as well is converted outside of it', async () => {
  const doc = { name: '清单.doc', bytes: readFileSync('test/cases/documents/doc/生态环保整改清单.doc') }
  const rtf = { name: '清单.rtf', bytes: Buffer.from('{\\rtf1 任务}') }
  const asked: string[] = []
  const convert = async ({ name }: { name: string }): Promise<Uint8Array | null> => {
    asked.push(name)
    return name === '清单.rtf' ? DOCX : null
  }
  const ledgers = await read([doc, rtf], { convert })
  expect(asked).toEqual(['清单.doc', '清单.rtf'])
  expect(ledgers.map(({ tasks }) => tasks.length)).toEqual([25, 1])
})
