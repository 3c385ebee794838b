import type { Incoming } from '../adapter.ts'
import { describeInstant, parseInstant } from './instant.ts'
import { parseJsonObject } from './lines.ts'

export interface ChatLine {
  message: Incoming
  /** A sentence for the reply where part of the line could not be used, else null. */
  note: string | null
}

interface Surroundings {
  id: string
  /** The time where the line names none. */
  now: Date
  botName: string
}

const word = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null

/** A sender that is named but cannot be read is nobody known, never the administrator: access fails closed. */
const UNREADABLE_SENDER = '?'

const senderOf = (from: unknown): Incoming['sender'] =>
  from === undefined || from === null ? null : { id: word(from) ?? UNREADABLE_SENDER }

/** Anything but a clear no is a group, where less is shown. */
const isGroup = (group: unknown): boolean => !(group === undefined || group === null || group === false)

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Takes off every mention of the bot, with the space that chat programs put behind it. */
const takeMentions = (text: string, botName: string): { text: string; mentioned: boolean } => {
  if (!/[@＠]/.test(text)) return { text, mentioned: false }
  const mention = new RegExp(`[@＠]${escaped(botName)}[\\s\\u2005]?`, 'g')
  const rest = text.replace(mention, '')
  return { text: rest, mentioned: rest !== text }
}

/**
 * Reads one line of `chat --json`. Any line gives a message: what is no JSON object is the text itself, fields of the
 * wrong kind count as left out, but for those that decide what the sender may see.
 */
export const readChatLine = (line: string, { id, now, botName }: Surroundings): ChatLine => {
  const fields = parseJsonObject(line) ?? { text: line }
  const { text, mentioned } = takeMentions(word(fields.text) ?? '', botName)
  const given = word(fields.at)
  const at = given === null ? now : parseInstant(given)
  const group = isGroup(fields.group)
  return {
    message: {
      id,
      conversation: { adapter: 'terminal', id: word(fields.conversation) ?? 'local', kind: group ? 'group' : 'direct' },
      sender: senderOf(fields.from),
      text,
      addressed: !group || mentioned,
      at: (at ?? now).toISOString(),
    },
    note:
      at === null
        ? `注：消息时间“${given?.slice(0, 40)}”无法识别，按${describeInstant(now)}答复；时间请写成如 2020-01-05T09:00:00+08:00。`
        : null,
  }
}
