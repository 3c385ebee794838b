import { type Fields, isDigitAt, RANK, type Recogniser, sticky } from '../fields.ts'

const Y = '((?:19|20|21)\\d{2})'
const M = '(0?[1-9]|1[0-2])'
const D = '(0?[1-9]|[12]\\d|3[01])'
const SEPARATOR = '[-./]'
const HOUR = '(?:(?:t| ?)\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:z|[+-]\\d{2}:?\\d{2}(?![\\d./年-]))?)?'

const full = sticky(
  `(1\\d{3}|2[01]\\d{2})${SEPARATOR}(\\d{1,2})${SEPARATOR}(?:(\\d{1,2})(?!\\d)|(\\d{2})(?=\\d{2}:\\d{2}))(?:日|号)?${HOUR}`,
)
const dayLast = sticky('(\\d{1,2})([-/.])(\\d{1,2})\\2((?:19|20)\\d{2}|\\d{1,2})(?![\\d.]|(?<=-\\d{1,4})-)')
const spaced = sticky(`${Y} (\\d{1,2}) (\\d{1,2})(?!\\d)`)
const compact = sticky(`${Y}(0[1-9]|1[0-2])(\\d{2})(?!\\d)`)
const yearMonth = sticky(`${Y}${SEPARATOR}${M}(?!\\d|[./]\\d|-\\d{1,2}(?!\\d)|[%亿万千元倍个家项米吨])月?`)
const compactMonth = sticky(`${Y}(0[1-9]|1[0-2])(?!\\d)(?=底|末|之?前|以前|$)`)
const yearWeek = sticky(`${Y}-(\\d{1,2})周`)

const FOLLOWS =
  '(?=日|号|之?前|以前|起|止|至|到|-\\d| \\d{1,2}(?::|点|时)|、|和|,|。|;|\\)|$|的|(?:上|中|下)午|晚|早|截止)'
const monthDay = sticky(`${M}(?:\\.|\\/)${D}(?!\\d|[./]\\d|%)${FOLLOWS}(?:日|号)?`)
const dashed = sticky(
  `(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(?!\\d)(?=$|之?前|以前|-(?:0[1-9]|1[0-2])-[0-3]\\d(?!\\d)| \\d{1,2}:)(?<!\\d{3}-.{5})|^(0?[1-9]|1[0-2])-(0?[1-9]|[12]\\d|3[01])$`,
)
/** Before a month and day without 日 that nothing but its place tells from a decimal number. */
const OPENS = /(?:^|[于在到至自从,、;(-]|截止|每年)$/

const piece = (at: number, match: RegExpExecArray, fields: Fields, rank: number) => ({
  to: at + match[0].length,
  rank,
  fields,
})

/** Years of two digits are those up to 2049. */
const century = (year: number): number => (year > 99 ? year : year < 50 ? 2000 + year : 1900 + year)

/** 10/7/2018, 13.5.2015, 05/05/89, 21-07-01: with slashes the month comes first, else the day. */
const readTurned = (match: RegExpExecArray, whole: boolean): Fields | null => {
  const [a, b, c] = [Number(match[1]), Number(match[3]), Number(match[4])]
  const last = match[4] as string
  const yearFirst = a > 12 && a < 50 && b >= 1 && b <= 12 && c >= 1 && c <= 31
  if (yearFirst && (last.length === 2 || (last.length === 1 && whole))) return { year: century(a), month: b, day: c }
  if (last.length === 1) return null
  // 3-7-27 may be the number of a flat
  if (last.length === 2 && c <= 31 && !last.startsWith('0') && !(whole && match[2] === '/')) return null
  const monthFirst = (match[2] === '/' || last.length === 2) && a <= 12
  const [month, day] = monthFirst ? [a, b] : [b, a]
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { year: century(c), month, day } : null
}

/** 2020-03-31, 2020/3/31, 2020.3.31, 20200331, 2020.6, 3.31前 … */
export const notations: Recogniser = {
  starts: '0123456789',
  read: (text, at, rank) => {
    const before = text.charAt(at - 1)
    if (isDigitAt(text, at - 1) || ((before === '.' || before === '/') && isDigitAt(text, at - 2))) return null
    if (rank === RANK.none) {
      const day = full(text, at) ?? compact(text, at) ?? spaced(text, at)
      if (day) {
        const fields = { year: Number(day[1]), month: Number(day[2]), day: Number(day[3] ?? day[4]) }
        return piece(at, day, fields, day[0].includes(':') ? RANK.clock : RANK.day)
      }
      const turned = dayLast(text, at)
      const fields = turned && readTurned(turned, turned[0].length === text.length)
      if (turned && fields) return piece(at, turned, fields, RANK.day)
      const week = yearWeek(text, at)
      if (week) return piece(at, week, { year: Number(week[1]), week: Number(week[2]) }, RANK.week)
      const month = yearMonth(text, at) ?? compactMonth(text, at)
      if (month) return piece(at, month, { year: Number(month[1]), month: Number(month[2]) }, RANK.month)
    }
    if (rank !== RANK.none && rank !== RANK.year) return null
    const match = monthDay(text, at) ?? dashed(text, at)
    if (!match) return null
    const after = text.slice(at + match[0].length)
    const marked = /[日号]$/.test(match[0]) || /^(?:之?前|以前|起(?!草)|止)/.test(after) || rank === RANK.year
    if (!marked && !OPENS.test(text.slice(Math.max(0, at - 2), at))) return null
    return piece(at, match, { month: Number(match[1] ?? match[3]), day: Number(match[2] ?? match[4]) }, RANK.day)
  },
}
