import type { Day } from '../domain/index.ts'
import { type Disclosure, disclosed } from './disclosure.ts'
import { type LedgerTask, tablesOf } from './tables.ts'
import { toTaskJson } from './task-json.ts'

/** What a file is made of. */
export interface ExportContents {
  items: readonly LedgerTask[]
  today: Day
  /** What the tasks are, as titles call them. */
  about?: string
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

const report: Writer = async ({ items, today, about }) => {
  const [{ specialReportOf }, { toSpecialReportDocx }] = [
    await import('./special-report.ts'),
    await import('./special-report-docx.ts'),
  ]
  const tasks = items.map(({ task }) => task)
  return toSpecialReportDocx(specialReportOf(tasks, about ?? '重点任务', today))
}

const page: Writer = async ({ items, today, about }) => {
  const [{ specialReportOf }, { onePage }, { toSpecialReportDocx }] = [
    await import('./special-report.ts'),
    await import('./one-page.ts'),
    await import('./special-report-docx.ts'),
  ]
  const tasks = items.map(({ task }) => task)
  return toSpecialReportDocx(onePage(specialReportOf(tasks, about ?? '重点任务', today)))
}

const ics: Writer = async ({ items, today, about }) => {
  const { toIcs } = await import('./ics.ts')
  return toIcs(items, `${about ?? '任务'}时限`, today)
}

const png: Writer = async ({ items, today, about }) => {
  const [{ progressFigures }, { toPng }] = [await import('./progress-figures.ts'), await import('./png.ts')]
  const tasks = items.map(({ task }) => task)
  return toPng(progressFigures(tasks, about ?? '重点任务', today))
}

// each loads what it needs when it is asked for
const WRITERS = { json, csv, xlsx, docx, report, page, ics, png } as const satisfies Record<string, Writer>

/** `report` is a 专报, in Word, `page` one of a single page; `png` a picture of how the tasks stand. */
export type ExportFormat = keyof typeof WRITERS

/** Tasks as the contents of a file, cut down to what whoever gets it may read. */
export const writeFileOf = (format: ExportFormat, contents: ExportContents, disclosure: Disclosure): Promise<Buffer> =>
  WRITERS[format]({
    ...contents,
    items: contents.items.map(({ task, ledger }) => ({ task: disclosed(task, disclosure), ledger })),
  })
