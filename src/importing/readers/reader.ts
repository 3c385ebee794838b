import type { RawDocument } from '../document.ts'

/** A file as it was handed in: its name without folders, and what is in it. */
export interface FileContents {
  name: string
  bytes: Uint8Array
}

/**
 * The port of every container reader: it knows a kind of file and nothing of tasks.
 * @throws DubanError `file-empty`, `file-unsupported`, `file-damaged`, `file-protected`, `file-too-large`
 */
export type Reader = (file: FileContents) => RawDocument | Promise<RawDocument>
