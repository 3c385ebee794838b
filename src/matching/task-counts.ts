import type { Day, Task } from '../domain/index.ts'
import type { LedgerIndex } from './ledger-index.ts'

/** Tasks by how they stand: each is in exactly one part. */
export interface StandingCounts {
  finished: number
  /** With the reviewer, or suspended. */
  held: number
  late: number
  /** Due today or later. */
  ahead: number
  ongoing: number
  /** Without any day. */
  untimed: number
}

export const countStandings = (tasks: readonly Task[], index: LedgerIndex, today: Day): StandingCounts => {
  const { next, late } = index.standings(today)
  const finished = index.finishedOn(today)
  const { held } = index.columns
  const { ongoing } = index.days
  const counts = { finished: 0, held: 0, late: 0, ahead: 0, ongoing: 0, untimed: 0 }
  const places = index.placesOf(tasks)
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as number
    if (finished[place] === 1) counts.finished++
    else if (held[place] === 1) counts.held++
    else if ((late[place] as number) >= 0) counts.late++
    else if ((next[place] as number) >= 0) counts.ahead++
    else if (ongoing.has(place)) counts.ongoing++
    else counts.untimed++
  }
  return counts
}

/** The tasks that fall due first of some, or last, from today on; those of one day in their order. */
export const extremeDues = (
  tasks: readonly Task[],
  which: 'first' | 'last',
  index: LedgerIndex,
  today: Day,
): { day: Day | null; tasks: Task[] } => {
  const { next, days } = index.standings(today)
  const places = index.placesOf(tasks)
  let found: number[] = []
  let extreme = -1
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as number
    const day = next[place] as number
    if (day < 0) continue
    if (extreme < 0 || (which === 'first' ? day < extreme : day > extreme)) {
      extreme = day
      found = []
    }
    if (day === extreme) found.push(place)
  }
  return { day: days[extreme] ?? null, tasks: index.tasksAt(found) }
}
