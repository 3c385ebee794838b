import { squeeze } from '../cell-text.ts'
import type { DumpedCell } from './tab-cells.ts'

/** A row that has not the table's width costs; one cell over the whole width (a heading) costs less. */
const ODD_ROW = 3
const WIDE_CELL = 1
/** A blank line inside a row is possible, but not preferred. */
const JOIN = 0.01
const MOST_COLUMNS = 30

const groupsOf = (cells: readonly DumpedCell[]): DumpedCell[][] => {
  const groups: DumpedCell[][] = []
  for (const cell of cells) {
    if (cell.afterGap || groups.length === 0) groups.push([cell])
    else groups.at(-1)?.push(cell)
  }
  return groups
}

interface Split {
  cost: number
  /** For each start of a row, how many groups it takes. */
  taken: number[]
}

/** The cheapest way to read groups of cells as rows of a given width. */
const split = (sizes: readonly number[], width: number): Split => {
  const cost = new Array<number>(sizes.length + 1).fill(0)
  const taken = new Array<number>(sizes.length).fill(1)
  for (let i = sizes.length - 1; i >= 0; i--) {
    const size = sizes[i] as number
    const single = size % width === 0 ? 0 : size === 1 ? WIDE_CELL : ODD_ROW * Math.ceil(size / width)
    cost[i] = single + (cost[i + 1] as number)
    let sum = size
    for (let n = 2; i + n <= sizes.length && sum < width; n++) {
      sum += sizes[i + n - 1] as number
      if (sum !== width) continue
      const joined = JOIN * (n - 1) + (cost[i + n] as number)
      if (joined < (cost[i] as number)) {
        cost[i] = joined
        taken[i] = n
      }
    }
  }
  return { cost: cost[0] as number, taken }
}

/** Where no blank line parts the rows, the running numbers 1, 2 in the first column give the width. */
const widthByNumbers = (cells: readonly DumpedCell[]): number | null => {
  const number = (i: number): string => squeeze(cells[i]?.lines.join('') ?? '')
  for (let width = 2; width <= MOST_COLUMNS && width * 2 < cells.length; width++) {
    if (number(width) === '1' && number(width * 2) === '2') return width
  }
  return null
}

/** The head of the table gives its width; blank lines inside the head are allowed for. */
const likelyWidth = (sizes: readonly number[]): number => {
  // each by itself: paragraphs that a tab indents
  if (sizes.every((size) => size === 1)) return 1
  let sum = 0
  const candidates = sizes.slice(0, 4).map((size) => (sum += size))
  let best = { width: Math.max(sizes[0] ?? 1, 1), cost: Number.POSITIVE_INFINITY }
  for (const width of candidates) {
    if (width < 2 || width > MOST_COLUMNS) continue
    const { cost } = split(sizes, width)
    if (cost < best.cost - ODD_ROW) best = { width, cost }
  }
  return best.width
}

/** Puts the cells of a dumped table into rows. */
export const groupRows = (cells: readonly DumpedCell[]): DumpedCell[][] => {
  const groups = groupsOf(cells)
  const sizes = groups.map((group) => group.length)
  const width = (groups.length === 1 ? widthByNumbers(cells) : null) ?? likelyWidth(sizes)
  const { taken } = split(sizes, width)
  const rows: DumpedCell[][] = []
  for (let i = 0; i < groups.length; ) {
    const n = taken[i] as number
    const row = groups.slice(i, i + n).flat()
    if (row.length % width === 0) for (let at = 0; at < row.length; at += width) rows.push(row.slice(at, at + width))
    else rows.push(row)
    i += n
  }
  return rows
}
