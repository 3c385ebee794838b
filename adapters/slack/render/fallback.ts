import type { Block } from './blocks.ts'
import { escaped } from './text.ts'

/** Of `text`; Slack cuts at 40,000. */
const LONGEST = 30_000

const textsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  const { text } = value as { text?: unknown }
  if (typeof text === 'string') return [text]
  return Object.values(value).flatMap(textsIn)
}

const linesOf = (block: Block): string[] => {
  switch (block.type) {
    case 'actions':
    case 'divider':
      return []
    case 'table':
      return block.rows.map((row) => textsIn(row).join('　'))
    case 'rich_text':
      return [textsIn(block.elements).join('')]
    default:
      return textsIn(block)
  }
}

/** The words of a message's blocks, escaped, for the day on which Slack does not accept the blocks. */
export const fallbackText = (blocks: readonly Block[]): string =>
  escaped(blocks.flatMap(linesOf).join('\n')).slice(0, LONGEST)
