// Sends the reminders of a simulated year until it is killed: argv 2 the folder, 3 the year as JSON. It goes on from the
// moment it had reached. Every message that the platform takes is a line of `posts.jsonl`; each tick and each message says so on standard output.
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type Adapter, SendError } from '../../../src/adapter.ts'
import { openMailroom } from '../../../src/delivery/mailroom.ts'
import { addDays, dayOf } from '../../../src/domain/index.ts'
import { createLog } from '../../../src/log.ts'
import { momentOf } from '../../../src/reminders/hours.ts'
import { outgoingOf } from '../../../src/reminders/records.ts'
import { startReminding } from '../../../src/reminding/start.ts'
import { echoBot } from '../../helpers/echo-bot.ts'
import { manualTimer } from '../../helpers/manual-timer.ts'
import { openStore } from '../../helpers/store.ts'
import { FORGETTING, isFailing, KNOWING, type Year } from './year.ts'

/** Times of day at which it ticks; what happens between them is waited for. */
const TICKS = ['00:01', '08:29', '08:30', '08:31', '08:45', '11:59', '12:30', '13:31', '17:29', '18:00'].map(
  (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
)

const [dir = '', text = ''] = process.argv.slice(2)
const year = JSON.parse(text) as Year
const reached = join(dir, 'reached')
const posts = join(dir, 'posts.jsonl')

const store = await openStore({ dir: join(dir, 'store') })
const began = new Date(existsSync(reached) ? readFileSync(reached, 'utf8') : momentOf(year.from, 0).toISOString())
const timer = manualTimer()
const clock = (): Date => new Date(began.getTime() + timer.now)
const log = createLog('silent', () => {}, clock)

const known = new Set<string>()
if (existsSync(posts))
  for (const line of readFileSync(posts, 'utf8').split('\n'))
    if (line !== '') known.add((JSON.parse(line) as { key: string }).key)

const channelOf = (name: string): Adapter => ({
  name,
  start: async () => {},
  send: async ({ id }, _, { key, again }) => {
    if (isFailing(name, dayOf(clock()), year)) throw new SendError('not-sent', 'the channel is down')
    if (name === KNOWING && again && known.has(key)) return
    known.add(key)
    const message = outgoingOf(store).find((one) => one.key === key)
    const post = {
      key,
      to: `${name}:${id}`,
      at: clock().toISOString(),
      reminders: message?.reminders ?? [],
      weekly: message?.weekly ?? [],
    }
    appendFileSync(posts, `${JSON.stringify(post)}\n`)
    writeSync(1, 'post\n')
  },
  recall: async () => false,
  fetch: async () => new Uint8Array(),
  stop: async () => {},
})

const channels = new Map([KNOWING, FORGETTING].map((name) => [name, channelOf(name)]))
const reminding = startReminding({
  store,
  push: (...push) => mailroom.push(...push),
  recall: async () => false,
  tell: async () => {},
  channels: new Set(channels.keys()),
  admins: [],
  clock,
  log,
  everyMinute: async () => () => {},
})
const { heldFor, ended, isOver } = reminding
const mailroom = openMailroom({
  store,
  bot: echoBot,
  channels,
  clock,
  timer,
  random: Math.random,
  log,
  heldFor,
  ended,
  isOver,
})

/** Waits until everything that is under way is done, or waits for time to pass. */
const settled = async (): Promise<void> => {
  do await new Promise((resolve) => setImmediate(resolve))
  while (mailroom.state().waiting > timer.pending)
}

await reminding.recover()
mailroom.start()
await reminding.start()
for (let day = dayOf(began); day <= year.to; day = addDays(day, 1))
  for (const minutes of TICKS) {
    const ahead = momentOf(day, minutes).getTime() - clock().getTime()
    if (ahead < 0) continue
    await timer.pass(ahead)
    await settled()
    // whole at any moment
    writeFileSync(`${reached}.new`, clock().toISOString())
    renameSync(`${reached}.new`, reached)
    await reminding.tick()
    await settled()
    writeSync(1, 'tick\n')
  }
await reminding.stop()
await mailroom.stop(0)
await store.close()
writeSync(1, 'end\n')
