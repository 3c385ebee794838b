/** Cells so short are not broken over lines. */
const WHOLE = 4
const WIDEST = 28

const widthOf = (heading: string, cells: readonly string[]): number => {
  const filled = cells.filter((cell) => cell !== '')
  const longest = Math.max(0, ...filled.map((cell) => cell.length))
  const mean = filled.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, filled.length)
  // a long text is broken over three lines or so
  const wanted = mean > 3 * WHOLE ? mean / 2.5 + WHOLE : mean
  return Math.min(WIDEST, Math.max(wanted, Math.min(longest, WHOLE), Math.min(heading.length, WHOLE), 2) + 1)
}

/** Widths in Chinese characters that are together `total`: short columns as they are, the rest shared by the others. */
export const columnWidths = (
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  total: number,
): number[] => {
  const wanted = headings.map((heading, i) =>
    widthOf(
      heading,
      rows.map((row) => row[i] ?? ''),
    ),
  )
  const isShort = (width: number): boolean => width <= WHOLE + 1
  const sumOf = (widths: readonly number[]): number => widths.reduce((sum, each) => sum + each, 0)
  const taken = sumOf(wanted.filter(isShort))
  const asked = sumOf(wanted) - taken
  const rest = Math.max(total - taken, total / 2)
  return wanted.map((each) => (isShort(each) || asked === 0 ? each : (each * rest) / asked))
}

/** Chinese characters that a text takes, two Latin ones being one. */
const lengthOf = (text: string): number => {
  let length = 0
  for (let i = 0; i < text.length; i++) length += text.charCodeAt(i) < 0x2e80 ? 0.5 : 1
  return length
}

/** Lines that the highest cell of a row takes. */
export const linesOf = (cells: readonly string[], widths: readonly number[]): number =>
  Math.max(1, ...cells.map((cell, i) => Math.ceil(lengthOf(cell) / Math.max(1, (widths[i] as number) - 1))))
