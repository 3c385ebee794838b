import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dayOf } from '../domain/index.ts'
import { DubanError } from '../errors.ts'
import { toCsv } from '../exporting/csv.ts'
import { type TaskJson, toTaskJson } from '../exporting/task-json.ts'
import type { Context } from './context.ts'

export interface ExportOptions {
  format?: string
  /** File to write; standard output where it is left out. */
  out?: string
}

const WRITERS: Readonly<Record<string, (tasks: readonly TaskJson[]) => string>> = {
  json: (tasks) => `${JSON.stringify(tasks, null, 2)}\n`,
  csv: toCsv,
}

/** Formats of the contract that this build does not write. */
const LATER = ['xlsx', 'docx', 'ics']

const writerOf = (format: string): ((tasks: readonly TaskJson[]) => string) => {
  const writer = Object.hasOwn(WRITERS, format) ? WRITERS[format] : undefined
  if (writer) return writer
  const known = Object.keys(WRITERS).join('、')
  throw new DubanError(
    'usage',
    LATER.includes(format) ? `本版本还不能导出 ${format}，可用 ${known}` : `没有“${format}”这种导出格式，可用 ${known}`,
  )
}

/** Writes out every task, without the lock. */
export const exportTasks = async (context: Context, { format, out }: ExportOptions): Promise<void> => {
  const { services, dataDir, clock, print } = context
  const write = writerOf(format ?? 'json')
  const store = await services.readStore(dataDir)
  const { ledgers, tasks } = store.snapshot()
  await store.close()
  const byId = new Map(ledgers.map((ledger) => [ledger.id, ledger]))
  const today = dayOf(clock())
  const text = write(
    tasks.flatMap((task) => {
      const ledger = byId.get(task.ledgerId)
      return ledger ? [toTaskJson(task, ledger, today)] : []
    }),
  )
  if (out === undefined) print(text)
  else writeWhole(out, text)
}

/** A file that is there already is replaced once the new one is complete; a device or a pipe is written to. */
const writeWhole = (path: string, text: string): void => {
  if (existsSync(path) && !statSync(path).isFile()) {
    writeFileSync(path, text)
    return
  }
  const draft = `${path}.part`
  try {
    writeFileSync(draft, text)
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    // people know the name they gave
    throw Object.assign(error as Error, { path })
  }
}
