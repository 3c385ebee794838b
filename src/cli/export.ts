import { dayOf } from '../domain/index.ts'
import { DubanError } from '../errors.ts'
import { EVERYTHING } from '../exporting/disclosure.ts'
import { writeFileOf } from '../exporting/formats.ts'
import type { Context } from './context.ts'
import { writeWhole } from './write-whole.ts'

export interface ExportOptions {
  format?: string
  /** File to write; standard output where it is left out. */
  out?: string
}

const FORMATS = ['json', 'csv', 'xlsx', 'docx', 'ics'] as const
const TEXTS: readonly string[] = ['json', 'csv', 'ics']

const formatOf = (wanted: string): (typeof FORMATS)[number] => {
  const format = FORMATS.find((known) => known === wanted)
  if (format) return format
  throw new DubanError('usage', `没有“${wanted}”这种导出格式，可用 ${FORMATS.join('、')}`)
}

/** Writes out every task, without the lock. */
export const exportTasks = async (context: Context, { format: wanted, out }: ExportOptions): Promise<void> => {
  const { services, dataDir, clock } = context
  const { output } = services.streams
  const format = formatOf(wanted ?? 'json')
  if (out === undefined && output.isTTY && !TEXTS.includes(format))
    throw new DubanError('usage', `${format} 不能显示在屏幕上，请加 --out 文件`)
  const store = await services.readStore(dataDir)
  const { ledgers, tasks } = store.snapshot()
  await store.close()
  const byId = new Map(ledgers.map((ledger) => [ledger.id, ledger]))
  const items = tasks.flatMap((task) => {
    const ledger = byId.get(task.ledgerId)
    return ledger ? [{ task, ledger }] : []
  })
  if (items.length === 0 && (format === 'xlsx' || format === 'docx'))
    throw new DubanError('file-empty', '还没有任务可以导出，请先导入台账：duban import 文件')
  const bytes = await writeFileOf(format, { items, today: dayOf(clock()) }, EVERYTHING)
  if (out === undefined) output.write(bytes)
  else writeWhole(out, bytes)
}
