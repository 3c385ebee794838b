import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assemble } from '../../src/assemble.ts'
import { readLedgerFile } from '../../src/importing/import-file.ts'
import { planImport } from '../../src/importing/plan-import.ts'
import { openStore, openStoreReadOnly } from '../../src/store/index.ts'
import { type Answering, measureAnswers } from './answering.ts'
import { type Loading, measureLoading } from './loading.ts'
import { benchQuestions } from './questions.ts'
import { type Phases, printAnswers, printLoading, printPhases } from './report.ts'
import { syntheticLedgers } from './synthetic.ts'

// npm run bench [-- --json] [-- --quick]
// Answering is timed against nodejieba's `cut` of the same questions in the same run: the ratio says more than the
// times, which are those of one machine on one day.

const SIZES = [1000, 10_000]
const NOW = new Date('2020-01-05T09:00:00+08:00')

const args = new Set(process.argv.slice(2))
const [dialogues, rounds] = args.has('--quick') ? [5, 2] : [40, 10]
const { cut } = createRequire(import.meta.url)('nodejieba') as { cut: (text: string) => string[] }

const timed = async <T>(work: () => T | Promise<T>): Promise<[result: T, milliseconds: number]> => {
  const start = performance.now()
  const result = await work()
  return [result, performance.now() - start]
}

/** Imports the synthetic ledgers into a data folder, reads them back and asks. */
const measureSize = async (tasks: number, dir: string): Promise<{ phases: Phases; answers: Answering[] }> => {
  const folder = join(dir, 'documents')
  mkdirSync(folder, { recursive: true })
  const files = syntheticLedgers(tasks).map(({ file, csv }) => {
    const path = join(folder, file)
    writeFileSync(path, csv)
    return { file, path }
  })
  const [reads, read] = await timed(() => files.map(({ file, path }) => ({ file, read: readLedgerFile(path) })))
  const [plan, merge] = await timed(() => planImport({ ledgers: [], tasks: [], groups: [], people: [] }, reads, NOW))
  const store = await openStore({ dir, now: () => NOW })
  const [, write] = await timed(() => store.update(() => plan.state))
  await store.close()
  const [view, open] = await timed(() => openStoreReadOnly({ dir }))
  const imported = view.snapshot().tasks.length
  if (imported !== tasks) throw new Error(`${tasks} synthetic tasks were imported as ${imported}`)

  const { mixed, misspelt } = benchQuestions(dialogues)
  const [bot, assembling] = await timed(async () => {
    const made = assemble(view)
    await measureAnswers('first', made, cut, mixed.slice(0, 1), 0)
    return made
  })
  const answers = [await measureAnswers('mixed', bot, cut, mixed, rounds)]
  for (const kind of new Set(mixed.map((question) => question.kind)))
    answers.push(
      await measureAnswers(
        kind,
        bot,
        cut,
        mixed.filter((question) => question.kind === kind),
        rounds,
      ),
    )
  answers.push(await measureAnswers('misspelt', bot, cut, misspelt, rounds))
  return { phases: { tasks, read, merge, write, open, assemble: assembling }, answers }
}

const temporary = mkdtempSync(join(tmpdir(), 'duban-bench-'))
try {
  const results: Awaited<ReturnType<typeof measureSize>>[] = []
  const loading: Loading[] = [measureLoading('node'), measureLoading('nodejieba')]
  for (const size of SIZES) {
    const dir = join(temporary, String(size))
    results.push(await measureSize(size, dir))
    for (const kind of ['unit', 'topic'] as const)
      loading.push({ ...measureLoading(kind, dir), what: `duban, ${size} tasks, ${kind} question` })
  }
  if (args.has('--json')) process.stdout.write(`${JSON.stringify({ loading, results })}\n`)
  else {
    printLoading(loading)
    printPhases(results.map(({ phases }) => phases))
    for (const { phases, answers } of results) printAnswers(phases.tasks, answers)
  }
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
