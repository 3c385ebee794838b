import { withoutControls } from '../../src/display/clean.ts'
import { renderTable } from '../../src/display/table.ts'
import type { Message } from '../../src/reply.ts'

/** What a terminal of this many columns shows of a reply: its table where it has one, else its text. */
export const renderReply = (reply: Message, columns: number): string => {
  const { table } = reply
  if (!table) return withoutControls(reply.text)
  const rows = table.rows.map((row) => row.map((cell) => withoutControls(cell).replace(/[\t\n]+/g, ' ')))
  return [withoutControls(table.before), renderTable(table.columns, rows, columns), withoutControls(table.after)]
    .filter((part) => part !== '')
    .join('\n')
}
