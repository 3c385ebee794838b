import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../src/data.ts'
import { spreadOf } from './statistics.ts'

/** What fresh processes of a kind cost. */
export interface Fresh {
  what: string
  /** Median, milliseconds. */
  milliseconds: number
  /** Resident memory at the end, megabytes; null where it is not known. */
  megabytes: number | null
  /** How many of the kind that it is measured by cost the same. */
  ratio: number
}

interface Run {
  milliseconds: number
  megabytes: number | null
}

/** Runs of several kinds in turns; each is measured by the kind called `by`. */
const inTurns = (runs: Readonly<Record<string, () => Run>>, by: string, rounds: number): Fresh[] => {
  const results = new Map<string, Run[]>()
  for (let round = 0; round < rounds; round++)
    for (const [what, run] of Object.entries(runs)) results.set(what, [...(results.get(what) ?? []), run()])
  const medianOf = (what: string): number =>
    spreadOf((results.get(what) ?? []).map(({ milliseconds }) => milliseconds)).median
  return [...results].map(([what, [first]]) => ({
    what,
    milliseconds: medianOf(what),
    megabytes: first?.megabytes ?? null,
    ratio: medianOf(what) / medianOf(by),
  }))
}

const CHILD = fileURLToPath(new URL('./child.js', import.meta.url))

/**
 * Opening a store: until it is read and parsed and no more, and until the first question of a kind is answered. The
 * processes time themselves, with their code loaded.
 */
export const measureOpening = (dir: string, rounds: number): Fresh[] => {
  const child = (what: string) => (): Run =>
    JSON.parse(execFileSync(process.execPath, [CHILD, what, dir], { encoding: 'utf8' }))
  return inTurns(
    {
      'read and parsed': child('parse'),
      'first answer: unit': child('unit'),
      'first answer: period': child('period'),
      'first answer: topic': child('topic'),
    },
    'read and parsed',
    rounds,
  )
}

const SENTENCE = '普惠性幼儿园方面有哪些任务'

/** Whole commands, from their start to their end: `ask` beside a process that loads nodejieba and cuts one sentence. */
export const measureCold = (dir: string, rounds: number): Fresh[] => {
  const root = packageRoot()
  const nodejieba = createRequire(import.meta.url).resolve('nodejieba')
  const { bin } = createRequire(import.meta.url)(join(root, 'package.json')) as { bin: { duban: string } }
  const run =
    (...args: string[]) =>
    (): Run => {
      const start = performance.now()
      execFileSync(process.execPath, args, { encoding: 'utf8' })
      return { milliseconds: performance.now() - start, megabytes: null }
    }
  const ask = (question: string) =>
    run(join(root, bin.duban), 'ask', '--data', dir, '--now', '2020-01-05T09:00:00+08:00', question)
  return inTurns(
    {
      node: run('-e', '0'),
      'node, nodejieba, one cut': run('-e', `require(${JSON.stringify(nodejieba)}).cut('${SENTENCE}')`),
      'ask: unit': ask('市教育局负责哪些任务'),
      'ask: period': ask('三月底前要交什么'),
      'ask: topic': ask(SENTENCE),
    },
    'node, nodejieba, one cut',
    rounds,
  )
}
