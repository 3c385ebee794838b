import { readNumber } from '../dates/numerals.ts'

const NUMBER = '(\\d{1,2}|[一二两三四五六七八九十]{1,3})'
const TIME = new RegExp(
  `(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|今晚|明晚)?(?:${NUMBER}(?:点钟?|时)(?:(半)|(一刻|三刻)|${NUMBER}分?)?|(\\d{1,2})[:：](\\d{2}))`,
)

/** 上午九点, 下午三点半, 15:30: minutes since midnight; null where no time of day is named. */
export const readTimeOfDay = (text: string): number | null => {
  const match = TIME.exec(text)
  if (!match) return null
  const [, part = '', hours, half, quarter, minutes, clockHours, clockMinutes] = match
  const hour = readNumber(hours ?? clockHours ?? '')
  const minute = half ? 30 : quarter ? (quarter === '一刻' ? 15 : 45) : readNumber(minutes ?? clockMinutes ?? '0')
  if (!(hour <= 24) || !(minute < 60)) return null
  const later = /下午|傍晚|晚/.test(part) && hour < 12 ? 12 : 0
  return (hour + later) * 60 + minute
}
