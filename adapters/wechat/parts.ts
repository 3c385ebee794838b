import { csvOf } from '../../src/display/csv.ts'
import type { Message, ReplyFile, ReplyTable } from '../../src/reply.ts'
import { LONGEST_MESSAGE, phoneText, splitText } from './phone-text.ts'

/** One message of WeChat. */
export type Part = { kind: 'text'; text: string } | { kind: 'file'; file: ReplyFile }

/** Lines on the screen of a phone. */
const SCREEN_LINES = 18

/** A name that every system can store: no separators of folders, no control characters. */
const fileName = (name: string): string =>
  [...name.replace(/[\\/:*?"<>|]|\p{C}/gu, '')]
    .slice(0, 80)
    .join('')
    .replace(/^[.\s]+/u, '') || '文件'

const tableFile = ({ before, columns, rows }: ReplyTable): ReplyFile => {
  const title = [...(before.split('\n')[0] ?? '').replace(/[^\p{L}\p{N}]+/gu, '')].slice(0, 24).join('')
  return {
    name: fileName(`${title || '清单'}.csv`),
    content: Buffer.from(csvOf([columns, ...rows]), 'utf8').toString('base64'),
  }
}

/** A list that would fill several messages is easier to read in a table; the office opens it on the phone as well. */
const isLong = (table: ReplyTable | undefined, text: string): table is ReplyTable =>
  table !== undefined && table.rows.length > SCREEN_LINES && text.length > LONGEST_MESSAGE

/**
 * A message in the order in which its parts are sent. Buttons are left out: the last line of the text says what can be
 * answered. The same message always gives the same parts.
 */
export const partsOf = ({ text, table, file }: Message): Part[] => {
  const whole = phoneText(text)
  const asFile = file === undefined && isLong(table, whole) ? table : null
  const shown = asFile
    ? phoneText(`${asFile.before}\n全部${asFile.rows.length}行见随后的表格文件。\n${asFile.after}`)
    : whole
  const files = file ? [{ ...file, name: fileName(file.name) }] : asFile ? [tableFile(asFile)] : []
  return [
    ...splitText(shown).map((part): Part => ({ kind: 'text', text: part })),
    ...files.map((each): Part => ({ kind: 'file', file: each })),
  ]
}
