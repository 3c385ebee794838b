import { type Fields, type Grain, isDigitAt, NUMERALS, RANK, type Recogniser, sticky } from '../fields.ts'
import { readNumber, SMALL } from '../numerals.ts'
import { elidedBefore, TO } from './joined.ts'

const SHIFTS: Record<string, number> = { 大前: -3, 前: -2, 昨: -1, 寻: -1, 琴: -1, 今: 0, 明: 1, 听: 1, 后: 2, 大后: 3 }

/** What may follow 25号 or 3月31 for it to be a day and not the number of something. */
const DAY_FOLLOWS =
  '(?=$|[,。;)(、的]|之?前|以前|起|开始|止|至|到|-|和|及|(?:大?上|中|下)午|早|晚|凌晨|周|星期|下班|截止|要(?!求)|交|报|完成|办[结完]|开会|召开|举行|出生|印发|发布|启动|验收|之?后|以后|以内|期间|\\d{1,2}[:点时])'

const ofMonth = sticky(
  `(?:(${SMALL})(?:日|号(?![楼线院机店门桥令文])|${elidedBefore(SMALL, '[日号]')})|初([一二三四五六七八九十]|\\d{1,2}))`,
)
const bareOfMonth = sticky(`(${SMALL})${DAY_FOLLOWS}`)
// 二月十三到十五: the second of two days that both go without 日
const endOfRange = sticky(`(?<=月${SMALL}[日号]?${TO})(${SMALL})${DAY_FOLLOWS}`)
const dayAlone = sticky(
  `(${SMALL})(?:(日)(?!之[^前后内间]|常|均|志|报(?!送)|程|本|语|元|游|产|夜|记|历|子|出|落|益|渐|光|用|内|之内|以内)|号${DAY_FOLLOWS}|${elidedBefore(SMALL, '日')})`,
)
const lunarAlone = sticky('(?:大年)?初([一二三四五六七八九十])(?![中级步])|(廿[一二三四五六七八九])(?![日号])')
const relative = sticky(
  '(大?前|昨|今|明|大?后)(?:天|日(?!头条)|儿个?)|(昨|今|明)(早|晚|晨|夜|朝)(?:上|间|里)?|(寻|琴|听)日(?![期常程子记])|(?:即日|现在|目前|今)(?=起|至|到)|^(?:现在|此[时刻]|当[前下]|目前|眼下|如今)$',
)
const following = sticky(`(?:次|翌|隔)[日天]|第二天|^第(${SMALL})[日天]`)
const same = sticky('(?:当|同)[天日]')
const nthWorkday = sticky(`(?:(最后一?|末)|第?(${SMALL})|(首))个?工作日`)
const lastDay = sticky('最后一[天日]')
const several = sticky('今明(?:两|二|后三)[天日]|明后(?:两|二)?[天日]')
const today = sticky('今[天日]')

/** 30-90日 is no pair of days. */
const isLength = (text: string, at: number): boolean =>
  [...(/^[^日]*/.exec(text.slice(at, at + 60))?.[0].matchAll(/\d+/g) ?? [])].some(([number]) => Number(number) > 31)

const GRAINS: Partial<Record<number, Grain>> = {
  [RANK.year]: 'year',
  [RANK.half]: 'half',
  [RANK.quarter]: 'quarter',
  [RANK.month]: 'month',
}

const day = (to: number, fields: Fields) => ({ to, rank: RANK.day, fields })

/** 31日, 31号, 今天, 后天, 次日; 初八 of the lunar calendar. */
export const days: Recogniser = {
  starts: `${NUMERALS}最末首初大年即昨今明后前次翌隔第当同即现目此眼如寻琴听`,
  read: (text, at, rank, so) => {
    if (rank === RANK.day) {
      const again = same(text, at)
      return again && day(at + again[0].length, so)
    }
    if (isDigitAt(text, at - 1)) return null
    if (rank === RANK.year && so.yearShift !== undefined) {
      const then = today(text, at)
      if (then) return day(at + then[0].length, { dayShift: 0 })
    }
    if (rank >= RANK.year && rank <= RANK.month) {
      const last = lastDay(text, at)
      if (last)
        return { to: at + last[0].length, rank: RANK.edge, fields: { edge: 'end', edgeOf: GRAINS[rank] as Grain } }
      const nth = nthWorkday(text, at)
      const n = nth ? (nth[1] ? -1 : nth[3] ? 1 : readNumber(nth[2] as string)) : 0
      if (nth && n !== 0 && !Number.isNaN(n)) return day(at + nth[0].length, { nthWorkday: n })
    }
    if (rank === RANK.month) {
      const match = ofMonth(text, at)
      if (match) {
        if (match[2]) return day(at + match[0].length, { day: readNumber(match[2]), lunar: true })
        const value = readNumber(match[1] as string)
        if (Number.isNaN(value) || value > 99) return null
        const lunar = /^廿[^日号]*$/.test(match[0]) ? { lunar: true } : {}
        return day(at + match[0].length, {
          day: value,
          ...(/[日号]$/.test(match[0]) ? {} : { elided: true }),
          ...lunar,
        })
      }
      const bare = bareOfMonth(text, at)
      const value = bare ? readNumber(bare[1] as string) : 0
      if (!bare || !(value >= 1 && value <= 31)) return null
      return day(at + bare[0].length, /^廿/.test(bare[0]) ? { day: value, lunar: true } : { day: value })
    }
    if (rank >= RANK.year) return null
    const near = relative(text, at)
    if (near) return day(at + near[0].length, { dayShift: SHIFTS[near[1] ?? near[2] ?? near[4] ?? '今'] as number })
    const next = following(text, at)
    const nth = next?.[1] ? readNumber(next[1]) : 2
    if (next && nth >= 2) return day(at + next[0].length, { dayFrom: nth - 1 })
    const pair = several(text, at)
    if (pair) {
      const fields = { dayShift: pair[0].startsWith('明') ? 1 : 0, daySpan: pair[0].includes('三') ? 2 : 1 }
      return day(at + pair[0].length, fields)
    }
    const lunar = lunarAlone(text, at)
    if (lunar) {
      const value = readNumber((lunar[1] ?? lunar[2]) as string)
      const month = lunar[0].startsWith('大年') ? { month: 1 } : {}
      return day(at + lunar[0].length, { day: value, lunar: true, ...month })
    }
    const second = endOfRange(text, at)
    const alone = second ?? dayAlone(text, at)
    const value = alone ? readNumber(alone[1] as string) : 0
    if (!alone || !(value >= 1 && value <= 31) || /[第每.零:/月]/.test(text.charAt(at - 1))) return null
    const end = at + alone[0].length
    if (second) return day(end, { day: value })
    if (alone[2] === undefined && !alone[0].endsWith('号'))
      return isLength(text, end) ? null : day(end, { day: value, elided: true })
    // 11号 by itself is rather the number of a task
    const loose = alone[0].endsWith('号') && /^(?:$|[,。;)(、的])/.test(text.slice(end, end + 1))
    return day(end, loose ? { day: value, loose } : { day: value })
  },
}
