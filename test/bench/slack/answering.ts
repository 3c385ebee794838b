import { fileURLToPath } from 'node:url'
import { type AppProcess, startApp } from './app-process.ts'
import { openPlatform, SECRET, TOKEN } from './platform.ts'

/** Conversations that ask at the same time, each its next question when it has its answer. */
const CONVERSATIONS = 50

/** One app's figures: the medians of the rounds. */
export interface Throughput {
  app: string
  /** Messages answered in a second. */
  perSecond: number
  /** The same as a share of what the app that echoes answers in the same round. */
  ratio: number
  /** Processor time that the app takes for a message, milliseconds. */
  cpuMs: number
}

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/**
 * Messages over HTTP, answered by Duban as it is run (the store on disk, every message taken and marked) and by a bare
 * Bolt app that posts what it is told; rounds take turns.
 * @param dir a data folder with ledgers.
 */
export const measureSlack = async (
  dir: string,
  questions: readonly string[],
  messages: number,
  rounds: number,
): Promise<Throughput[]> => {
  const platform = await openPlatform()
  const apps: { name: string; ask: readonly string[]; app: AppProcess; rates: number[]; cpus: number[] }[] = []
  const add = (name: string, ask: readonly string[], app: AppProcess): void =>
    void apps.push({ name, ask, app, rates: [], cpus: [] })

  const round = async (app: AppProcess, ask: readonly string[]): Promise<{ rate: number; cpu: number }> => {
    let next = 0
    const cpu = app.cpu() ?? Number.NaN
    const start = performance.now()
    const converse = async (channel: string): Promise<void> => {
      while (next < messages) await platform.ask(app.address, channel, ask[next++ % ask.length] as string)
    }
    await Promise.all(Array.from({ length: CONVERSATIONS }, (_, n) => converse(`D0BENCH${n}`)))
    const seconds = (performance.now() - start) / 1000
    return { rate: messages / seconds, cpu: ((app.cpu() ?? Number.NaN) - cpu) / messages }
  }

  try {
    const bolt = [pathOf('bolt-echo.js'), TOKEN, SECRET, platform.apiUrl]
    add('Bolt, echoing', questions, await startApp(bolt, {}, (line) => /^ready (\S+)/.exec(line)?.[1]))
    const program = [pathOf('../../../src/main.js'), 'serve', '--data', dir]
    const env = {
      PORT: '0',
      HOST: '127.0.0.1',
      SLACK_BOT_TOKEN: TOKEN,
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: platform.apiUrl,
      LOG_LEVEL: 'info',
    }
    const addressIn = (line: string): string | undefined => /"address":"([^"]+)".*"msg":"ready"/.exec(line)?.[1]
    const duban = await startApp(program, env, addressIn)
    add('Duban, short answers', ['你好'], duban)
    add('Duban, lists', questions, duban)
    for (let n = 0; n <= rounds; n++) {
      for (const { ask, app, rates, cpus } of apps) {
        const { rate, cpu } = await round(app, ask)
        // the first warms up
        if (n === 0) continue
        rates.push(rate)
        cpus.push(cpu * 1000)
      }
    }
    const bare = apps[0]?.rates ?? []
    return apps.map(({ name, rates, cpus }) => ({
      app: name,
      perSecond: median(rates),
      ratio: median(rates.map((rate, n) => rate / (bare[n] as number))),
      cpuMs: median(cpus),
    }))
  } finally {
    for (const { app } of apps) await app.stop()
    await platform.close()
  }
}
