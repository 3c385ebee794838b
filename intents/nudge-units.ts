import { clockOf, dayOf, isInHand, type Task } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { EMPTY_QUERY } from '../src/matching/query.ts'
import { createCalendar } from '../src/reminders/calendar.ts'
import { momentOf, waitUntilAllowed } from '../src/reminders/hours.ts'
import { nudgeText, worthNudging } from '../src/reminders/nudge.ts'
import { asksForReports, type Order, readOrder } from '../src/reminders/read-order.ts'
import type { Nudge } from '../src/reminders/settings.ts'
import { readTimeOfDay } from '../src/reminders/time-of-day.ts'
import { dayWithWeekday } from '../src/reminders/wording/words.ts'
import type { Reply } from '../src/reply.ts'
import { missingOf } from './who-has-not-reported.ts'

const LABELS = ['确认', '取消']
const UNREPORTED = /[没未]有?报|没报/
const MOST_UNITS = 6

/** 明天上午九点提醒各牵头单位: drafted, shown, and sent at that time once it is confirmed. */
export const nudgeUnits = defineIntent({
  name: 'nudge-units',
  summary: '安排时间提醒牵头单位，确认后发送（督查室）',
  examples: ['明天上午九点提醒各牵头单位', '提醒没报的单位', '通知各单位周五前报进展'],
  topic: '提醒',
  asks: ['nudge-units'],
  aboutTasks: false,
  needs: 'administrator',
  run: (context) => {
    const open = context.question.open[0]
    if (open)
      return { needs: 'unit', text: `台账里没有“${open.mention.text}”这个单位，没有安排。请写台账里的单位名称。` }
    const { units, numbers, within } = context.question.query
    // one that names somebody is never an order to remind everybody
    if (context.wish?.parts.named !== undefined && units.length === 0 && numbers.length === 0 && within === null)
      return { needs: 'unit', text: '没有找到这个单位，没有安排。请写台账里的单位名称或序号，如：提醒第3项。' }
    const tasks = meant(context)
    const [first] = tasks
    if (!first)
      return {
        text: '没有要提醒的事项：没有30天内到期或时限已过的在办任务。要就全部在办任务提醒，请说：通知各单位周五前报进展。',
      }
    return ask(tasks, context)
  },
  choose: async (value, { keepWish, today }) => {
    if (value === '') return { text: '没有安排。' }
    const nudge = JSON.parse(value) as Nudge
    await keepWish({ what: 'nudge', nudge })
    return {
      text: `已安排，${whenWords(new Date(nudge.at), today)}发出，没有送达的当天报告您。发出后可说：撤回刚才那批。`,
    }
  },
})

const whenWords = (at: Date, today: string): string => `${dayWithWeekday(dayOf(at), today)}${clockOf(at)}`

/** The tasks meant: those it names, the unreported, else what is late or due soon of the units it names. */
const meant = (context: IntentContext): readonly Task[] => {
  const { question, select, today, wish } = context
  const { numbers, units, unitsJoin, ledgers, within, statuses } = question.query
  const led = units.map((unit) => ({ ...unit, role: 'lead' as const }))
  const base = select({ ...EMPTY_QUERY, numbers, units: led, unitsJoin, ledgers, within, statuses })
  if (UNREPORTED.test(wish?.text ?? '')) {
    const since = `${today.slice(0, 8)}01`
    return [...new Set(missingOf(base, since, context).flatMap(({ tasks }) => tasks))]
  }
  const withLead = base.filter(({ lead }) => lead.length > 0)
  if (numbers.length > 0 || within !== null) return withLead
  return asksForReports(orderIn(context)) ? withLead.filter((task) => isInHand(task, today)) : worthNudging(base, today)
}

const orderIn = ({ wish }: IntentContext): Order => readOrder(wish?.text ?? '')

/** 通知各单位周五前报进展: what they are asked for, by when; empty where the order names no time for it. */
const wordsOf = (context: IntentContext): string => {
  const { question, today } = context
  const order = orderIn(context)
  const by = question.reading.periods.find(({ label, to }) => order.asked.includes(label) && to !== null && to >= today)
  if (by?.to == null) return ''
  return `请于${dayWithWeekday(by.to, today)}前${asksForReports(order) ? '反馈以下事项进展' : '办理以下事项并反馈进展'}`
}

/** The time it names, moved into working hours; now where it names none. */
const timeOf = (context: IntentContext): { at: Date; moved: boolean } | null => {
  const { question, at, today, reminders } = context
  const now = new Date(at)
  const { sending } = orderIn(context)
  const period = question.reading.periods.find(({ label }) => sending.includes(label))
  const minutes = readTimeOfDay(sending)
  const policy = reminders.settings().policyOf('')
  const day = period?.from ?? today
  const asked = minutes === null && day <= today ? now : momentOf(day, minutes ?? policy.sendAt)
  if (asked < now) return null
  const wait = waitUntilAllowed(policy, createCalendar(), asked)
  return { at: new Date(asked.getTime() + wait), moved: wait > 0 }
}

const ask = (tasks: readonly Task[], context: IntentContext): Partial<Reply> => {
  const { dialogue, index, today, store, messageKey } = context
  const time = timeOf(context)
  if (time === null) return { text: '这个时间已经过了，没有安排。请写以后的时间，如：明天上午九点提醒各牵头单位。' }
  const units = [...new Set(tasks.flatMap(({ lead }) => lead))]
  const [unit = ''] = units
  const own = tasks.filter(({ lead }) => lead.includes(unit))
  const words = wordsOf(context)
  const sample = nudgeText(own, [unit], (task) => index.ledgerOf(task), today, words)
  const bound = new Set(
    store
      .snapshot()
      .people.filter(({ state, role }) => state === 'active' && role === 'liaison')
      .flatMap(({ units: theirs }) => theirs.flatMap((one) => [one, ...index.directory.sameBody(one)])),
  )
  const unbound = units.filter((one) => !bound.has(one))
  const nudge: Nudge = { id: messageKey, at: time.at.toISOString(), tasks: tasks.map(({ id }) => id), words }
  dialogue.pending = {
    need: 'confirmation',
    choices: LABELS.map((label) => ({ label, value: label === '确认' ? JSON.stringify(nudge) : '' })),
    purpose: { kind: 'intent', name: 'nudge-units' },
  }
  const unboundWords = `${unbound.slice(0, MOST_UNITS).join('、')}${unbound.length > MOST_UNITS ? `等${unbound.length}个单位` : ''}`
  return {
    tasks,
    needs: 'confirmation',
    text: [
      `【提醒草稿】${whenWords(time.at, today)}发出${time.moved ? '（所说时间在休息时间，顺延到工作时间）' : ''}`,
      `${units.length}个牵头单位、${tasks.length}项，每人一条`,
      ...(unbound.length > 0 ? [`尚无人绑定、发不到：${unboundWords}`] : []),
      `样稿（${unit}）：`,
      ...sample.split('\n').slice(1, 8),
      '核对后回复 确认 或 取消',
    ].join('\n'),
  }
}
