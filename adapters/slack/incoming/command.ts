import type { Incoming } from '../../../src/adapter.ts'
import type { Home } from '../options.ts'
import { conversationOf } from './conversation.ts'
import { plainText } from './plain-text.ts'
import { idIn, nameIn, textIn } from './shape.ts'

/** Subcommands, for those who expect a command to have some, as the questions that they stand for. */
export const SUBCOMMANDS: readonly { names: readonly string[]; question: (rest: string) => string }[] = [
  { names: ['help', '?', '？', ''], question: () => '帮助' },
  { names: ['ledgers'], question: () => '有哪些台账' },
  { names: ['overview', 'status'], question: () => '总体情况' },
  { names: ['list', 'search', 'find'], question: (rest) => (rest === '' ? '所有任务' : `${rest}有哪些任务`) },
  { names: ['due'], question: (rest) => `${rest === '' ? '本月底前' : rest}到期的有哪些` },
  { names: ['overdue', 'late'], question: () => '逾期的有哪些' },
  { names: ['show', 'detail'], question: (rest) => (/^\d+$/.test(rest) ? `第${rest}项` : `${rest}详细`) },
  { names: ['who'], question: (rest) => `${/^\d+$/.test(rest) ? `第${rest}项` : rest}谁负责` },
  { names: ['when'], question: (rest) => `${/^\d+$/.test(rest) ? `第${rest}项` : rest}什么时候完成` },
  { names: ['more', 'next'], question: () => '下一页' },
]

/** What is asked with `/duban …`: a subcommand's question, else the words as they are. */
export const questionOf = (text: string): string => {
  const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(text.trim()) ?? []
  const known = SUBCOMMANDS.find(({ names }) => names.includes(word.toLowerCase()))
  return known ? known.question(rest.trim()) : text.trim()
}

/**
 * A slash command out of its payload. Its answer is for the one who gave it, as is usual with commands: the channel
 * may be one that the bot is no member of.
 * @param now the payload has no time of its own
 */
export const readCommand = (body: unknown, home: Home, now: Date): Incoming | null => {
  const channel = idIn(body, 'channel_id')
  const user = idIn(body, 'user_id')
  const trigger = nameIn(body, 'trigger_id')
  if (channel === null || user === null || trigger === null) return null
  const name = nameIn(body, 'user_name')
  return {
    id: `command:${trigger}`,
    conversation: conversationOf(channel, idIn(body, 'team_id'), home, { only: user }),
    sender: { id: user, ...(name === null ? {} : { name }) },
    text: questionOf(plainText(textIn(body, 'text') ?? '', home.botUserId)),
    addressed: true,
    at: now.toISOString(),
  }
}
