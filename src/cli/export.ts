import { writeFileSync } from 'node:fs'
import { DubanError } from '../errors.ts'
import type { Context } from './context.ts'

export interface ExportOptions {
  format?: string
  /** File to write; standard output where it is left out. */
  out?: string
}

/** Formats of the contract that this build does not write. */
const LATER = ['xlsx', 'docx', 'ics']
