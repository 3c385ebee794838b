import type { Flow, FlowCell, FlowRow } from './flow.ts'

/** A cell as HTML gives it: in its first row only, with the rows and columns it takes. */
export interface SpanCell {
  across: number
  down: number
  content: Flow[]
}

/** Limits of the HTML standard. */
const MOST_ACROSS = 1000

interface Spanning {
  from: number
  to: number
  rowsLeft: number
}

/** Rows in which a cell that spans several stands in each of them, merged with the one above. */
export const spanRows = (rows: readonly (readonly SpanCell[])[]): FlowRow[] => {
  let spanning: Spanning[] = []
  return rows.map((cells) => {
    const placed: FlowCell[] = spanning.map(({ from, to }) => ({ from, to, content: [], above: true }))
    const begun: Spanning[] = []
    let at = 0
    for (const { across, down, content } of cells) {
      for (let taken = true; taken; ) {
        const over = spanning.find(({ from, to }) => from <= at && at < to)
        if (over) at = over.to
        else taken = false
      }
      const to = at + Math.min(across, MOST_ACROSS)
      placed.push({ from: at, to, content, above: false })
      if (down > 1) begun.push({ from: at, to, rowsLeft: down - 1 })
      at = to
    }
    spanning = [
      ...spanning.map((each) => ({ ...each, rowsLeft: each.rowsLeft - 1 })).filter(({ rowsLeft }) => rowsLeft > 0),
      ...begun,
    ]
    return { cells: placed.sort((a, b) => a.from - b.from) }
  })
}
