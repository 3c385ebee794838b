import type { Day, Milestone } from '../domain/index.ts'

/** What the clock and the text around a time phrase say about it. */
export interface TimeContext {
  /** The civil day that 今天, 下周三 and dates without a year are counted from. */
  now: Day
  /** The time of that day in minutes since midnight: hours and half days are counted from it where it is known. */
  minutes?: number
  /**
   * - `phrase` (`when`, reports): dates without a year are the next ones; `due` of a recurrence is its first
   *   occurrence on or after now.
   * - `question`: likewise, but a quarter or half that has passed is the coming one, unless `looks` is `back`.
   * - `ledger`: the cell or sentence of a document. Years come from the text, else from `year`, else stay `XXXX`;
   *   the clock is never used to fill one in.
   */
  purpose: 'phrase' | 'question' | 'ledger'
  /** The document's own year; only for `ledger`. */
  year?: number | null
  /** Whether what is asked lies ahead (到期, the default) or behind (逾期, 完成了): settles dates without a year. */
  looks?: 'ahead' | 'back'
}

/** A milestone and where in the text it was read: `[from, to)` in UTF-16 units of the text as given. */
export interface ReadMilestone extends Milestone {
  span: [number, number]
}

export interface TimeReading {
  /** In the order of the text; empty where the text has no time in it. The likelier reading where there are several. */
  milestones: ReadMilestone[]
  /** The other readings, each complete, where the text is ambiguous. */
  alternatives: ReadMilestone[][]
  /** What was recognised as a time but cannot be one (2月30日), or lies beyond the known calendar; in Chinese. */
  problems: { span: [number, number]; message: string }[]
}
