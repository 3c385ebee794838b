import { type Fields, isDigitAt, RANK, type Recogniser, sticky } from '../fields.ts'
import { COUNT, readNumber, SMALL } from '../numerals.ts'
import { elidedBefore } from './joined.ts'

// 分 is a frequent slip for 份 (六月分); it is not one where it begins another word
const PORTION = '(?:份|分(?=$|[,。;、)的要完到交应须报前之以底内起止]))?'

const named = sticky(
  `(闰?)(?:(${SMALL})(?:月${PORTION}(?!龄|嫂|饼)|${elidedBefore(SMALL, '月')})|(元|正|腊|冬)月${PORTION})`,
)
// 三四月份: two months without a comma
const neighbour = sticky('([一二三四五六七八九])(?=([一二三四五六七八九])月)')
const relative = sticky(
  `(?:(本|这个?|今个?|当|上{1,3}个?|上一个|下{1,3}个?|下一个)|(次|翌|同|隔))月(?!龄|嫂|饼|球|亮|经|季)${PORTION}`,
)
const ofYear = sticky(`(?:(前|头|后|第)(${COUNT})个?月|(首|末)月)${PORTION}`)
const firstMonths = sticky(`头(${COUNT})个月`)
const whole = sticky('(?:全|整)个?月')

/** The first word that repeats says how far: 下下 is 2. */
const shiftOf = (word: string): number =>
  word.startsWith('上') ? -(word.lastIndexOf('上') + 1) : word.startsWith('下') ? word.lastIndexOf('下') + 1 : 0

const monthsOfYear = (match: RegExpExecArray): Fields | null => {
  if (match[3]) return { month: match[3] === '首' ? 1 : 12 }
  const count = readNumber(match[2] as string)
  if (!(count >= 1 && count <= 12)) return null
  if (match[1] === '第') return { month: count }
  return /[前头]/.test(match[1] as string) ? { month: 1, monthTo: count } : { month: 13 - count, monthTo: 12 }
}

/** 3月, 三月份, 元月, 本月, 下个月, 次月, 2020年前五个月; 正月, 腊月, 闰四月 of the lunar calendar. */
export const months: Recogniser = {
  starts: '123456789一二三四五六七八九十0元正腊冬闰本这今当上下次翌同隔前头后第首末全整',
  read: (text, at, rank, so) => {
    if (rank >= RANK.month) {
      const again = rank === RANK.month ? whole(text, at) : null
      return again && { to: at + again[0].length, rank: RANK.month, fields: so }
    }
    if (isDigitAt(text, at - 1) || (text[at - 1] === '.' && isDigitAt(text, at - 2))) return null
    // 康熙三年五月: of a year that nobody could read
    if (rank === RANK.none && /[年十]/.test(text.charAt(at - 1))) return null
    const pair = neighbour(text, at)
    if (pair && readNumber(pair[2] as string) === readNumber(pair[1] as string) + 1)
      return { to: at + 1, rank: RANK.month, fields: { month: readNumber(pair[1] as string), elided: true } }
    const match = named(text, at)
    if (match) {
      const fields: Fields = {}
      if (match[2]) {
        fields.month = readNumber(match[2])
        if (Number.isNaN(fields.month)) return null
        if (!match[0].includes('月')) fields.elided = true
      } else {
        fields.month = match[3] === '腊' ? 12 : match[3] === '冬' ? 11 : 1
        if (match[3] !== '元') fields.lunar = true
      }
      if (match[1]) Object.assign(fields, { lunar: true, leap: true })
      return { to: at + match[0].length, rank: RANK.month, fields }
    }
    const near = relative(text, at)
    if (near) {
      const fields = near[1]
        ? { monthShift: shiftOf(near[1]) }
        : { monthFrom: near[2] === '同' ? (0 as const) : (1 as const) }
      return { to: at + near[0].length, rank: RANK.month, fields }
    }
    if (rank === RANK.none) {
      const head = firstMonths(text, at)
      const count = head ? readNumber(head[1] as string) : 0
      if (!head || !(count >= 1 && count <= 12)) return null
      return { to: at + head[0].length, rank: RANK.month, fields: { yearShift: 0, month: 1, monthTo: count } }
    }
    if (rank !== RANK.year) return null
    const counted = ofYear(text, at)
    const fields = counted && monthsOfYear(counted)
    return counted && fields && { to: at + counted[0].length, rank: RANK.month, fields }
  },
}
