import { type Fields, RANK, type Recogniser, sticky } from '../fields.ts'
import { readNumber, SMALL } from '../numerals.ts'
import { TO } from './joined.ts'

const WEEK = '(?:周|星期|礼拜)'
const NAMES = '一二三四五六日天'
const NOT_A_WEEK = '(?!期|年|边|岁|长|转|全|密|刊|报(?!送|告))'

const near = sticky(
  `(本|这个?|这一|当|今个?|上{1,3}个?|上一个?|下{1,3}个?|下一个?|次)${WEEK}(?:的?${WEEK}?([${NAMES}末1-7])|${NOT_A_WEEK})`,
)
const weekday = sticky(`${WEEK}([${NAMES}末1-7])(?![\\d周]|年(?!底|末|前|内))`)
const weekend = sticky('双休日|周六、?周?日|星期六、?(?:星期)?[日天]')
// 周三四: two days running
const neighbours = sticky(`${WEEK}([一二三四五])([二三四五六])(?![月日号年点个时季])`)
// 周一至五
const endOfRange = sticky(`(?<=${WEEK}[${NAMES}]${TO})([${NAMES}])(?![月日号年点个时季度级十\\d])`)
const bracketed = sticky(`[,]?\\(?${WEEK}([${NAMES}])\\)?`)
const numbered = sticky(`(?:第(${SMALL})|(首)|(最后一?))个?${WEEK}(?:([${NAMES}])|(?!期|年|边))`)

/** Monday is 1. */
export const weekdayNumber = (name: string): number => {
  const index = NAMES.indexOf(name)
  return index < 0 ? Number(name) : Math.min(index + 1, 7)
}

const onDay = (name: string | undefined): Fields =>
  name === undefined ? {} : name === '末' ? { weekday: 6, weekend: true } : { weekday: weekdayNumber(name) }

const shiftOf = (word: string): number =>
  word.startsWith('上')
    ? -(word.lastIndexOf('上') + 1)
    : word.startsWith('下')
      ? word.lastIndexOf('下') + 1
      : word === '次'
        ? 1
        : 0

/** 本周, 下周三, 周五, 星期天, 周末; 第三周 and 第一个周二 of a month; the weekday in brackets behind a day. */
export const weeks: Recogniser = {
  starts: `周星礼本这今当上下次双第首最(,${NAMES}`,
  read: (text, at, rank, so) => {
    if (rank === RANK.day) {
      const match = so.weekday === undefined ? bracketed(text, at) : null
      return match && { to: at + match[0].length, rank, fields: { weekday: weekdayNumber(match[1] as string) } }
    }
    if (rank >= RANK.year && rank <= RANK.month) {
      const match = numbered(text, at)
      if (!match) return null
      const week = match[1] ? readNumber(match[1]) : match[2] ? 1 : 0
      if (!(week >= 0 && week <= (rank === RANK.year ? 53 : 6))) return null
      const of: Fields = { week, ...onDay(match[4]) }
      return { to: at + match[0].length, rank: match[4] ? RANK.day : RANK.week, fields: of }
    }
    if (rank !== RANK.none) return null
    if (NAMES.includes(text.charAt(at))) {
      const second = '至到-'.includes(text.charAt(at - 1)) ? endOfRange(text, at) : null
      return second && { to: at + 1, rank: RANK.day, fields: onDay(second[1]) }
    }
    const match = near(text, at)
    if (match) {
      const fields = { weekShift: shiftOf(match[1] as string), ...onDay(match[2]) }
      return { to: at + match[0].length, rank: match[2] ? RANK.day : RANK.week, fields }
    }
    const rest = weekend(text, at)
    if (rest) return { to: at + rest[0].length, rank: RANK.day, fields: onDay('末') }
    const pair = neighbours(text, at)
    if (pair && weekdayNumber(pair[2] as string) === weekdayNumber(pair[1] as string) + 1)
      return { to: at + pair[0].length, rank: RANK.day, fields: { ...onDay(pair[1]), daySpan: 1 } }
    const day = weekday(text, at)
    return day && { to: at + day[0].length, rank: RANK.day, fields: onDay(day[1]) }
  },
}
