import { resolve } from 'node:path'
import { type Day, dayOf } from '../domain/index.ts'
import { type TaskJson, toTaskJson } from '../exporting/task-json.ts'
import { applyImport, valuesReplaced } from '../importing/apply-import.ts'
import { isRevision } from '../importing/diff-lines.ts'
import { type FileContents, loadFile } from '../importing/import-file.ts'
import { IMPORT } from '../importing/import-record.ts'
import { type LedgerImport, planImport, type ReadFile } from '../importing/plan-import.ts'
import type { Store } from '../store/index.ts'
import { askYes } from './ask-yes.ts'
import type { Context } from './context.ts'
import { describeImport } from './import-report.ts'
import { toJsonLine } from './lines.ts'
import { showReading } from './progress.ts'
import type { Clock, Services } from './services.ts'

export interface ImportOptions {
  dryRun?: boolean
  /** Does not ask at a terminal whether a revision is to be applied. */
  yes?: boolean
}

/** Whoever runs a command on this machine. */
const LOCAL = { id: null, name: null }

/** The moment of an import, and what names it: the clock may be frozen. */
const nextImport = (store: Pick<Store, 'entries'>, now: Date): { id: string; now: Date } => ({
  id: `cli ${now.toISOString()} ${store.entries(IMPORT).length}`,
  now,
})

/**
 * Reads files; none is taken over where one cannot be read. A file named twice counts once.
 * @throws DubanError that names the file
 */
const readFiles = async (
  { readLedgers, streams }: Pick<Services, 'readLedgers' | 'streams'>,
  paths: readonly string[],
): Promise<ReadFile[]> => {
  const files = [...new Map(paths.map((path) => [resolve(path), path])).values()].map(loadFile)
  const { tell, end } = showReading(streams.errors)
  const read = await readLedgers(files, tell).finally(end)
  return read.map((each, i) => ({ file: (files[i] as FileContents).name, read: each }))
}

/** Imports files into the store of a folder: all of them, or none. */
export const importInto = async (
  services: Pick<Services, 'openStore' | 'readLedgers' | 'streams'>,
  dataDir: string,
  paths: readonly string[],
  clock: Clock,
): Promise<readonly LedgerImport[]> => applyFiles(services, dataDir, await readFiles(services, paths), clock)

const applyFiles = async (
  services: Pick<Services, 'openStore'>,
  dataDir: string,
  files: readonly ReadFile[],
  clock: Clock,
): Promise<readonly LedgerImport[]> => {
  const store = await services.openStore(dataDir, clock)
  try {
    return await applyImport(store, files, { ...nextImport(store, clock()), by: LOCAL })
  } finally {
    await store.close()
  }
}

/** What an import would do, without the lock. */
const planFiles = async (
  services: Services,
  dataDir: string,
  files: readonly ReadFile[],
  clock: Clock,
): Promise<readonly LedgerImport[]> => {
  const store = await services.readStore(dataDir)
  await store.close()
  return planImport(store.snapshot(), files, clock(), valuesReplaced(store)).imports
}

/** At a terminal a revision is shown before it is applied; elsewhere, and with `--yes`, it is applied at once. */
const agreed = async (files: readonly ReadFile[], { services, dataDir, clock, print }: Context): Promise<boolean> => {
  const planned = await planFiles(services, dataDir, files, clock)
  if (!planned.some(({ merge }) => merge !== null && isRevision(merge))) return true
  print(`${reportOf(planned, services)}\n\n`)
  return askYes('以上改动写入请输入“确认”，其他不写入：', services.streams)
}

const reportOf = (imports: readonly LedgerImport[], { config: { command } }: Services): string =>
  imports.map((one) => describeImport(one, { command })).join('\n\n')

const tasksOf = ({ merge }: LedgerImport, today: Day): TaskJson[] =>
  merge === null ? [] : merge.tasks.map((task) => toTaskJson(task, merge.ledger, today))

/** The doubts of the contract's JSON; `row` and `no` are null for one about the whole document. */
const doubtsOf = ({ file, doubts }: LedgerImport, tasks: readonly TaskJson[]): object[] => [
  ...doubts.map((doubt) => ({ file, row: null, no: null, ...doubt })),
  ...tasks.flatMap(({ doubts: own, source, no }) => own.map((doubt) => ({ file, row: source.row, no, ...doubt }))),
]

/** `import FILE…`: applies and tells what is new, changed and gone, and what is doubtful. */
export const importFiles = async (
  context: Context,
  paths: readonly string[],
  { dryRun = false, yes = false }: ImportOptions,
): Promise<void> => {
  const { services, dataDir, clock, json, print } = context
  const { input, output } = services.streams
  const files = await readFiles(services, paths)
  const asks = !dryRun && !yes && !json && input.isTTY === true && output.isTTY === true
  if (asks && !(await agreed(files, context))) {
    print('没有写入。\n')
    return
  }
  const imports = await (dryRun ? planFiles : applyFiles)(services, dataDir, files, clock)
  const today = dayOf(clock())
  if (json) {
    const read = imports.map((one) => ({ one, tasks: tasksOf(one, today) }))
    print(
      toJsonLine({
        tasks: read.flatMap(({ tasks }) => tasks),
        doubts: read.flatMap(({ one, tasks }) => doubtsOf(one, tasks)),
      }),
    )
    return
  }
  print(`${reportOf(imports, services)}\n${dryRun ? '\n以上是试读结果，没有写入。\n' : ''}`)
}
