import { type Day, dayNumber, type Ledger, type Task } from '../../domain/index.ts'
import { shortDay, weekdayName } from '../../replies/dates.ts'
import type { Calendar } from '../calendar.ts'
import { COLLECT, DUE_TODAY, isOverdueStage, RESUMED } from '../marks.ts'
import { dateOf, dayWithWeekday, deliverable, everyWords, fullDay, matterOf, numberOf } from './words.ts'

// The order of what we send, by the rules of official letters: whom, on what ground, what, by when, what is asked, how to answer.

export interface One {
  task: Task
  /** Place of the milestone; null for a collection. */
  milestone: number | null
  stage: string
  /** '' where the work has no day. */
  due: Day | ''
  ledger: Ledger | undefined
  /** On whose behalf; null in a group. */
  unit: string | null
}

/** So many working days an answer to what is late may take. */
const ANSWER_WITHIN = 2

const HOW = {
  early: '回复如：进展…；申请延期；暂缓三天',
  done: '回复如：申请办结；申请延期',
  late: '回复如：已完成；因…未完成，预计…完成；申请延期',
  report: '回复如：已报送；进展…；暂缓三天',
} as const

const silence = ({ reports }: Task, today: Day): string => {
  const last = reports.at(-1)
  return last === undefined ? '尚未收到进展反馈' : `最近一次反馈为${dayWithWeekday(last.at.slice(0, 10), today)}`
}

const recurring = (one: One, today: Day, late: boolean): string | null => {
  const { task, milestone: place, due, ledger } = one
  const milestone = task.milestones[place ?? -1]
  if (!milestone || milestone.recurs === null) return null
  if (due === '') return null
  const what = deliverable(task, milestone, due)
  const source = `（《${ledger?.short ?? '台账'}》${numberOf(task)}，${everyWords(milestone)}）`
  if (late) {
    const days = dayNumber(today) - dayNumber(due)
    return `【催办】${what}${source}应于${dayWithWeekday(due, today)}前报送，已超过时限${days}天，尚未收到。`
  }
  return due < today
    ? `【定期报送】${what}${source}应于${fullDay(due)}前报送，请补报。`
    : `【定期报送】请于${fullDay(due)}前报送${what}${source}。`
}

/** The unit stands behind the heading in brackets. */
const addressed = ({ unit }: One, text: string): string => (unit === null ? text : text.replace('】', `】${unit}：`))

/** What one reminder of one task says, whole on one phone screen. */
export const oneReminder = (one: One, today: Day, calendar: Calendar): string => {
  const { task, stage, due, ledger } = one
  const matter = matterOf(task, ledger)
  const say = (text: string, how: string): string => `${addressed(one, text)}\n${how}`
  if (due === '') return say(`【工作提醒】${matter}请反馈最新进展，如有困难请提前反馈。`, HOW.report)
  const days = dayNumber(due) - dayNumber(today)
  if (stage === COLLECT) {
    const asked =
      days < 0
        ? `${matter}的最新进展应于${dayWithWeekday(due, today)}前报送，请补报。`
        : `请于${dayWithWeekday(due, today)}前报送${matter}的最新进展。`
    return say(`【定期报送】${asked}`, HOW.report)
  }
  if (isOverdueStage(stage) || (stage === RESUMED && days < 0)) {
    const answerBy = dayWithWeekday(calendar.plus(today, ANSWER_WITHIN), today)
    const text =
      recurring(one, today, true) ?? `【催办】${matter}已超过完成时限${-days}天（${dateOf(due)}），未收到办结申请。`
    return say(`${text}请于${answerBy}前反馈办理情况、未完成原因及预计完成时间。`, HOW.late)
  }
  const regular = recurring(one, today, false)
  if (regular !== null) {
    const when = days === 0 ? '今日到期。' : ''
    return say(`${regular}${when}`, HOW.report)
  }
  // made up for once it is past, and nobody is called late who is not to be
  if (days < 0)
    return say(
      `【工作提醒】${matter}完成时限为${dayWithWeekday(due, today)}，请反馈办理情况，已完成的请回复“申请办结”并附佐证材料。`,
      HOW.done,
    )
  if (stage === DUE_TODAY || (stage === RESUMED && days === 0)) {
    const when =
      days === 0
        ? `今日（${shortDay(due, today)}，${weekdayName(due)}）到期。`
        : `${dayWithWeekday(due, today)}到期，今日为最后一个工作日。`
    return say(`【到期提醒】${matter}${when}已完成的请回复“申请办结”并附佐证材料。`, HOW.done)
  }
  if (stage.endsWith('wd')) {
    const left = Number(/\d+/.exec(stage)?.[0] ?? 0)
    const rest = left > 0 && calendar.plus(due, -left) === today ? `还有${left}个工作日` : `还有${days}天`
    const answerBy = calendar.plus(due, -1)
    const by = answerBy > today ? `${dayWithWeekday(answerBy, today)}17:00前` : '今日17:00前'
    const text = `【临期提醒】${matter}完成时限为${fullDay(due)}，距完成时限${rest}，${silence(task, today)}。`
    return say(`${text}请于${by}回复进展，或回复“申请延期”说明原因和预计完成时间。`, HOW.done)
  }
  return say(
    `【工作提醒】${matter}完成时限为${fullDay(due)}，距今${days}天。请按进度推进，如有困难请提前反馈。`,
    HOW.early,
  )
}
