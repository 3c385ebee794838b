import type { types } from '@slack/bolt'
import type { Message, ReplySection } from '../../../src/reply.ts'
import { type Block, context } from './blocks.ts'
import { renderMessage } from './message.ts'

// https://docs.slack.dev/reference/views/home-tab-views
const BLOCKS = 100

/** Whoever presses something on the page would wait for an answer there. */
const WHERE = '点选后的答复在“消息”一栏'

/** Tables stand in messages only: their rows become lines, the first column in front, the second as the text. */
const asSections = ({ columns, rows }: NonNullable<Message['table']>): ReplySection[] => {
  const title = Math.max(columns.indexOf('任务'), 0)
  return [
    {
      heading: columns.join('　'),
      lines: rows.map((cells) => ({
        label: cells.slice(0, title).join('　'),
        text: cells[title] ?? '',
        note: cells.slice(title + 1).join('　') || null,
      })),
    },
  ]
}

/**
 * A message as the bot's own page.
 * @param about the message that its buttons are about
 * @param remember what has to be known when one of them is pressed
 */
export const renderHome = (message: Message, about: string, remember: string): types.HomeView => {
  const { table, sections } = message
  const shown = table && !sections ? { ...message, sections: asSections(table) } : message
  const blocks = renderMessage(shown, about).flatMap((part): Block[] => part.blocks)
  // what can be done stands at the end, and must not be cut off by what is long
  const actions = blocks.filter(({ type }) => type === 'actions')
  const last = actions.length > 0 ? [...actions, ...context([WHERE])] : []
  const rest = blocks.filter(({ type }) => type !== 'actions').slice(0, BLOCKS - last.length)
  return { type: 'home', private_metadata: remember, blocks: [...rest, ...last].slice(0, BLOCKS) }
}
