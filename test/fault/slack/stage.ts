import { SCOPES } from '../../../adapters/slack/surface.ts'
import type { Bot } from '../../../src/bot.ts'
import type { Channel } from '../../../src/cli/services.ts'
import type { Readiness } from '../../../src/serving/health.ts'
import type { Timer } from '../../../src/timer.ts'
import { echoBot } from '../../helpers/echo-bot.ts'
import { impatientTimer } from '../../helpers/impatient-timer.ts'
import { START } from '../../helpers/slack/workspace.ts'
import { type Mode, type SlackProgram, startSlackProgram } from '../../helpers/slack-program.ts'
import { type SlackServer, startSlackServer } from '../../helpers/slack-server.ts'
import { openStore } from '../../helpers/store.ts'

/** Pauses before another attempt are over at once; what guards against silence is not. */
export const NO_PAUSES: Timer = impatientTimer(6_000)

/** Stands still: how long something takes on this machine changes nothing. */
const clock = (): Date => new Date(START)

/** The program, its data folder on the real disk, and Slack around it. */
export interface Stage {
  readonly server: SlackServer
  /** Of the program. */
  readonly address: string
  /** Delivers an event, a command or a press as Slack does. Resolves with whether it was acknowledged. */
  deliver(payload: Record<string, unknown>, retry?: number): Promise<boolean>
  /** Resolves when the program says that it has answered everything and that every answer has arrived. */
  idle(): Promise<void>
  close(): Promise<void>
}

export const openStage = async (
  mode: Mode,
  dir: string,
  {
    bot = echoBot,
    timer = NO_PAUSES,
    around,
  }: { bot?: Bot; timer?: Timer; around?: (channel: Channel) => Channel } = {},
): Promise<Stage> => {
  const server = await startSlackServer({ scopes: SCOPES })
  let program: SlackProgram
  try {
    program = await startSlackProgram({
      mode,
      apiUrl: server.apiUrl,
      openStore: () => openStore({ dir }),
      bot,
      clock,
      timer,
      ...(around ? { around } : {}),
    })
  } catch (error) {
    await server.close()
    throw error
  }
  return {
    server,
    address: program.address,
    deliver: deliverTo(server, mode, () => program.address),
    idle: async () => {
      for (;;) {
        const { unanswered, outbox } = (await (await fetch(`${program.address}/readyz`)).json()) as Readiness
        if (unanswered === 0 && outbox.waiting === 0) return
      }
    },
    close: async () => {
      await program.stop()
      await server.close()
    },
  }
}

/** How Slack delivers to a program that may be restarted; over a socket it waits for the acknowledgement. */
export const deliverTo =
  (server: SlackServer, mode: Mode, address: () => string): Stage['deliver'] =>
  async (payload, retry = 0) => {
    const isEvent = payload.type === 'event_callback'
    if (mode === 'http') {
      const url = `${address()}/slack/events`
      const sent = isEvent ? server.postEvent(url, payload, retry) : server.postForm(url, payload)
      return sent.then(
        ({ status }) => status === 200,
        () => false,
      )
    }
    const type = isEvent ? 'events_api' : 'command' in payload ? 'slash_commands' : 'interactive'
    await server.sockets.deliver(type, payload, retry).acknowledged
    return true
  }
