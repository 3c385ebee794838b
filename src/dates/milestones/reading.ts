import type { Day, Milestone } from '../../domain/index.ts'
import type { NoDays } from '../civil.ts'
import type { Settled } from '../resolving/index.ts'
import type { TimeContext } from '../time-reading.ts'

/** A milestone still in the positions of the clean text, with its other readings. */
export interface Draft {
  from: number
  to: number
  milestone: Milestone
  /** What stands in the milestone's place in each other reading. */
  otherwise?: Milestone[][]
  /** A reading that only the alternatives have. */
  unlikely?: boolean
}

/** What the reading of a text has come to so far. */
export interface Reading {
  text: string
  context: TimeContext
  drafts: Draft[]
  problems: { from: number; to: number; message: string }[]
  /** The time settled last: what follows takes its year and month over. */
  before: Settled | null
}

export const isProblem = <T extends object>(value: T | NoDays): value is NoDays => 'problem' in value

export const milestone = (start: string | null, due: string | null, ongoing = false): Milestone => ({
  due,
  start,
  recurs: null,
  ongoing,
  what: null,
})

/** A day as the contract writes it: XXXX where the year is not known. */
export const written = (day: Day, settled: Pick<Settled, 'year'>): string =>
  settled.year === 'unknown' ? `XXXX${day.slice(4)}` : day
