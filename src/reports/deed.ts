import type { Day } from '../domain/index.ts'

/** What is done to one task by one report. JSON. */
export type Deed =
  /** Progress, wherever it stands. */
  | { kind: 'progress' }
  /** These milestones are done; all of the task where none is left, or where it was said of all of it. */
  | { kind: 'completion'; milestones: readonly number[]; whole?: boolean }
  | { kind: 'extension'; until: Day; milestones: readonly number[] }
  /** 转办: the unit that is to lead. */
  | { kind: 'transfer'; to: string }
  | { kind: 'suspension' }
  | { kind: 'resumption' }

/** Who reports, and in what capacity. */
export interface Reporter {
  /** As the history names them. */
  name: string
  /** Id of the person; null at the terminal. */
  id: string | null
  /** 督查室: what they report done is done. */
  administrator: boolean
  /** The part they report for, where several units lead; null for the whole row. */
  unit: string | null
}

export interface ReportMoment {
  /** ISO 8601. */
  at: string
  today: Day
  /** Number under which a request is received. */
  receipt: string
}
