import type { Doubt, TaskDraft } from '../domain/index.ts'

/**
 * A file's contents before anybody has asked what they mean: the one form that every reader (text dump, CSV, later
 * Word, Excel, HTML, PDF) turns its file into.
 */
export interface RawDocument {
  /** Name of the file, without its folders. */
  file: string
  blocks: RawBlock[]
}

export type RawBlock =
  | { kind: 'paragraph'; text: string; line: number }
  /** Rows of cells as the file gives them, merged cells still empty. `line` is the row's place in the file, from 1. */
  | { kind: 'table'; rows: { cells: string[]; line: number }[] }

/** What an importer makes of a document. */
export interface ReadLedger {
  /** The document's title, else the file's name without its ending. */
  name: string
  /** The proposed short name (医改施工图): at most eight characters or so. */
  short: string
  /** The year that the title, the 文号 or the date of the document gives. */
  year: number | null
  tasks: TaskDraft[]
  /** Doubts about the document as a whole (no tasks, a column missing, rows not read). */
  doubts: Doubt[]
}
