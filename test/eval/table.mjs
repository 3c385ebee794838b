/** Display width: characters of East Asian width take two columns. */
const width = (text) => [...text].reduce((sum, c) => sum + (c.codePointAt(0) > 0x2e7f ? 2 : 1), 0)

/** Rows of cells as lines of aligned columns. */
export const table = (rows) => {
  const cells = rows.map((row) => row.map(String))
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => width(row[column]))))
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat(widths[column] - width(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export const percent = (part, whole) => (whole ? `${((100 * part) / whole).toFixed(1)} %` : '-')
