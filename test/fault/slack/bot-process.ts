// The program with Slack, in a process that kills itself: `bot-process.ts DIR API-URL http|socket [POINT COUNT]`. Says
// `ready ADDRESS`, dies when it reaches the point for so many times, and ends by itself on SIGTERM.
import { writeSync } from 'node:fs'
import { echoBot } from '../../helpers/echo-bot.ts'
import { START } from '../../helpers/slack/workspace.ts'
import type { Mode } from '../../helpers/slack-program.ts'
import { startSlackProgram } from '../../helpers/slack-program.ts'
import { type KillPoint, stoppingChannel, stoppingStore } from '../../helpers/stopping-ports.ts'
import { openStore } from '../../helpers/store.ts'

const [dir = '', apiUrl = '', mode = 'http', point, count] = process.argv.slice(2)
let left = Number(count)

const reached = (here: KillPoint): void => {
  if (here === point && --left === 0) process.kill(process.pid, 'SIGKILL')
}

const program = await startSlackProgram({
  mode: mode as Mode,
  apiUrl,
  openStore: async () => stoppingStore(await openStore({ dir }), reached),
  bot: echoBot,
  clock: () => new Date(START),
  timer: {
    after: (ms, run) => {
      const timeout = setTimeout(run, ms)
      return () => clearTimeout(timeout)
    },
  },
  around: (channel) => ({ ...channel, adapter: stoppingChannel(channel.adapter, reached) }),
})
process.on('SIGTERM', () => void program.stop())
writeSync(1, `ready ${program.address}\n`)
