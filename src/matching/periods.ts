import type { ReadMilestone } from '../dates/index.ts'
import type { Day } from '../domain/index.ts'
import { type Item, isCue } from './items.ts'
import type { AskedStatus, Period, Reading, StatusWord, TopicWords } from './reading.ts'

const MONTH_END = /^(?!.*(?:到|至|截)).*月[底末]$/
const YEAR_END = /年[底末]$/
/** 月末, and 年底 where it falls due then (年底到期); 年底要交 is until then. */
const isEnd = (text: string, span: readonly [number, number]): boolean => {
  const words = text.slice(...span)
  return MONTH_END.test(words) || (YEAR_END.test(words) && /^的?(?:到期|截止|期满)/.test(text.slice(span[1])))
}

/** A milestone of a question as the stretch of time it names. */
export const periodOf =
  (text: string) =>
  ({ due, start, span }: Pick<ReadMilestone, 'due' | 'start' | 'span'>): Period => ({
    // 下月末到期 is of that month, 三月底前 is until then
    // 还有三周到期: within them
    from:
      start === due && text.slice(0, span[0]).endsWith('还有')
        ? null
        : (start ?? (due !== null && isEnd(text, span) ? `${due.slice(0, 8)}01` : null)),
    to: due,
    label: text.slice(...span),
  })

/** The stretches of time a question names. Ongoing and bare recurring phrases are statuses, not stretches. */
export const readPeriods = (items: readonly Item[], text: string): Period[] => {
  const periods: Period[] = []
  for (const item of items) {
    if (item.kind !== 'time') continue
    const { due, start, ongoing, recurs } = item.milestone
    if (ongoing && due === null && start === null) continue
    if (recurs !== null && (due === null || !/\d|[一二三四五六七八九十]/.test(text.slice(item.from, item.to)))) continue
    periods.push(periodOf(text)({ due, start, span: [item.from, item.to] }))
  }
  return periods
}

const STATUS_CATEGORIES: [string, StatusWord][] = [
  ['overdue', 'overdue'],
  ['due-soon', 'due-soon'],
  ['ongoing', 'ongoing'],
  ['dated', 'dated'],
  ['recurring', 'recurring'],
  ['done', 'done'],
  ['not-done', 'not-done'],
  ['under-review', 'under-review'],
  ['extended', 'extended'],
  ['suspended', 'suspended'],
  ['in-difficulty', 'in-difficulty'],
]

/** 长期坚持的别列, 逾期的除外. */
const LEFT_OUT =
  /^(?:类|性)?的?(?:任务|事项|那些)?(?:就|先|都)?(?:别列|别算|不列|不要|不算|不看|以外|之外|除外|去掉|剔除|排除)/
/** 应该完成的: what was due, not what is done. */
const DUE = /(?:应当?该?|该|需要?|须|得|要)$/
/** 已经整改完成, 已落实到位. */
const ACHIEVED = /已经?[^,，。]{0,4}(?:完成|办完|做完|到位|落地|办结)$/

const FREQUENCIES: [RegExp, AskedStatus['every']][] = [
  [/半年/, 'half-yearly'],
  [/年/, 'yearly'],
  [/季/, 'quarterly'],
  [/月/, 'monthly'],
  [/周(?!期)|星期/, 'weekly'],
]
const frequencyIn = (words: string): AskedStatus['every'] => FREQUENCIES.find(([word]) => word.test(words))?.[1]

/** The states a question filters by, each with whether it is denied (去掉持续推进的). */
export const readStatuses = (
  items: readonly Item[],
  text: string,
  periods: readonly Period[],
  now: Day,
): Reading['statuses'] => {
  const statuses: AskedStatus[] = []
  const add = (status: StatusWord, at: number, every?: AskedStatus['every']): void => {
    const before = items[at - 1]
    const negated =
      (isCue(before, 'negation', 'drop') && text.slice((before as Item).to, (items[at] as Item).from).length < 2) ||
      LEFT_OUT.test(text.slice((items[at] as Item).to))
    const known = statuses.find((one) => one.status === status)
    // 按季度或者按月: any recurrence will do
    if (known?.every !== undefined && known.every !== every) delete known.every
    if (!known) statuses.push({ status, negated, ...(every ? { every } : {}) })
  }
  // 年底前办结的 means due then; 办结的 alone, or of a time gone by, means done
  const ahead = periods.some((period) => period.to === null || period.to > now) && !/已|了|新/.test(text)
  for (const [at, item] of items.entries()) {
    for (const [category, status] of STATUS_CATEGORIES) {
      if (item.kind === 'cue' && isCue(item, category))
        add(status, at, status === 'recurring' ? frequencyIn(item.cue.text) : undefined)
    }
    if (isCue(item, 'not-overdue') && periods.length === 0) statuses.push({ status: 'overdue', negated: true })
    if (isCue(item, 'done-weak') && !ahead && !DUE.test(text.slice(0, item.from))) add('done', at)
    if (isCue(item, 'due-verb') && ACHIEVED.test(text.slice(0, item.to))) add('done', at)
    if (item.kind !== 'time') continue
    const { due, start, ongoing, recurs } = item.milestone
    if (ongoing && due === null && start === null) add('ongoing', at)
    if (recurs !== null) add('recurring', at, recurs)
  }
  return statuses
}

const BEFORE_EVENT =
  /(\p{Script=Han}{2,12}?)(?:之前|以前|前)(?:就|都)?(?:要|需要?|应该?|该|得|必须|能|可以)?(?:到期|完成|办结|交|报|落实|[干做搞弄办]完)/u

/** 秋收前要完成, 两会之前交: what ends a time and was read as none; the words that nothing else has claimed. */
export const eventOf = (text: string, topic: TopicWords | null): string | null => {
  if (topic === null || !text.includes('前')) return null
  const run =
    topic.text
      .split(' ')
      .at(-1)
      ?.replace(/(?:之前|以前|前)[就都该要应需得]*$/, '') ?? ''
  const before = BEFORE_EVENT.exec(text)?.[1]
  return run !== '' && before?.endsWith(run) ? run : null
}
