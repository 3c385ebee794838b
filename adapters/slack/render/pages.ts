import type { Block } from './blocks.ts'
import { sizeOf } from './fill.ts'

const BLOCKS = 50
/**
 * Characters of the JSON of all blocks. Slack's limit is written nowhere; messages have been refused
 * (`msg_blocks_too_long`) from about 13,000 on, containers counted (slackapi/bolt-js#2509, #2867).
 */
const SIZE = 12_000

/** Blocks as the messages that they fit into, in order. A message has one table at most. */
export const pages = (blocks: readonly Block[]): Block[][] => {
  const found: Block[][] = []
  let page: Block[] = []
  let size = 2
  for (const block of blocks) {
    const full = page.length >= BLOCKS || size + sizeOf(block) > SIZE
    const secondTable = block.type === 'table' && page.some(({ type }) => type === 'table')
    if (page.length > 0 && (full || secondTable)) {
      found.push(page)
      page = []
      size = 2
    }
    page.push(block)
    size += sizeOf(block)
  }
  if (page.length > 0) found.push(page)
  return found
}
