import { fileURLToPath } from 'node:url'
import { type AppProcess, startApp } from './slack/app-process.ts'
import { openPlatform, type Platform, SECRET, TOKEN } from './slack/platform.ts'
import { quantile } from './statistics.ts'

/** Conversations that ask at the same time, each its next question when it has its answer. */
const CONVERSATIONS = 100
/** What is answered in one line, without a ledger. */
const COURTESIES = ['谢谢', '你好', '辛苦了']

/** One app's figures: the medians of the rounds. */
export interface Throughput {
  app: string
  /** Messages answered in a second. */
  perSecond: number
  /** The same as a share of what the app that echoes answers in the same round. */
  ratio: number
  /** Processor time that the app takes for a message, milliseconds; NaN where the system does not tell. */
  cpuMs: number
}

interface Contestant {
  name: string
  app: AppProcess
  questions: readonly string[]
  rates: number[]
  cpus: number[]
}

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

const median = (values: readonly number[]): number => quantile(values, 0.5)

/** Asks so many questions in all conversations. */
const playRound = async (
  { app, questions }: Contestant,
  { ask }: Platform,
  messages: number,
): Promise<{ perSecond: number; cpuMs: number }> => {
  const cpu = app.cpuSeconds()
  const start = performance.now()
  let next = 0
  const converse = async (channel: string): Promise<void> => {
    while (next < messages) await ask(app.address, channel, questions[next++ % questions.length] as string)
  }
  await Promise.all(Array.from({ length: CONVERSATIONS }, (_, n) => converse(`D0BENCH${n}`)))
  const milliseconds = performance.now() - start
  return { perSecond: (1000 * messages) / milliseconds, cpuMs: (1000 * (app.cpuSeconds() - cpu)) / messages }
}

/**
 * Messages over HTTP, answered by Duban as it is run, with every message taken and marked in the store on disk, and by a
 * bare Bolt app that posts what it is told. Each in a process of its own; rounds take turns.
 * @param dir a data folder with ledgers.
 */
export const measureSlack = async (
  dir: string,
  questions: readonly string[],
  quick: boolean,
): Promise<Throughput[]> => {
  const [messages, rounds] = quick ? [500, 3] : [2_000, 9]
  const platform = await openPlatform()
  const contestants: Contestant[] = []
  const add = (name: string, app: AppProcess, asked: readonly string[]): void =>
    void contestants.push({ name, app, questions: asked, rates: [], cpus: [] })
  try {
    const bolt = [pathOf('./slack/bolt-echo.js'), TOKEN, SECRET, platform.apiUrl]
    add('Bolt, echoing', await startApp(bolt, {}, (line) => /^ready (\S+)/.exec(line)?.[1]), questions)
    const env = {
      PORT: '0',
      HOST: '127.0.0.1',
      SLACK_BOT_TOKEN: TOKEN,
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: platform.apiUrl,
      LOG_LEVEL: 'info',
    }
    const program = [pathOf('../../src/main.js'), 'serve', '--data', dir]
    const duban = await startApp(program, env, (line) => /"address":"([^"]+)".*"msg":"ready"/.exec(line)?.[1])
    add('Duban, courtesies', duban, COURTESIES)
    add('Duban, questions', duban, questions)
    for (let round = 0; round <= rounds; round++)
      for (const one of contestants) {
        const { perSecond, cpuMs } = await playRound(one, platform, messages)
        // the first warms up
        if (round === 0) continue
        one.rates.push(perSecond)
        one.cpus.push(cpuMs)
      }
    const bare = contestants[0]?.rates ?? []
    return contestants.map(({ name, rates, cpus }) => ({
      app: name,
      perSecond: median(rates),
      ratio: median(rates.map((rate, round) => rate / (bare[round] as number))),
      cpuMs: median(cpus),
    }))
  } finally {
    // one app may stand there twice
    for (const app of new Set(contestants.map((one) => one.app))) await app.stop()
    await platform.close()
  }
}
