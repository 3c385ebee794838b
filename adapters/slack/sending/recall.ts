import type { webApi } from '@slack/bolt'
import { type Conversation, SendError } from '../../../src/adapter.ts'
import { channelOf } from '../incoming/conversation.ts'
import type { Home } from '../options.ts'
import { findArrived } from './arrived.ts'
import { slackCodeOf, toSendError } from './web-errors.ts'

/** Where Slack lets nobody delete, or there is nothing to delete. */
const CANNOT = new Set([
  'cant_delete_message',
  'compliance_exports_prevent_deletion',
  'message_not_found',
  'missing_scope',
])
const PERSON = /^[UW]/

export interface RecallParts {
  client: webApi.WebClient
  home: () => Promise<Home>
  clock: () => Date
}

/** Deletes what was sent under a key: all its parts, found by their metadata. @returns rejects with SendError */
export const createRecall =
  ({ client, home, clock }: RecallParts) =>
  async (to: Conversation, key: string): Promise<boolean> => {
    try {
      const channel = channelOf(to)
      const room = PERSON.test(channel)
        ? ((await client.conversations.open({ users: channel })).channel?.id ?? channel)
        : channel
      const { stamps } = await findArrived(client, await home(), clock(), { channel: room, key, file: null })
      for (const ts of stamps) await client.chat.delete({ channel: room, ts })
      return stamps.length > 0
    } catch (error) {
      if (CANNOT.has(slackCodeOf(error) ?? '')) return false
      throw error instanceof SendError ? error : toSendError(error)
    }
  }
