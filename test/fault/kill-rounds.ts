import { CHANGE } from '../../src/domain/index.ts'
import type { NumberedChange } from '../../src/store/changes.ts'
import { openStore } from '../helpers/store.ts'
import { startChild } from './child.ts'

/** What came of killing a writer again and again on one data folder. */
export interface KillCounts {
  rounds: number
  acknowledged: number
  /** Acknowledged to the outside, but not there afterwards. */
  lost: number
  /** Stores that could not be opened, and rows twice, out of order or unasked for. */
  corrupt: number
}

/**
 * Starts a writer, kills it with SIGKILL after some acknowledgement, opens the store and compares, `rounds` times.
 * `pick(n)` gives a whole number below n.
 */
export const killRounds = async (dir: string, rounds: number, pick: (n: number) => number): Promise<KillCounts> => {
  const counts: KillCounts = { rounds: 0, acknowledged: 0, lost: 0, corrupt: 0 }
  const states = new Set<number>()
  const entries = new Set<number>()
  const commits = new Set<number>()
  for (; counts.rounds < rounds; counts.rounds++) {
    const child = startChild('store-writer.ts', dir)
    const killAfter = 1 + pick(120)
    let seen = 0
    for await (const line of child.lines) {
      const [what, number] = line.split(' ')
      ;({ state: states, entry: entries, commit: commits })[what as 'state' | 'entry' | 'commit'].add(Number(number))
      // what it says until it is dead counts too
      if (++seen === killAfter) child.process.kill('SIGKILL')
    }
    await child.ended()
    if (seen < killAfter) throw new Error(`the writer ended by itself: ${child.errors()}`)
    await compare(dir, { states, entries, commits }, counts)
  }
  counts.acknowledged = states.size + entries.size + commits.size
  return counts
}

const compare = async (
  dir: string,
  { states, entries, commits }: Record<'states' | 'entries' | 'commits', ReadonlySet<number>>,
  counts: KillCounts,
): Promise<void> => {
  const store = await openStore({ dir }).catch(() => null)
  if (store === null) {
    counts.corrupt++
    return
  }
  const { ledgers, tasks } = store.snapshot()
  const kept = store.entries('kept').map(({ body }) => body)
  const lostFrom = (acknowledged: ReadonlySet<number>, present: ReadonlySet<unknown>) =>
    [...acknowledged].filter((n) => !present.has(n)).length
  counts.lost += lostFrom(states, new Set(ledgers.map(({ id }) => Number(id))))
  counts.lost += lostFrom(entries, new Set(kept))
  const trail = store.entries(CHANGE).map(({ body }) => (body as NumberedChange).change)
  counts.lost += lostFrom(commits, new Set(trail.map(({ id }) => Number(id.split(' ')[1]))))
  // every commit counts up by one from where the one before it stood
  const steps = trail.every(({ rows }, at) => rows[0]?.after?.progress === at + 1)
  if (!steps || (tasks[0]?.progress ?? 0) !== trail.length) counts.corrupt++
  const inOrder = (numbers: readonly unknown[]) => numbers.every((n, index) => n === index)
  const whole = inOrder(ledgers.map(({ id }) => Number(id))) && inOrder(tasks.map(({ ledgerId }) => Number(ledgerId)))
  if (!whole || !inOrder(kept)) counts.corrupt++
  await store.close()
}
