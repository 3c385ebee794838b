import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assemble } from '../../src/assemble.ts'
import { indexOf } from '../../src/matching/ledger-index.ts'
import { createReader } from '../../src/matching/question-reader.ts'
import { openStoreReadOnly } from '../../src/store/index.ts'
import { openSegmenter } from '../../src/text/load-segmenter.ts'
import { type Answering, type Contestants, measureAnswers } from './answering.ts'
import { measureDocuments } from './documents.ts'
import { measureCold, measureOpening } from './fresh-process.ts'
import { fuseScan } from './fuse-scan.ts'
import { measurePlanning, type PlanningSpeed } from './planning.ts'
import { benchQuestions } from './questions.ts'
import {
  printAnswers,
  printDocuments,
  printFresh,
  printPhases,
  printPlanning,
  printReporting,
  printSlack,
  printWhen,
} from './report.ts'
import { measureReporting } from './reporting.ts'
import { measureSlack } from './slack.ts'
import { importInto, type Phases } from './store-of.ts'
import { measureWhen } from './when.ts'

// npm run bench [-- TASKS …] [-- --json] [-- --quick] [-- --slack | --planning | --reporting]: the last ones take that alone
// What is to be compared is timed in turns in the same run: the ratios say more than the times, which are those of one
// machine on one day.

const DEFAULT_SIZES = [1000, 10_000, 100_000]
const NOW = new Date('2020-01-05T09:00:00+08:00')
const TODAY = '2020-01-05'

const args = process.argv.slice(2)
const quick = args.includes('--quick')
const named = args.filter((arg) => /^\d+$/.test(arg)).map(Number)
const sizes = named.length > 0 ? named : DEFAULT_SIZES
const [dialogues, rounds, processes] = quick ? [5, 2, 3] : [40, 10, 7]
const { cut } = createRequire(import.meta.url)('nodejieba') as { cut: (text: string) => string[] }

/** Who answers over the store of a folder. */
const contestantsAt = async (dir: string): Promise<Contestants> => {
  const view = await openStoreReadOnly({ dir })
  const { ledgers, tasks } = view.snapshot()
  const read = createReader({ loadSegmenter: openSegmenter, ledgers: () => ledgers, sayings: () => new Map() })
  const index = indexOf(view.snapshot())
  return { bot: assemble(view), read: (text) => read(text, index, TODAY), cut, scan: fuseScan(tasks) }
}

const measureAll = async (dir: string, tasks: number): Promise<Answering[]> => {
  const contestants = await contestantsAt(dir)
  const { mixed, misspelt } = benchQuestions(dialogues)
  const scans = quick || tasks > 10_000 ? 1 : 3
  const answers: Answering[] = []
  for (const kind of new Set(mixed.map((question) => question.kind))) {
    const own = mixed.filter((question) => question.kind === kind)
    answers.push(await measureAnswers(kind, own, contestants, { rounds, scans }))
  }
  answers.push(await measureAnswers('misspelt', misspelt, contestants, { rounds, scans }))
  return answers
}

/** The size that reports are measured on: ten thousand where there is such. */
const middle = (): number => (sizes.includes(10_000) ? 10_000 : Math.max(...sizes))

/** Questions that any conversation may ask at any time. */
const standingAlone = (): string[] =>
  benchQuestions(dialogues).mixed.flatMap(({ kind, text }) => (kind === 'follow-up' ? [] : [text]))

const measurePlannings = async (dirOf: (tasks: number) => string): Promise<PlanningSpeed[]> => {
  const speeds: PlanningSpeed[] = []
  for (const tasks of sizes) speeds.push(await measurePlanning(dirOf(tasks), rounds))
  return speeds
}

const measureSizes = async (phases: readonly Phases[], dirOf: (tasks: number) => string): Promise<void> => {
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)]
  const cold = measureCold(dirOf(smallest), processes)
  const opening = measureOpening(dirOf(largest), processes)
  const when = await measureWhen(rounds)
  const documents = measureDocuments(temporary)
  const answering: { tasks: number; answers: Answering[] }[] = []
  for (const tasks of sizes) answering.push({ tasks, answers: await measureAll(dirOf(tasks), tasks) })
  const planning = await measurePlannings(dirOf)
  const slack = await measureSlack(dirOf(smallest), standingAlone(), quick)
  // changes its store: last
  const reporting = await measureReporting(dirOf(middle()), rounds)

  if (args.includes('--json')) {
    process.stdout.write(
      `${JSON.stringify({ phases, cold, opening, when, documents, answering, planning, slack, reporting })}\n`,
    )
    return
  }
  printPhases(phases)
  printFresh(`A command over ${smallest} tasks, start to end`, 'to nodejieba', cold)
  printFresh(`Opening a store of ${largest} tasks`, 'to reading', opening)
  printWhen(when)
  printDocuments(documents)
  for (const { tasks, answers } of answering) printAnswers(tasks, answers)
  printPlanning(planning)
  printSlack(slack)
  printReporting(reporting)
}

const temporary = mkdtempSync(join(tmpdir(), 'duban-bench-'))
try {
  const dirOf = (tasks: number): string => join(temporary, String(tasks))
  const phases: Phases[] = []
  for (const tasks of sizes) phases.push(await importInto(dirOf(tasks), tasks, NOW))
  if (args.includes('--planning')) printPlanning(await measurePlannings(dirOf))
  else if (args.includes('--reporting')) printReporting(await measureReporting(dirOf(middle()), rounds))
  else if (args.includes('--slack')) printSlack(await measureSlack(dirOf(Math.min(...sizes)), standingAlone(), quick))
  else await measureSizes(phases, dirOf)
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
