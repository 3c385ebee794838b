/**
 * The contents of a document as its file nests them: the form that Word, web pages and PDF share before tables are laid
 * out as rows of equal width.
 */
export type Flow = { kind: 'paragraph'; text: string } | { kind: 'table'; rows: FlowRow[] }

export interface FlowRow {
  /** From left to right. */
  cells: FlowCell[]
}

/** A cell over the columns `[from, to)` of its table's grid. */
export interface FlowCell {
  from: number
  to: number
  content: Flow[]
  /** Merged with the cell above: what it holds stands there. */
  above: boolean
}

export const paragraph = (text: string): Flow => ({ kind: 'paragraph', text })
