import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { utils, write } from '@e965/xlsx'
import { zipBomb } from '../helpers/zip-bomb.ts'
import { quantile } from './statistics.ts'
import { syntheticLedgers, YEARS } from './synthetic.ts'

/** What reading or writing a document costs, in a process of its own. */
export interface Reading {
  what: string
  /** Tasks read or written, or sheets. */
  result: number
  /** The first round, milliseconds. */
  first: number
  /** Of all rounds. */
  median: number
  /** What the process has grown by after the first round and after the last, megabytes. */
  grownFirst: number
  grownLast: number
}

const READS = fileURLToPath(new URL('./document-child.js', import.meta.url))
const WRITES = fileURLToPath(new URL('./export-child.js', import.meta.url))
const ROWS = 10_000
const ROUNDS = 7

/** A workbook of one sheet with a title and so many rows. */
const workbookOf = (rows: number): Buffer => {
  const year = syntheticLedgers(rows * YEARS)[0]
  const cells = (year?.rows ?? []).map(({ no, heading, content, lead, cooperating, timing }) => [
    no,
    heading,
    content,
    lead,
    cooperating.join('、'),
    timing,
  ])
  const sheet = utils.aoa_to_sheet([
    ['江州市重点工作任务分工表'],
    ['序号', '工作领域', '具体任务', '牵头单位', '配合单位', '完成时限'],
    ...cells,
  ])
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '任务')
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true })
}

const measure = (program: string, what: string, path: string, rounds: number, label: string): Reading => {
  const said = execFileSync(process.execPath, [program, what, String(rounds), path], { encoding: 'utf8' })
  const { result, times, sizes } = JSON.parse(said) as { result: number; times: number[]; sizes: number[] }
  return {
    what: label,
    result,
    first: times[0] ?? 0,
    median: quantile(times, 0.5),
    grownFirst: sizes[0] ?? 0,
    grownLast: sizes.at(-1) ?? 0,
  }
}

/** Reading a large workbook against the library that unpacks its cells, refusing a zip bomb of 409 KB, writing files. */
export const measureDocuments = (dir: string): Reading[] => {
  const book = join(dir, 'book.xlsx')
  const bomb = join(dir, 'bomb.xlsx')
  writeFileSync(book, workbookOf(ROWS))
  writeFileSync(bomb, zipBomb(420))
  return [
    measure(READS, 'library', book, ROUNDS, `SheetJS, ${ROWS} rows`),
    measure(READS, 'duban', book, ROUNDS, `duban, ${ROWS} rows`),
    measure(READS, 'refuse', bomb, 1, 'duban, zip bomb'),
    measure(WRITES, 'xlsx', book, ROUNDS, `duban writes .xlsx, ${ROWS} rows`),
    measure(WRITES, 'docx', book, ROUNDS, 'duban writes .docx'),
    measure(WRITES, 'png', book, ROUNDS, `duban draws a 进度图 of ${ROWS} tasks`),
  ]
}
