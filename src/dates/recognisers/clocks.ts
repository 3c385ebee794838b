import { RANK, type Recogniser, sticky } from '../fields.ts'
import { SMALL } from '../numerals.ts'

const PART = '(?:凌晨|清晨|早上|早晨|早间|上午|中午|午间|正午|下午|午后|傍晚|晚上|晚间|夜间|夜里|深夜|半夜|午夜)'
const TIME = `(?:(?:${SMALL}|零|两)(?:点钟?|时(?!间|期|代|候|限|常|有|任|长))(?:[一二三123]刻|${SMALL}分?|半|整)?(?:${SMALL}秒)?|\\d{1,2}:\\d{2}(?::\\d{2})?(?:时|点)?)(?:am|pm|左右|许|多钟?|正)?`
const SPAN = `${TIME}(?:(?:至|到|-+)${PART}?${TIME})?`
const OFF = '(?:(?:上|下)班(?:时间)?|收工|散会|午休|上班)(?=之?前|以前|后|时)'

const afterDay = sticky(`[,]?(?:${PART}?(?:${SPAN}|${OFF})|${PART}|[早晚](?:${SPAN})|[早晚](?=之?前|$)|全天|一?整天)`)
const alone = sticky(`${PART}?${OFF}|${PART}${SPAN}|${SPAN}(?=之?前|以前)|${PART}(?=之?前|以前)|^${SPAN}$`)

// by itself it may be a greeting, or part of a name
const mere = sticky(`${PART}(?!好|茶|场|班|餐|饭|休)`)

/** 上午10点, 17:00, 下班(前): it narrows a day. By itself it is of today. */
export const clocks: Recogniser = {
  starts: '0123456789一二三四五六七八九十廿零凌清早上中午正下傍晚夜深半收散,全整',
  read: (text, at, rank) => {
    if (rank === RANK.none) {
      if (/[\d:.]/.test(text.charAt(at - 1))) return null
      const match = alone(text, at)
      if (match) return { to: at + match[0].length, rank: RANK.clock, fields: { dayShift: 0, clock: true } }
      const part = mere(text, at)
      return part && { to: at + part[0].length, rank: RANK.clock, fields: { dayShift: 0, clock: true, loose: true } }
    }
    if (rank < RANK.week || rank === RANK.clock) return null
    const match = afterDay(text, at)
    return match && { to: at + match[0].length, rank: RANK.clock, fields: { clock: true } }
  },
}
