import { intents } from '../../intents/index.ts'
import type { Adapter, Incoming } from '../../src/adapter.ts'
import { createBot } from '../../src/bot.ts'
import { openMailroom } from '../../src/delivery/mailroom.ts'
import { ADMINISTRATORS, createNotify } from '../../src/delivery/notices.ts'
import type { Person, Task } from '../../src/domain/index.ts'
import { createLog } from '../../src/log.ts'
import { type Setting, settingEntry } from '../../src/reminders/settings.ts'
import { startReminding } from '../../src/reminding/start.ts'
import type { Store } from '../../src/store/store.ts'
import { manualTimer } from '../helpers/manual-timer.ts'
import { memoryStore } from '../helpers/memory-store.ts'
import { scriptedChannel } from '../helpers/scripted-channel.ts'
import { sharedSegmenter } from '../helpers/segmenter.ts'
import { ENABLED, ledger, person, task } from '../reminders/samples.ts'

const MS_A_MINUTE = 60_000

export interface OfficeParts {
  tasks?: Task[]
  people?: Person[]
  wishes?: Setting[]
  admins?: string[]
  store?: Store
  channel?: ReturnType<typeof scriptedChannel>
  otherChannels?: Adapter[]
}

/** An office with one ledger whose reminders are on, its mailroom and its clock, which stands until it is moved. */
export const office = async (at: string, given: OfficeParts = {}) => {
  const { tasks = [task()], people = [person()], wishes = [ENABLED], admins = ['slack:CHIEF'] } = given
  const store = given.store ?? memoryStore({ ledgers: [ledger()], tasks, people, groups: [] })
  if (!given.store)
    for (const [n, wish] of wishes.entries())
      await store.append(settingEntry(wish, null, `w${n}`, '2020-01-02T01:00:00.000Z'))
  const channel = given.channel ?? scriptedChannel()
  const channels = new Map([channel.adapter, ...(given.otherChannels ?? [])].map((one) => [one.name, one]))
  const timer = manualTimer()
  const log = createLog(
    'error',
    (line) => process.stderr.write(line),
    () => new Date(0),
  )
  let began = Date.parse(`${at}:00+08:00`)
  const clock = (): Date => new Date(began + timer.now)
  let minute: () => void = () => {}
  const notify = createNotify({
    push: (...push) => mailroom.push(...push),
    admins,
    people: () => store.snapshot().people,
    channels: new Set(channels.keys()),
  })
  const reminding = startReminding({
    store,
    push: (...push) => mailroom.push(...push),
    recall: (to, key) => channel.adapter.recall(to, key),
    tell: (text, key) => notify(ADMINISTRATORS, { text }, key),
    channels: new Set(channels.keys()),
    admins,
    clock,
    log,
    everyMinute: async (run) => {
      minute = run
      return () => {
        minute = () => {}
      }
    },
  })
  const { heldFor, ended, isOver } = reminding
  const bot = createBot({
    store,
    intents,
    loadSegmenter: sharedSegmenter,
    admins,
    notify,
    onError: (error) => log.error('the bot failed', { error }),
    onWish: () => void reminding.tick(),
  })
  const mailroom = openMailroom({
    store,
    bot,
    channels,
    clock,
    timer,
    random: () => 0,
    log,
    heldFor,
    ended,
    isOver,
  })
  await reminding.recover()
  mailroom.start()
  await channel.adapter.start(mailroom.receive)
  await reminding.start()
  await timer.pass(0)
  const pass = async (minutes: number): Promise<void> => {
    for (let n = 0; n < minutes; n++) {
      await timer.pass(MS_A_MINUTE)
      minute()
      await timer.pass(0)
    }
  }
  let messages = 0
  return {
    store,
    /** Somebody writes to the bot in private; gives what comes back there, or null for silence. */
    say: async (user: string, text: string, more: Partial<Incoming> = {}): Promise<string | null> => {
      const before = channel.attempts.length
      await channel.deliver({
        id: `m${messages++}`,
        conversation: { adapter: 'slack', id: `D-${user}`, kind: 'direct' },
        sender: { id: user },
        text,
        addressed: true,
        at: clock().toISOString(),
        ...more,
      })
      await timer.pass(1_000)
      const id = more.conversation?.id ?? `D-${user}`
      return channel.attempts.slice(before).find(({ to }) => to.id === id)?.text ?? null
    },
    channel,
    state: reminding.state,
    /** Minutes go by, each with its tick. */
    pass,
    /** The clock jumps, and ticks. */
    jump: async (to: string): Promise<void> => {
      began = Date.parse(`${to}:00+08:00`) - timer.now
      await pass(1)
    },
    wish: async (wish: Setting, message: string): Promise<void> =>
      store.append(settingEntry(wish, null, message, clock().toISOString())),
    /** What has arrived, whom it went to before each text. */
    arrived: (): string[] => channel.posted,
    to: (): string[] => channel.attempts.map(({ to }) => to.id),
    stop: async () => {
      await reminding.stop()
      await mailroom.stop(0)
    },
  }
}
