import type { webApi } from '@slack/bolt'
import type { Home } from '../options.ts'

/** Type of the metadata that each message of ours carries (https://docs.slack.dev/messaging/message-metadata). */
export const EVENT_TYPE = 'duban_reply'

/** A message is given up after a day; nothing older is looked for. */
const LOOK_BACK_S = 26 * 3_600
const PAGE = 200
const PAGES = 10

/** What Slack has of a message that was sent in parts. */
export interface Arrived {
  /** So many parts. */
  parts: number
  /** Whether the file that goes with it stands below its last part. */
  file: boolean
  /** What Slack calls them. */
  stamps: readonly string[]
}

interface Found {
  ts?: string
  user?: string
  bot_id?: string
  files?: readonly { name?: string | null }[]
  metadata?: { event_type?: string; event_payload?: object }
}

/**
 * Looks through what stands in a thread, or in a channel, for a message of ours.
 * @throws what the Web API throws
 */
export const findArrived = async (
  client: webApi.WebClient,
  home: Home,
  now: Date,
  { channel, thread, key, file }: { channel: string; thread?: string; key: string; file: string | null },
): Promise<Arrived> => {
  let parts = 0
  let lastTs = 0
  const stamps: string[] = []
  const files: number[] = []
  const look = (message: Found): void => {
    const ts = Number(message.ts ?? 0)
    if (message.user !== home.botUserId && message.bot_id !== home.botId) return
    if (message.files?.some(({ name }) => name === file)) files.push(ts)
    const { event_type: type, event_payload: payload } = message.metadata ?? {}
    const { key: its, part } = (payload ?? {}) as { key?: unknown; part?: unknown }
    if (type !== EVENT_TYPE || its !== key || typeof part !== 'number') return
    parts = Math.max(parts, part + 1)
    lastTs = Math.max(lastTs, ts)
    if (message.ts !== undefined) stamps.push(message.ts)
  }

  const where = {
    channel,
    oldest: String(Math.floor(now.getTime() / 1000) - LOOK_BACK_S),
    limit: PAGE,
    include_all_metadata: true,
  }
  let cursor: string | undefined
  for (let page = 0; page < PAGES; page++) {
    const at = cursor === undefined ? where : { ...where, cursor }
    const result =
      thread === undefined
        ? await client.conversations.history(at)
        : await client.conversations.replies({ ...at, ts: thread })
    for (const message of (result.messages ?? []) as Found[]) look(message)
    cursor = result.response_metadata?.next_cursor || undefined
    if (cursor === undefined) break
  }
  return { parts, file: parts > 0 && files.some((ts) => ts > lastTs), stamps }
}
