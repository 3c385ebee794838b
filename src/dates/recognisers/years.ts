import { festivalAt } from '../festivals.ts'
import { isDigitAt, RANK, type Recogniser, sticky } from '../fields.ts'
import { readDigits, readNumber, SMALL, YEAR } from '../numerals.ts'
import { elidedBefore, JOIN, TO } from './joined.ts'

const RELATIVE: Record<string, number> = { 大前: -3, 前: -2, 去: -1, 今: 0, 本: 0, 明: 1, 来: 1, 后: 2, 大后: 3 }
/** Words after 二十年-like 年 that are no time: 年代, 年级. */
const NOT_AFTER = '(?!代|级|龄)'

const full = sticky(
  `(${YEAR})(?:年(?:度|份)?${NOT_AFTER}|${elidedBefore(YEAR, '年')}|(?=全年|q[1-4])|(?=${TO}(?:${YEAR}(?![-./\\d])|\\d{2}年)))`,
)
const old = sticky('(1[0-8]\\d{2})年')
const spoken = sticky('[两二]千零?([一二三四五六七八九十]{0,3})年(?:度)?')
const secondOfRange = sticky(`(?<=${YEAR}(?:[./年]\\d{1,2}月?)?${JOIN})(${YEAR})(?![-./\\d月])`)
// 1985到89年
const shortSecond = sticky(`(?<=(${YEAR})年?${TO})(\\d{2})年`)
const alone = /^[12]\d{3}$/
const short = sticky(
  `(\\d{2}|[零o一二三四五六七八九]{2})年度?(?=年?[底末初内]|年[中终]|${SMALL}月|[元正腊]月|[上下]半年|全年|第?[一二三四1-4]季|q[1-4]|前[\\d一二两三四五六七八九十]+个?月|第[\\d一二两三四五六七八九十]+个月|首月|五一|十一|七一|八一|${TO}\\d{2}年(?![以期左有])|$)`,
)
const beforeFestival = sticky('(\\d{2}|[零o一二三四五六七八九]{2})年的?')
const republic = sticky('(?:中华)?民国(?:(\\d{1,3}|[一二三四五六七八九十百零]{1,5})|元)年')
const past = sticky('([890]\\d|零[一二三四五六七八九])年(?!以上|以下)')
const relative = sticky('(大?前|大?后|去|今|明|来)年(?:度)?(?!来|轻|级|龄)')
const counted = sticky('(本|这一?|上一?个?|下一?个?|前一)年(?:度|(?!级|龄|轻|来|会|产|均|薪))')
const next = sticky('(次|翌|同|第二)年(?:度)?|(当)年(?=年?[底末内初]|度|\\d|[一二三四五六七八九十]+月)')
const whole = sticky('(?:整个?)?全年(?:度)?')
const two = sticky('今明(?:两|二|后三)年')

/** 19年底, 98年; 20年小寒. */
const readShort = (text: string, at: number): RegExpExecArray | null => {
  const found = short(text, at) ?? past(text, at)
  if (found) return found
  const festive = beforeFestival(text, at)
  return festive && festivalAt(text, at + festive[0].length) ? festive : null
}

/** 2020年, 二零二零年, 19年底, 今年, 明年, 次年, 全年 … */
export const years: Recogniser = {
  starts: '两12一二零o九八03456789三四五六七今本当这去上前大明来下翌次后同全整民中第',
  read: (text, at, rank, so) => {
    if (rank >= RANK.year) {
      const again = rank === RANK.year ? whole(text, at) : null
      return again && { to: at + again[0].length, rank: RANK.year, fields: so }
    }
    const piece = (match: RegExpExecArray, fields: object) => ({ to: at + match[0].length, rank: RANK.year, fields })
    const numeric = isDigitAt(text, at - 1) ? null : (full(text, at) ?? secondOfRange(text, at))
    if (numeric) {
      const elided = !numeric[0].includes('年')
      const year = readDigits(numeric[1] as string)
      return piece(numeric, elided ? { year, elided } : { year })
    }
    const thousand = spoken(text, at)
    const rest = thousand?.[1] ? readNumber(thousand[1]) : 0
    if (thousand && !Number.isNaN(rest)) return piece(thousand, { year: 2000 + rest })
    const early = isDigitAt(text, at - 1) ? null : old(text, at)
    if (early) return piece(early, { year: Number(early[1]) })
    if (alone.test(text) && at === 0) return { to: 4, rank: RANK.year, fields: { year: Number(text) } }
    const later = shortSecond(text, at)
    if (later) {
      const first = readDigits(later[1] as string)
      return piece(later, { year: first - (first % 100) + Number(later[2]) })
    }
    const roc = republic(text, at)
    const reign = roc ? (roc[1] ? readNumber(roc[1].replace('零', '')) : 1) : 0
    if (roc && reign >= 1 && reign <= 150) return piece(roc, { year: 1911 + reign })
    const two2 = /[一二三四五六七八九十百零\d.第]/.test(text.charAt(at - 1)) ? null : readShort(text, at)
    if (two2) {
      const value = readDigits(two2[1] as string)
      return piece(two2, { year: value < 50 ? 2000 + value : 1900 + value })
    }
    const near = relative(text, at)
    if (near) return piece(near, { yearShift: RELATIVE[near[1] as string] })
    const step = counted(text, at)
    if (step)
      return piece(step, { yearShift: /^[上前]/.test(step[1] as string) ? -1 : step[1]?.startsWith('下') ? 1 : 0 })
    const after = next(text, at)
    if (after) return piece(after, { yearFrom: /^[次翌第]/.test(after[0]) ? 1 : 0 })
    const pair = two(text, at)
    if (pair) return piece(pair, { yearShift: 0, yearSpan: pair[0].includes('三') ? 2 : 1 })
    const all = whole(text, at)
    return all && piece(all, { yearShift: 0 })
  },
}
