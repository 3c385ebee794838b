import { type FlowCell, type FlowRow, paragraph } from '../flow.ts'
import type { PlacedText } from './page.ts'
import { type Borders, passes, placesOf } from './rules.ts'
import { cellText, splitAt } from './text-lines.ts'

/** A table on one page. */
export interface PageTable {
  top: number
  bottom: number
  /** Places of the upright borders, left to right. */
  columns: number[]
  rows: FlowRow[]
}

interface Slot {
  /** Rows and columns `[from, to)` that the cell takes. */
  rows: [from: number, to: number]
  columns: [from: number, to: number]
}

const middle = (places: readonly number[], i: number): number => ((places[i] as number) + (places[i + 1] as number)) / 2

/** The cells between borders: where none is drawn between two places of the grid, they are one cell. */
const slotsOf = ({ level, upright }: Borders, xs: readonly number[], ys: readonly number[]): Slot[] => {
  const taken = new Set<string>()
  const slots: Slot[] = []
  const [width, height] = [xs.length - 1, ys.length - 1]
  const openRight = (row: number, column: number): boolean =>
    column + 1 < width && !passes(upright, xs[column + 1] as number, middle(ys, row))
  const openBelow = (row: number, column: number): boolean =>
    row + 1 < height && !passes(level, ys[row + 1] as number, middle(xs, column))
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (taken.has(`${row},${column}`)) continue
      let right = column + 1
      while (right < width && openRight(row, right - 1) && !taken.has(`${row},${right}`)) right++
      let below = row + 1
      while (below < height && openBelow(below - 1, column) && !taken.has(`${below},${column}`)) below++
      for (let r = row; r < below; r++) for (let c = column; c < right; c++) taken.add(`${r},${c}`)
      slots.push({ rows: [row, below], columns: [column, right] })
    }
  }
  return slots
}

/** Word's own is 5.4 points. */
const MOST_PADDING = 8

/** Types stand on their base line: the middle of a character lies above it. */
const MIDDLE = 0.35

/**
 * The table that borders draw, with the texts that stand in it.
 * @param texts of the page; those in the table are taken out.
 */
export const tableIn = (borders: Borders, texts: Set<PlacedText>): PageTable => {
  const { level, upright } = borders
  const xs = placesOf([...upright.map(({ at }) => at), ...level.flatMap(({ from, to }) => [from, to])])
  const ys = placesOf([...level.map(({ at }) => at), ...upright.flatMap(({ from, to }) => [from, to])])
  const [left, right, top, bottom] = [xs[0], xs.at(-1), ys[0], ys.at(-1)] as [number, number, number, number]
  const inside = [...texts].filter(({ x, y, width, size }) => {
    const height = y - size * MIDDLE
    return height > top && height < bottom && x + width > left && x < right
  })
  for (const text of inside) texts.delete(text)
  // the program that reads the page may have put the texts of neighbouring cells together
  const pieces = inside.flatMap((text) => {
    const height = text.y - text.size * MIDDLE
    return splitAt(
      text,
      xs.filter((x) => passes(upright, x, height)),
    )
  })
  const filled = slotsOf(borders, xs, ys).map((slot) => {
    const [x0, x1] = slot.columns.map((i) => xs[i] as number) as [number, number]
    const [y0, y1] = slot.rows.map((i) => ys[i] as number) as [number, number]
    const own = pieces.filter(({ x, y, width, size }) => {
      const [across, down] = [x + width / 2, y - size * MIDDLE]
      return across >= x0 && across < x1 && down >= y0 && down < y1
    })
    return { ...slot, own }
  })
  /** How far texts stand off the border on their left, and so on their right. */
  const padding = ([from]: Slot['columns']): number => {
    const starts = filled.filter(({ columns }) => columns[0] === from).flatMap(({ own }) => own.map(({ x }) => x))
    return Math.min(MOST_PADDING, Math.max(0, Math.min(...starts) - (xs[from] as number)))
  }
  const cells = filled.map((slot) => ({
    ...slot,
    text: cellText(slot.own, (xs[slot.columns[1]] as number) - padding(slot.columns)),
  }))
  const rows = ys.slice(1).map((_, row): FlowRow => {
    const here = cells.filter(({ rows: [from, to] }) => from <= row && row < to)
    return {
      cells: here
        .map(({ rows: [begins], columns: [from, to], text }): FlowCell => {
          const above = begins < row
          return { from, to, above, content: above ? [] : [paragraph(text)] }
        })
        .sort((a, b) => a.from - b.from),
    }
  })
  return { top, bottom, columns: xs, rows }
}
