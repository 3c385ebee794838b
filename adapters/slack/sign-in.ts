import type { webApi } from '@slack/bolt'
import { DubanError } from '../../src/errors.ts'
import type { Home } from './options.ts'
import { isCredentialError, slackCodeOf } from './sending/web-errors.ts'

/** A token that Slack does not accept, as a failure that names its key; any other failure as it is. */
export const namingToken = (key: string, error: unknown): unknown =>
  isCredentialError(error)
    ? new DubanError('usage', `Slack 不接受 ${key}（${slackCodeOf(error)}），请到应用设置页核对后重填。`, {
        cause: error,
      })
    : error

/** Who the bot is in Slack, asked once. */
export interface Identity {
  /** Null as long as Slack has not said. */
  readonly known: Home | null
  /** @throws what the Web API throws */
  ask(): Promise<Home>
}

export const createIdentity = (client: webApi.WebClient): Identity => {
  let known: Home | null = null
  return {
    get known() {
      return known
    },
    ask: async () => {
      if (known !== null) return known
      const { team_id: teamId = '', user_id: botUserId = '', bot_id: botId = '' } = await client.auth.test()
      known = { teamId, botUserId, botId }
      return known
    },
  }
}
