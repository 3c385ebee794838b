import { type CellObject, SSF } from '@e965/xlsx'

/** What a number format shows of a date, its literal text and colours taken off. */
const partsOf = (format: string): string => format.replace(/"[^"]*"|\\.|\[[^\]]*\]/gu, '').toLowerCase()

/**
 * A date in words, as far as its format shows it: a format of year and month means the whole month. The year is written
 * even where the format leaves it out.
 */
const dateText = (serial: number, format: string, date1904: boolean): string | null => {
  const parts = partsOf(format)
  const date = SSF.parse_date_code(serial, { date1904 }) as { y: number; m: number; d: number } | null
  if (!date || !/[yed]|(?<![hs:])m(?!:)/u.test(parts)) return null
  if (/d/u.test(parts)) return `${date.y}年${date.m}月${date.d}日`
  return /m/u.test(parts) ? `${date.y}年${date.m}月` : `${date.y}年`
}

/** What a cell shows; errors show nothing. */
export const cellText = (cell: CellObject | undefined, date1904: boolean): string => {
  if (!cell || cell.v === undefined || cell.v === null) return ''
  switch (cell.t) {
    case 's':
      return String(cell.v).replace(/\r\n?/gu, '\n')
    case 'n': {
      const format = typeof cell.z === 'string' ? cell.z : 'General'
      const date = SSF.is_date(format) ? dateText(Number(cell.v), format, date1904) : null
      return date ?? (cell.w ?? String(cell.v)).trim()
    }
    case 'b':
      return cell.v ? '是' : '否'
    default:
      return ''
  }
}
