import { displayWidth, padTo, truncateTo } from './width.ts'

const GAP = '  '
const NARROWEST = 8

/** Takes cells from the widest column until the row fits; no column gets narrower than {@link NARROWEST}. */
const fitWidths = (widths: readonly number[], room: number): number[] => {
  const fitted = [...widths]
  let excess = fitted.reduce((sum, width) => sum + width, 0) + GAP.length * (fitted.length - 1) - room
  while (excess > 0) {
    const widest = fitted.indexOf(Math.max(...fitted))
    const width = fitted[widest] as number
    if (width <= NARROWEST) break
    const second = Math.max(NARROWEST, ...fitted.filter((_, column) => column !== widest && fitted[column] !== width))
    const cut = Math.min(excess, Math.max(1, width - second))
    fitted[widest] = Math.max(NARROWEST, width - cut)
    excess -= cut
  }
  return fitted
}

/**
 * A table of plain text for a fixed-width screen: heading, rule, rows. Cells that do not fit are cut.
 * @param room cells available in a line.
 */
export const renderTable = (columns: readonly string[], rows: readonly (readonly string[])[], room: number): string => {
  const widths = fitWidths(
    columns.map((heading, i) => Math.max(displayWidth(heading), ...rows.map((row) => displayWidth(row[i] ?? '')))),
    room,
  )
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, i) => padTo(truncateTo(cells[i] ?? '', width), width))
      .join(GAP)
      .trimEnd()
  const rule = widths.map((width) => '─'.repeat(width)).join(GAP)
  return [line(columns), rule, ...rows.map(line)].join('\n')
}
