/** The units of time that a text can name, from the largest to the smallest. */
export type Grain = 'plan' | 'year' | 'half' | 'quarter' | 'month' | 'third' | 'week' | 'day'

/**
 * What a phrase says of a time before the clock and the context fill in the rest. Relative fields count from today
 * (`Shift`: 0 is 本, 1 is 下) or from the time named before (`From`: 次年, 同月).
 */
export interface Fields {
  /** First and last year of a plan period. */
  plan?: readonly [number, number]
  year?: number
  yearShift?: number
  yearFrom?: 0 | 1
  /** 今明两年: years that follow. */
  yearSpan?: number
  half?: 1 | 2
  quarter?: number
  quarterShift?: number
  /** 前三季度: quarters `quarter` to `quarterTo`. */
  quarterTo?: number
  month?: number
  monthTo?: number
  monthShift?: number
  monthFrom?: 0 | 1
  /** 旬, 1 to 3, and the last one where several are named (中下旬). */
  third?: number
  thirdTo?: number
  halfMonth?: 1 | 2
  weekShift?: number
  /** 第三周 of the month or year named; 0 counts from its end. */
  week?: number
  /** 1 is Monday; 6 with `weekend`. */
  weekday?: number
  weekend?: boolean
  day?: number
  dayShift?: number
  /** 次日 is 1, 第三天 2: days after the one named before. */
  dayFrom?: number
  daySpan?: number
  /** A 号 that may well be the number of something else. */
  loose?: boolean
  /** The n-th working day of the unit named; -1 is the last. */
  nthWorkday?: number
  festival?: string
  /** Months and days of the lunar calendar; `leap` is 闰. */
  lunar?: boolean
  leap?: boolean
  /** 初, 中, 底 of the smallest unit named, or of `edgeOf` where none is. `within` is 年内. */
  edge?: 'start' | 'middle' | 'end' | 'within'
  edgeOf?: Grain
  /** An hour, or 下班前: it narrows the day but does not change it. */
  clock?: boolean
  /** The unit's own word was left out (3、6、9月): finer fields come from the one that has it. */
  elided?: boolean
  /** Which month of a quarter that comes round: 首月 1, 末月 3, 次月 4. */
  monthOfQuarter?: number
}

/** How far a moment has been spelt out: later pieces must be smaller. */
export const RANK = {
  none: -1,
  plan: 0,
  year: 1,
  half: 2,
  quarter: 3,
  month: 4,
  week: 5,
  day: 6,
  edge: 7,
  clock: 8,
} as const

/** A piece of a moment: what it says, where it ends and how fine it is. */
export interface Piece {
  to: number
  rank: number
  fields: Fields
}

/**
 * Reads one piece at a place in a clean text. `rank` is that of the pieces before it ({@link RANK}), `so` what they
 * said.
 */
export interface Recogniser {
  /** The characters it can begin with. */
  starts: string
  read: (text: string, at: number, rank: number, so: Fields) => Piece | null
}

export const NUMERALS = '0123456789一二三四五六七八九十廿卅零o'

/** A sticky expression as a function of text and place. */
export const sticky = (source: string): ((text: string, at: number) => RegExpExecArray | null) => {
  const expression = new RegExp(source, 'y')
  return (text, at) => {
    expression.lastIndex = at
    return expression.exec(text)
  }
}

export const isDigitAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}
