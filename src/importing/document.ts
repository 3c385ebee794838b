import type { Doubt, TableColumn, TaskDraft } from '../domain/index.ts'

/**
 * A file's contents before anybody has asked what they mean: the one form that every reader (text dump, CSV, later
 * Word, Excel, HTML, PDF) turns its file into.
 */
export interface RawDocument {
  /** Name of the file, without its folders. */
  file: string
  blocks: RawBlock[]
  /** What the reader left out or could not tell (hidden rows, a table without lines). */
  doubts?: Doubt[]
  /** Headers and footers: where a 密级标志 may stand beside the text. */
  margins?: string[]
}

export type RawBlock =
  /** `caption`: a name that the file gives a table beside its text, such as a sheet's. */
  { kind: 'paragraph'; text: string; line: number; caption?: boolean } | { kind: 'table'; rows: RawRow[] }

/** Cells of a row as the file gives them: a cell merged with another is empty, one left empty holds a blank. */
export interface RawRow {
  cells: string[]
  /** The row's place in the file, from 1. */
  line: number
  /** Places of the cells that the file says are merged with the one above. Left out where it says nothing of merging. */
  above?: readonly number[]
}

/** What an importer makes of a document. */
export interface ReadLedger {
  /** The document's title, else the file's name without its ending. */
  name: string
  /** The proposed short name (医改施工图): at most eight characters or so. */
  short: string
  /** The year that the title, the 文号 or the date of the document gives. */
  year: number | null
  tasks: TaskDraft[]
  /** The columns of each kind of table that the tasks stand in. */
  tables?: readonly (readonly TableColumn[])[]
  /** Doubts about the document as a whole (no tasks, a column missing, rows not read). */
  doubts: Doubt[]
}
