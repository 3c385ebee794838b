import { addWorkdays } from '../dates/index.ts'
import { type Day, dayNumber, type Ledger, overdueSince, type Task, yearOf } from '../domain/index.ts'
import type { StandingCounts } from '../matching/task-counts.ts'
import type { AskedPeriod } from './asked-period.ts'
import { fullDay, shortDay } from './dates.ts'
import { taskTitle } from './task-title.ts'

/** What a 周报 is made of. */
export interface CircularFacts {
  kind: '周报' | '月报'
  ledgers: readonly Ledger[]
  period: AskedPeriod
  today: Day
  total: number
  counts: StandingCounts
  finished: readonly Task[]
  late: readonly Task[]
  /** Lead units that have reported nothing in the period, and on how many tasks, in the ledgers' order. */
  missing: readonly { unit: string; tasks: readonly Task[] }[]
}

/** So many working days an answer may take. */
const ANSWER_WITHIN = 5
const MOST = 20

const plainDay = (day: Day): string => fullDay(day).replace(/（.*$/, '')
const numberOf = ({ no }: Task): string => (/^\d+$/.test(no) ? `第${no}项` : no)

const item = (task: Task, place: number, more: string): string =>
  `${place + 1}．${numberOf(task)}“${taskTitle(task, [], 30)}”，牵头单位：${task.lead.join('、') || '未写明'}${more}。`

const listed = (tasks: readonly Task[], words: (task: Task) => string): string[] => [
  ...tasks.slice(0, MOST).map((task, place) => item(task, place, words(task))),
  ...(tasks.length > MOST ? [`其余${tasks.length - MOST}项见台账。`] : []),
]

/** A sum in which each task stands once. */
const sum = (total: number, { finished, held, late, ahead, ongoing, untimed }: StandingCounts): string => {
  const parts: readonly (readonly [string, number])[] = [
    ['办结', finished],
    ['待审核或中止', held],
    ['时限已过、未收到办结申请', late],
    ['未到时限', ahead],
    ['持续推进', ongoing],
    ['未写明时限', untimed],
  ]
  const named = parts.filter(([name, count]) => count > 0 || name === '办结')
  return `共${total}项任务，其中${named.map(([name, count]) => `${name}${count}项`).join('，')}`
}

/**
 * The text of a 督查周报 or 月报, to be checked and signed by people: facts of the ledger in its own order, no order by
 * lateness.
 */
export const circularText = (facts: CircularFacts): string => {
  const { kind, ledgers, period, today, total, counts, finished, late, missing } = facts
  const name = ledgers.map((ledger) => `《${ledger.name}》`).join('、')
  const span = `${shortDay(period.from, today)}至${shortDay(period.to, today)}`
  const answerBy = addWorkdays(today, ANSWER_WITHIN)
  const by = answerBy.known ? `${shortDay(answerBy.day, today)}前` : '规定时间前'
  const rate = total === 0 ? 0 : Math.round((100 * counts.finished) / total)
  return [
    `关于${name}任务${period.label}进展情况的${kind}`,
    '',
    '各有关单位：',
    `现将${name}任务${span}进展情况报告如下。`,
    '一、总体情况',
    `截至${plainDay(today)}，${sum(total, counts)}，办结率${rate}%。`,
    `二、${period.label}办结情况`,
    ...(finished.length === 0
      ? ['本期没有新办结事项。']
      : [`本期新办结${finished.length}项。`, ...listed(finished, () => '')]),
    '三、时限已过、未收到办结申请的事项',
    ...(late.length === 0
      ? ['截至目前没有此类事项。']
      : listed(late, (task) => {
          const since = overdueSince(task, today)
          return since === null
            ? ''
            : `，时限${yearOf(since)}年${shortDay(since, since)}，已过${dayNumber(today) - dayNumber(since)}天`
        })),
    '四、报送情况',
    ...(missing.length === 0
      ? ['各牵头单位本期均已报送。']
      : [
          `本期未按时限反馈进展的牵头单位${missing.length}个：${missing
            .slice(0, MOST)
            .map(({ unit, tasks }) => `${unit}（${tasks.length}项）`)
            .join('、')}${missing.length > MOST ? '等' : ''}。`,
        ]),
    '五、有关要求',
    `请有关单位对照任务时限抓紧办理，于${by}报送办理情况、未完成原因及预计完成时间；报送内容须经主要负责同志审阅。`,
    '',
    `（${plainDay(today)}）`,
  ].join('\n')
}
