import type { Query } from '../matching/query.ts'
import type { Turn } from './dialogue.ts'
import type { Question } from './question.ts'

const LET_GO = '(?:不(?:限|看|管|分|论|考虑|设)(?:定|制)?|去掉|取消|放开)'
const TIME = '(?:(?:到期)?时间|时限|期限|日期)'
const UNIT = '(?:单位|部门)'
const TAIL = '(?:条件|限制)?的?(?:话|情况)?(?:呢|有哪些|都有哪些|有几[项条个]|有多少|一共几[项条个])?[?？。]*$'
const ANY_TIME = new RegExp(
  `^(?:那|要是|如果)?(?:${LET_GO}${TIME}|${TIME}(?:上)?不(?:限|管)|(?:所有|全部|任何)${TIME})${TAIL}`,
)
const ANY_UNIT = new RegExp(`^(?:那|要是|如果)?(?:${LET_GO}${UNIT}|${UNIT}不限|(?:所有|全部|任何)${UNIT})${TAIL}`)

/** 不限时间, 不看单位的呢: the last query with one of its conditions let go; null where none is. */
export const widened = (fresh: Question, last: Turn): Question | null => {
  const { text } = fresh.reading
  const free: Partial<Query> | null = ANY_TIME.test(text)
    ? { periods: [], statuses: [] }
    : ANY_UNIT.test(text)
      ? { units: [], unitCounts: [], unitsJoin: 'any' }
      : null
  if (free === null) return null
  const asks = fresh.asks.has('count') || fresh.asks.has('list') ? fresh.asks : last.question.asks
  return {
    ...last.question,
    reading: fresh.reading,
    asks,
    query: { ...last.query, ...free, within: null },
    followsUp: true,
  }
}
