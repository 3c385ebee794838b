/** What a spreadsheet would take for a formula is made text by an apostrophe (OWASP, CSV injection). */
const guarded = (cell: string): string => (/^[=+\-@\t\r＝＋－＠]/u.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string): string => (/[",\r\n]/u.test(cell) ? `"${cell.replace(/"/gu, '""')}"` : cell)

/** Rows as CSV (RFC 4180) with a byte order mark, as Excel and WPS open it when written in UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map((cell) => quoted(guarded(cell))).join(',')).join('\r\n')}\r\n`
