import { addDays, dayOf, type Ledger } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { calendarWarning, createCalendar } from '../src/reminders/calendar.ts'
import { momentOf } from '../src/reminders/hours.ts'
import { lastDeadline } from '../src/reminders/old-ledger.ts'
import { PREVIEW_DAYS, pastOf, previewText } from '../src/reminders/wording/preview.ts'
import { dateOf, dayWithWeekday } from '../src/reminders/wording/words.ts'
import { choiceText } from '../src/replies/choices.ts'
import type { Reply } from '../src/reply.ts'

const NAME = 'preview-reminders'

interface Choice {
  ledger: string
  step: 'preview' | 'on' | 'archive' | 'no'
}

/** A ledger's reminders start only after somebody has seen what they would be. */
export const previewReminders = defineIntent({
  name: NAME,
  summary: '看台账未来七天会发哪些提醒，看过再启用（督查室）',
  examples: ['预览提醒', '启用提醒'],
  topic: '提醒',
  asks: [NAME],
  aboutTasks: false,
  needs: 'administrator',
  run: (context) => {
    const { question, index, reminders } = context
    const named = index.ledgers.filter(({ id }) => question.reading.ledgers.includes(id))
    const live = index.ledgers.filter(({ archived }) => !archived)
    const { enabled } = reminders.settings()
    const off = live.filter(({ id }) => !enabled.has(id))
    const meant = named.length > 0 ? named : off.length > 0 ? off : live
    const [only, second] = meant
    if (!only) return { text: '还没有台账。请先导入任务分工表。' }
    if (second !== undefined) return askWhich(meant, context)
    return ask(only, context)
  },
  choose: async (value, context) => {
    const { ledger: id, step } = JSON.parse(value) as Choice
    const ledger = context.index.ledgers.find((one) => one.id === id)
    if (!ledger) return { text: '该台账已不在，没有启用。' }
    if (step === 'preview') return preview(ledger, context)
    if (step === 'archive') return archive(ledger, context)
    if (step === 'no') return { text: '没有启用。' }
    await context.keepWish({ what: 'ledger', ledger: id, on: true })
    return {
      text: `已启用〔${ledger.short}〕的提醒，${nextWords(ledger, context)}停下全部推送：暂停推送；只停本台账：停用提醒 ${ledger.short}。`,
    }
  },
})

const put = (
  context: IntentContext,
  need: 'confirmation' | 'ledger',
  choices: readonly { label: string; value: Choice }[],
) => {
  context.dialogue.pending = {
    need,
    choices: choices.map(({ label, value }) => ({ label, value: JSON.stringify(value) })),
    purpose: { kind: 'intent', name: NAME },
  }
}

const askWhich = (ledgers: readonly Ledger[], context: IntentContext): Partial<Reply> => {
  put(
    context,
    'ledger',
    ledgers.map(({ id, short }) => ({ label: short, value: { ledger: id, step: 'preview' } })),
  )
  return {
    needs: 'ledger',
    text: choiceText(
      '看哪个台账的提醒？',
      ledgers.map(({ short }) => short),
    ),
  }
}

/** Of a ledger that has run out it is asked first whether anybody still works on it. */
const ask = (ledger: Ledger, context: IntentContext): Partial<Reply> => {
  const { horizonDays } = context.reminders.settings().policyOf(ledger.id)
  const last = lastDeadline(ledger, context.index.tasks, context.today, horizonDays)
  if (last === null || context.reminders.settings().enabled.has(ledger.id)) return preview(ledger, context)
  const labels = ['仍在办理，看预览', '已经办完，归档']
  put(context, 'confirmation', [
    { label: '仍在办理', value: { ledger: ledger.id, step: 'preview' } },
    { label: '已经办完', value: { ledger: ledger.id, step: 'archive' } },
  ])
  return {
    needs: 'confirmation',
    text: choiceText(
      `〔${ledger.short}〕的时限最晚是${dateOf(last)}，都已过${horizonDays}天以上。还在办理吗？`,
      labels,
    ),
  }
}

const preview = (ledger: Ledger, context: IntentContext): Partial<Reply> => {
  const { index, today, at, reminders } = context
  const to = addDays(today, PREVIEW_DAYS - 1)
  const messages = reminders.walk(ledger, new Date(at), momentOf(to, 24 * 60 - 1))
  const settings = reminders.settings()
  const { horizonDays } = settings.policyOf(ledger.id)
  const tasks = index.tasks.filter(({ ledgerId }) => ledgerId === ledger.id)
  const calendar = createCalendar()
  for (let day = today; day <= to; day = addDays(day, 1)) calendar.isWorkday(day)
  const text = previewText({
    ledger,
    messages,
    from: today,
    to,
    today,
    past: pastOf(tasks, today, addDays(today, -horizonDays)),
    horizonDays,
    warning: calendarWarning(calendar),
  })
  const since = settings.enabled.get(ledger.id)
  if (since !== undefined) return { text: `${text}\n提醒已于${dayWithWeekday(since, today)}启用` }
  put(context, 'confirmation', [
    { label: '启用', value: { ledger: ledger.id, step: 'on' } },
    { label: '取消', value: { ledger: ledger.id, step: 'no' } },
  ])
  return { needs: 'confirmation', text: `${text}\n核对无误请回复 启用；不启用回复 取消` }
}

const nextWords = (ledger: Ledger, { at, today, reminders }: IntentContext): string => {
  const week = momentOf(addDays(today, PREVIEW_DAYS - 1), 24 * 60 - 1)
  const [first] = reminders.walk(ledger, new Date(at), week).filter(({ held }) => held === null)
  if (first === undefined) return '七天内没有要发的。'
  const day = first.key.split('/')[1] ?? today
  return day === dayOf(new Date(at)) ? '今天就有要发的，工作时间内发出。' : `第一批${dayWithWeekday(day, today)}发出。`
}

const archive = async (ledger: Ledger, { store }: IntentContext): Promise<Partial<Reply>> => {
  await store.update((state) => ({
    ...state,
    ledgers: state.ledgers.map((one) => (one.id === ledger.id ? { ...one, archived: true } : one)),
  }))
  return { text: `已归档〔${ledger.short}〕，不再提醒，查询时要说台账名。取消归档：duban ledgers --unarchive。` }
}
