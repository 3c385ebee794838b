/**
 * What a spreadsheet would take for a formula is made text by an apostrophe (OWASP, CSV injection); so is what begins
 * with apostrophes before one, which keeps the cell readable back without loss.
 */
const FORMULA = /^'*(?:[\t\r\n]|[\s\u200b\ufeff]*[=+\-@＝＋－＠])/u

const guarded = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell)

/** The cell that was written: the reverse of what {@link csvOf} does against formulas. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell

const quoted = (cell: string): string => (/[",\r\n]/u.test(cell) ? `"${cell.replace(/"/gu, '""')}"` : cell)

/** Rows as CSV (RFC 4180) with a byte order mark, as Excel and WPS open it when written in UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map((cell) => quoted(guarded(cell))).join(',')).join('\r\n')}\r\n`
