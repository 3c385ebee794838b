import type { ErrorCode } from '../../errors.ts'
import type { ReadLedger } from '../document.ts'
import type { FileContents } from '../readers/reader.ts'

/** What the thread that reads is told. */
export type ToReader = { kind: 'read'; file: FileContents } | { kind: 'converted'; bytes: Uint8Array | null }

/** What it tells. `convert` asks for the file in hand as a .docx, and waits for `converted`. */
export type FromReader =
  | { kind: 'done'; read: ReadLedger }
  | { kind: 'failed'; code: ErrorCode; message: string }
  | { kind: 'convert' }
  /** The file is open and so many rows and paragraphs are to be understood. */
  | { kind: 'opened'; rows: number }
