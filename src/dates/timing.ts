import type { Milestone } from '../domain/index.ts'
import { readTimes } from './time-reader.ts'

export interface Timing {
  milestones: Milestone[]
  /** In Chinese, for the doubts of an import; each once. */
  problems: string[]
}

/** In a document nothing is counted from today; the day given here is never looked at. */
const NO_CLOCK = '2001-01-01'

/**
 * Reads a deadline cell or a sentence of a document: the milestones without their places, and what is doubtful about
 * them. `year` is the document's own, null where it gives none.
 */
export const readTiming = (cell: string, { year }: { year: number | null }): Timing => {
  const { milestones, problems } = readTimes(cell, { now: NO_CLOCK, purpose: 'ledger', year })
  return {
    milestones: milestones.map(({ span: _, ...milestone }) => milestone),
    problems: [...new Set(problems.map(({ message }) => message))],
  }
}
