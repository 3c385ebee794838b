import type { webApi } from '@slack/bolt'
import { DubanError } from '../../src/errors.ts'
import type { Home, SlackLog, SlackTimer } from './options.ts'
import { isCredentialError, retryAfterOf, slackCodeOf } from './sending/web-errors.ts'

const WAIT_MS = 5_000

/** What is wrong with a token that Slack does not accept, and what to do. */
export const tokenError = (key: string, error: unknown): DubanError =>
  new DubanError('usage', `Slack 不接受 ${key}（${slackCodeOf(error)}），请到应用设置页核对后重填。`, { cause: error })

export interface SignInParts {
  client: webApi.WebClient
  timer: SlackTimer
  log: SlackLog
  /** Nobody waits for it any more. */
  given: AbortSignal
}

/**
 * Who the bot is, asked until Slack can be reached.
 * @throws DubanError `usage` where Slack does not accept the token
 */
export const signIn = async ({ client, timer, log, given }: SignInParts): Promise<Home> => {
  while (true) {
    given.throwIfAborted()
    try {
      const { team_id: teamId = '', user_id: botUserId = '', bot_id: botId = '' } = await client.auth.test()
      return { teamId, botUserId, botId }
    } catch (error) {
      if (isCredentialError(error)) throw tokenError('SLACK_BOT_TOKEN', error)
      log.warn('Slack cannot be reached yet', { reason: String(error) })
      await pause(timer, Math.max(WAIT_MS, retryAfterOf(error) ?? 0), given)
    }
  }
}

const pause = (timer: SlackTimer, ms: number, given: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const cancel = timer.after(ms, resolve)
    given.addEventListener('abort', () => {
      cancel()
      resolve()
    })
  })
