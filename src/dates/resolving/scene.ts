import type { Day } from '../../domain/index.ts'
import type { Days, NoDays } from '../civil.ts'
import type { Fields } from '../fields.ts'
import type { TimeContext } from '../time-reading.ts'

/** A time settled on the calendar. */
export interface Settled extends Days {
  /** 月底, 年底: only the end is meant, there is no first day. */
  edge: boolean
  /** `unknown`: the days are those of {@link STAND_IN_YEAR}, to be written XXXX. */
  year: 'given' | 'clock' | 'unknown'
  /** Whether the text names a month or something smaller. */
  fine: boolean
}

/** Stands for a year that the document does not give; not a leap year. */
export const STAND_IN_YEAR = 2001

/** What a time is settled by, besides its own words. */
export interface Scene {
  context: TimeContext
  now: Day
  /** The words of a document: the clock has no say. */
  ledger: boolean
  /** What is asked lies behind (逾期, 完成了). */
  back: boolean
  /** The time named before it in the same text. */
  before: Settled | null
}

export const NO_CLOCK: NoDays = { problem: '文件中的相对时间无从推算' }

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
export const monthOf = (day: Day): number => Number(day.slice(5, 7))

const isFine = ({ month, third, halfMonth, day, festival, monthShift, weekday, nthWorkday, edgeOf }: Fields): boolean =>
  (month ?? third ?? halfMonth ?? day ?? festival ?? monthShift ?? weekday ?? nthWorkday) !== undefined ||
  edgeOf === 'month'

/** Days with what else is known of the time they stand for. */
export const settled = (days: Days | NoDays, fields: Fields, year: Settled['year']): Settled | NoDays =>
  'problem' in days
    ? days
    : {
        first: days.first,
        last: days.last,
        edge: fields.edge === 'end',
        year,
        fine: isFine(fields),
      }

/** The rule for one kind of time; undefined where the fields are of another kind. */
export type Settle = (fields: Fields, scene: Scene) => Settled | NoDays | undefined
