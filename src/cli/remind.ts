import { DubanError } from '../errors.ts'
import { type Calendar, calendarWarning, createCalendar } from '../reminders/calendar.ts'
import type { PlannedMessage } from '../reminders/compose.ts'
import { namesIn } from '../reminders/names.ts'
import { planMessages, walkMessages } from '../reminders/plan.ts'
import { digestedIn, outgoingOf, sentKeys } from '../reminders/records.ts'
import { settingsOf } from '../reminders/settings.ts'
import type { StoreView } from '../store/store.ts'
import type { Context } from './context.ts'
import { parseInstant } from './instant.ts'

export interface RemindOptions {
  dryRun?: boolean
  from?: string
  to?: string
}

/** Shows which reminders go out at `--now`, to whom and why; sends nothing. */
export const remind = async (context: Context, options: RemindOptions): Promise<void> => {
  const { services, dataDir, clock, json, print } = context
  if (!options.dryRun) throw new DubanError('usage', '提醒由 duban serve 按时发送；只看会发什么请加 --dry-run')
  const stretch = stretchOf(options)
  const store = await services.readStore(dataDir)
  try {
    const calendar = createCalendar()
    const messages = messagesOf(store, services.config.admins, calendar, stretch ?? clock())
    if (json) print(`${JSON.stringify(messages.map(toJson))}\n`)
    else print(describe(messages, calendarWarning(calendar)))
    const warning = calendarWarning(calendar)
    if (json && warning !== null) services.log.warn(warning)
  } finally {
    await store.close()
  }
}

interface Stretch {
  from: Date
  to: Date
}

/** @throws DubanError `usage` where one of the two is missing, no time, or the wrong way round. */
const stretchOf = ({ from, to }: RemindOptions): Stretch | null => {
  if (from === undefined && to === undefined) return null
  const [first, last] = [from, to].map((text) => (text === undefined ? null : parseInstant(text)))
  if (!first || !last || first > last)
    throw new DubanError('usage', '--from 和 --to 要一起写，先后两个时间，如 --from 2020-12-01 --to 2020-12-31')
  // a day by itself is meant whole
  const whole = to !== undefined && !/[T ]\d/.test(to.trim())
  return { from: first, to: whole ? new Date(last.getTime() + 86_399_999) : last }
}

const messagesOf = (
  store: StoreView,
  admins: readonly string[],
  calendar: Calendar,
  when: Date | Stretch,
): PlannedMessage[] => {
  const snapshot = store.snapshot()
  const sent = sentKeys(outgoingOf(store), settingsOf(store).recalled)
  const input = { snapshot, settings: settingsOf(store), sent, namesOf: namesIn(snapshot), admins, calendar }
  return when instanceof Date
    ? planMessages({ ...input, digested: digestedIn(store), now: when })
    : walkMessages(input, when.from, when.to)
}

/** The contract's form. */
const toJson = ({ key, to, channel, stage, tasks, text, why, held }: PlannedMessage): object => ({
  key,
  to,
  channel,
  stage,
  tasks,
  text,
  why,
  held,
})

const HELD = {
  'not-enabled': '台账未启用提醒',
  'nobody-bound': '单位无人绑定',
  paused: '推送已暂停',
} as const

const describe = (messages: readonly PlannedMessage[], warning: string | null): string => {
  const parts = messages.map(({ key, to, channel, text, why, held }) => {
    const day = key.split('/')[1] ?? ''
    const state = held === null ? `经 ${channel ?? ''} 发送` : `不发送：${HELD[held]}`
    return `${day}　${to}　${state}\n${text}\n依据：${why}\n`
  })
  const sum =
    messages.length === 0
      ? '没有到期的提醒。\n'
      : `共${messages.length}条，其中发送${messages.filter(({ held }) => held === null).length}条。\n`
  return [...parts, sum, ...(warning === null ? [] : [`${warning}\n`])].join('\n')
}
