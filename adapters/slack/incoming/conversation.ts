import type { Conversation } from '../../../src/adapter.ts'
import type { Home } from '../options.ts'

export const NAME = 'slack'

/** A channel as the core knows it; channels of other workspaces carry the workspace in front. */
export const conversationOf = (
  channel: string,
  team: string | null,
  home: Home,
  more: { thread?: string | null; only?: string | null } = {},
): Conversation => ({
  adapter: NAME,
  id: team === null || team === home.teamId ? channel : `${team}/${channel}`,
  kind: channel.startsWith('D') ? 'direct' : 'group',
  ...(more.thread ? { thread: more.thread } : {}),
  ...(more.only ? { only: more.only } : {}),
})

/** Slack's id of the channel. */
export const channelOf = ({ id }: Pick<Conversation, 'id'>): string => id.slice(id.indexOf('/') + 1)
