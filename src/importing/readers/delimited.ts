/** A record of a delimited file, and the line on which it begins, from 1. */
export interface DelimitedRow {
  cells: string[]
  line: number
}

/**
 * Delimited text with quoted cells (RFC 4180): a quote begins a quoted cell only at the cell's start, a doubled one
 * inside it is a quote, and an unclosed one ends with the text.
 */
export const readDelimited = (text: string, delimiter: string): DelimitedRow[] => {
  const rows: DelimitedRow[] = []
  let cells: string[] = []
  let line = 1
  let rowLine = 1
  let at = 0
  const endRow = () => {
    rows.push({ cells, line: rowLine })
    cells = []
    rowLine = line
  }
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      let from = at + 1
      for (;;) {
        const quote = text.indexOf('"', from)
        const end = quote < 0 ? text.length : quote
        cell += text.slice(from, end)
        at = end + 1
        if (text[at] !== '"' || quote < 0) break
        cell += '"'
        from = at + 1
      }
      line += cell.split('\n').length - 1
    }
    let end = at
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++
    cells.push(cell + text.slice(at, end))
    at = end + 1
    if (text[end] !== delimiter) {
      line++
      endRow()
    } else if (at >= text.length) cells.push('')
  }
  if (cells.length > 0) endRow()
  return rows
}
