import { renderTable } from '../../src/display/table.ts'
import type { Message } from '../../src/reply.ts'

// a ledger's text must not move the cursor, colour the screen or turn the direction of the text around
const CONTROLS = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu

/** What a terminal of this many columns shows of a reply: its table where it has one, else its text. */
export const renderReply = (reply: Message, columns: number): string => {
  const { table } = reply
  const clean = (text: string): string => text.replace(CONTROLS, '')
  if (!table) return clean(reply.text)
  const rows = table.rows.map((row) => row.map((cell) => clean(cell).replace(/[\t\n]+/g, ' ')))
  return [clean(table.before), renderTable(table.columns, rows, columns), clean(table.after)]
    .filter((part) => part !== '')
    .join('\n')
}
