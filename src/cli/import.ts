import { resolve } from 'node:path'
import { type Day, dayOf } from '../domain/index.ts'
import { type TaskJson, toTaskJson } from '../exporting/task-json.ts'
import { type FileContents, loadFile } from '../importing/import-file.ts'
import { type LedgerImport, planImport, type ReadFile } from '../importing/plan-import.ts'
import type { Context } from './context.ts'
import { describeImport } from './import-report.ts'
import { toJsonLine } from './lines.ts'
import type { Clock, Services } from './services.ts'

export interface ImportOptions {
  dryRun?: boolean
}

/**
 * Reads files; none is taken over where one cannot be read. A file named twice counts once.
 * @throws DubanError that names the file
 */
const readFiles = async (
  { readLedgers }: Pick<Services, 'readLedgers'>,
  paths: readonly string[],
): Promise<ReadFile[]> => {
  const files = [...new Map(paths.map((path) => [resolve(path), path])).values()].map(loadFile)
  const read = await readLedgers(files)
  return read.map((each, i) => ({ file: (files[i] as FileContents).name, read: each }))
}

/** Imports files into the store of a folder: all of them, or none. */
export const importInto = async (
  services: Pick<Services, 'openStore' | 'readLedgers'>,
  dataDir: string,
  paths: readonly string[],
  clock: Clock,
): Promise<LedgerImport[]> => {
  const files = await readFiles(services, paths)
  const store = await services.openStore(dataDir, clock)
  try {
    let imports: LedgerImport[] = []
    await store.update(
      (state) => {
        const plan = planImport(state, files, clock())
        imports = plan.imports
        return plan.state
      },
      { copyFirst: true },
    )
    return imports
  } finally {
    await store.close()
  }
}

/** What {@link importInto} would do, without the lock. */
const planInto = async (
  services: Services,
  dataDir: string,
  paths: readonly string[],
  clock: Clock,
): Promise<LedgerImport[]> => {
  const files = await readFiles(services, paths)
  const store = await services.readStore(dataDir)
  await store.close()
  return planImport(store.snapshot(), files, clock()).imports
}

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
  { dryRun = false }: ImportOptions,
): Promise<void> => {
  const { services, dataDir, clock, json, print } = context
  const imports = await (dryRun ? planInto : importInto)(services, dataDir, paths, clock)
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
  const { command } = services.config
  const reports = imports.map((one) => describeImport(one, { command }))
  print(`${reports.join('\n\n')}\n${dryRun ? '\n以上是试读结果，没有写入。\n' : ''}`)
}
