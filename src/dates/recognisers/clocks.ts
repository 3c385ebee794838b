import { type Fields, RANK, type Recogniser, sticky } from '../fields.ts'
import { SMALL } from '../numerals.ts'

const PART =
  '(?:凌晨|大?清早|清晨|一?大早|早上|早晨|早间|朝早|上午|中午|午间|正午|下午|午后|晏昼|傍晚|晚上|晚间|夜间|夜里|夜晚|深夜|半夜|午夜)'
const HOUR = '(?:二十[一二三四]?|十[一二三四五六七八九]?|[零两一二三四五六七八九]|(?:[01]?\\d|2[0-4])(?!\\d))'
const JOIN = '(?:至|到|-+)'
const MERIDIEM = '[ap]\\.?m\\.?'
// 六点四十, 8点05; 零点五 and 二十点六 are numbers
const MINUTES = `(?:[一二三123]刻|半|${SMALL}分(?![之钟])|零[一二三四五六七八九]|[一二三四五]?十[一二三四五六七八九]?|[0-5]\\d(?!\\d))`
const SPOKEN = `${HOUR}(?:点钟?|时(?!间|期|代|候|限|常|有|任|长))(?:${MINUTES}|(?![\\d一二三四五六七八九十零]))(?:${SMALL}秒)?(?:${MERIDIEM})?`
const DIGITAL = `(?:[01]?\\d|2[0-4]):[0-5]\\d(?!\\d)(?::[0-5]\\d)?(?:${MERIDIEM}|[ap](?![a-z])|时|点|分)?`
const TIME = `(?:${SPOKEN}|${DIGITAL}|\\d{1,2}${MERIDIEM})(?:左右|许|多钟?|正|整)?`
const NEXT_DAY = '(?:次日|翌日|第二天)'
const END = `${JOIN}(?:${NEXT_DAY}?${PART}?${TIME}|${NEXT_DAY}${PART})`
const RANGE = `(?:${TIME}|${HOUR})${END}`
const SPAN = `(?:${RANGE}|${TIME})`
const ABOUT = '(?:大约|大概|约)?'
const OFF = '(?:(?:上|下)班(?:时间)?|收工|散会|午休|上班)(?=之?前|以前|后|时)'
/** What shows that a time of day is meant, and no number. */
const TIMELY = '(?=之?[前后]|以[前后]|的?时候|开会|开始|召开|截止)'

const afterDay = sticky(
  `[, ]?(?:${ABOUT}(?:${PART}的?)?(?:${SPAN}|${OFF})|${ABOUT}${PART}|[早晚](?:${SPAN})|[早晚](?=之?前|$)|全天|一?整天|现在|此时)`,
)
const alone = sticky(
  `${PART}?${OFF}|${ABOUT}${PART}的?${SPAN}|(?:${PART}的?)?${RANGE}|${SPAN}${TIMELY}|${PART}(?=之?前|以前)|^${ABOUT}${SPAN}$|^${DIGITAL}(?!的?比|[:\\d])|^(?:全天|白天|当晚)$`,
)

// by itself it may be a greeting, or part of a name
const mere = sticky(`${PART}(?!好|茶|场|班|餐|饭|休)`)

/** 当晚十时, 当日午夜: of the day that is spoken of. */
const thatDay = sticky(`当[晚日天](?:${PART}(?:${SPAN})?|${SPAN})`)

/** 晚上11点至凌晨2点, 13:20至次日5:40. */
const OVERNIGHT = new RegExp(`(?:下午|傍晚|晚|夜).*${JOIN}(?:凌晨|清晨|早|上午)|${NEXT_DAY}`)

/** What only stands between a day and its hour (，的), or after it: no time of day begins with it. 全天 stands by itself. */
const NEVER_FIRST = new Set(', 的现此整')

const NUMERALS_OF_HOURS = new Set('0123456789一二三四五六七八九十廿零两')
const HOUR_ENDS = new Set('点时:ap至到-')

/** Without any of these in sight a range is one of months or amounts (3月至5月). */
const HOURLY = /[点时:m]|[次翌]日|第二天/
const IN_SIGHT = 16

/** Most numbers are no hours: a cheap look at what follows, since the patterns of hours are long ones. */
const isHour = (text: string, at: number): boolean =>
  (HOUR_ENDS.has(text.charAt(at + 1)) || HOUR_ENDS.has(text.charAt(at + 2)) || HOUR_ENDS.has(text.charAt(at + 3))) &&
  HOURLY.test(text.slice(at, at + IN_SIGHT))

const clock = (match: RegExpExecArray, at: number, fields: Fields) => ({
  to: at + match[0].length,
  rank: RANK.clock,
  fields: { ...fields, clock: true, ...(OVERNIGHT.test(match[0]) ? { daySpan: 1 } : {}) },
})

/** 上午10点, 17:00, 下班(前): it narrows a day. By itself it is of today. */
export const clocks: Recogniser = {
  starts: '0123456789一二三四五六七八九十廿零两凌清早朝晏上中午正下傍晚夜深半大约收散,全整白当现此 的',
  read: (text, at, rank) => {
    if (rank === RANK.none) {
      const numeral = NUMERALS_OF_HOURS.has(text.charAt(at))
      if (numeral ? !isHour(text, at) : NEVER_FIRST.has(text.charAt(at)) || (at > 0 && text.startsWith('全', at)))
        return null
      if (/[\d:.一二三四五六七八九十百零]/.test(text.charAt(at - 1))) return null
      const match = alone(text, at)
      if (match) return clock(match, at, { dayShift: 0 })
      if (numeral) return null
      const then = thatDay(text, at)
      if (then) return clock(then, at, { dayFrom: 0 })
      const part = mere(text, at)
      return part && clock(part, at, { dayShift: 0, loose: true })
    }
    if (rank < RANK.week || rank === RANK.clock) return null
    const match = afterDay(text, at)
    return match && clock(match, at, {})
  },
}
