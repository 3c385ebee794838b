import type { Day } from '../domain/index.ts'
import { type Disclosure, disclosed } from './disclosure.ts'
import { type LedgerTask, tablesOf } from './tables.ts'
import { toTaskJson } from './task-json.ts'

/** What a file is made of. */
export interface ExportContents {
  items: readonly LedgerTask[]
  today: Day
}

type Writer = (contents: ExportContents) => Promise<Buffer>

const json: Writer = async ({ items, today }) => {
  const tasks = items.map(({ task, ledger }) => toTaskJson(task, ledger, today))
  return Buffer.from(`${JSON.stringify(tasks, null, 2)}\n`)
}

const csv: Writer = async ({ items, today }) => {
  const { toCsv } = await import('./csv.ts')
  return Buffer.from(toCsv(items.map(({ task, ledger }) => toTaskJson(task, ledger, today))))
}

const xlsx: Writer = async ({ items, today }) => {
  const { toXlsx } = await import('./xlsx.ts')
  return toXlsx(tablesOf(items, today), today)
}

const docx: Writer = async ({ items, today }) => {
  const { toDocx } = await import('./docx.ts')
  return toDocx(tablesOf(items, today), today)
}

// each loads what it needs when it is asked for
const WRITERS = { json, csv, xlsx, docx } as const satisfies Record<string, Writer>

export type ExportFormat = keyof typeof WRITERS

export const FORMATS = Object.keys(WRITERS) as readonly ExportFormat[]

/** Whether a file of this kind is text. */
export const isTextFormat = (format: ExportFormat): boolean => format === 'json' || format === 'csv'

/** Tasks as the contents of a file, cut down to what whoever gets it may read. */
export const writeFileOf = (
  format: ExportFormat,
  { items, today }: ExportContents,
  disclosure: Disclosure,
): Promise<Buffer> =>
  WRITERS[format]({ items: items.map(({ task, ledger }) => ({ task: disclosed(task, disclosure), ledger })), today })
