import type { Message } from '../../../src/reply.ts'
import { actionBlocks } from './actions.ts'
import { type Block, context, divider, fields, group, header, section } from './blocks.ts'
import { pages } from './pages.ts'
import { table } from './table.ts'
import { clean, cut, escaped, oneLine } from './text.ts'

/** One message of Slack's. */
export interface Part {
  /** What a notification shows, escaped. */
  text: string
  blocks: Block[]
}

const NOTICE = 200

/** Rows that stand apart by date or state, or in columns, between what is said before and after them. */
const listBlocks = ({ text, table: columns, sections }: Message): Block[] => {
  const [first = '', ...more] = (columns?.before ?? text.split('\n', 1)[0] ?? '').split('\n')
  const rows = sections
    ? sections.flatMap(({ heading, lines }, i) => [...(i > 0 ? [divider()] : []), ...group(heading, lines)])
    : table(columns?.columns ?? [], columns?.rows ?? [])
  return [
    ...header(first),
    ...context([...more, ...(columns?.basis ? [columns.basis] : [])]),
    ...rows,
    ...context(columns?.after.split('\n') ?? []),
  ]
}

const cardBlocks = ({ card }: Required<Pick<Message, 'card'>>): Block[] => [
  ...section(card.before ?? ''),
  ...header(card.title),
  ...fields(card.fields),
  ...(card.body ? section(`${card.body.label}：${card.body.text}`, false) : []),
  ...context(card.notes),
]

const bodyBlocks = (message: Message): Block[] => {
  const { card, table: columns, sections, text } = message
  if (card) return cardBlocks({ card })
  return columns || sections ? listBlocks(message) : section(text)
}

/**
 * What Slack shows of a message, in as many messages of its own as its limits ask for; none where there is nothing.
 * @param about the message that its buttons are about
 */
export const renderMessage = (message: Message, about: string): Part[] => {
  const first = oneLine(clean(message.text)) === '' ? '' : (clean(message.text).split('\n', 1)[0] as string)
  const blocks = [...bodyBlocks(message), ...actionBlocks(message.actions ?? [], about)]
  return pages(blocks).map((page, i) => ({
    text: escaped(cut(first === '' ? '督办' : first, NOTICE)) + (i > 0 ? '（续）' : ''),
    blocks: page,
  }))
}
