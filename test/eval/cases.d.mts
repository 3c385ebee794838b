import type { TaskDraft } from '../../src/domain/index.ts'
import type { Expectation } from './oracle.ts'

export interface GoldTask {
  key: string
  no: string
  ledger: string
  content: string
}

/** A gold file: what the importer must read from one document. */
export interface GoldLedger {
  title: string | null
  docYear: number | null
  outline?: boolean
  tasks: Omit<TaskDraft, 'timing' | 'source' | 'doubts'>[]
}

export interface EvalTurn {
  text: string
  now?: string
  inGroup?: boolean
  expect: Expectation & { alt?: Expectation[] }
}

export interface EvalCase {
  id: string
  ledgers: string[]
  now: string
  group: string
  turns: EvalTurn[]
  filter: string | string[]
}

export function ledgerIndex(): Record<string, { document: string; gold: string }>
export function goldOf(name: string): GoldLedger
export function goldTasks(ledgers: string[]): GoldTask[]
export function questionFiles(): URL[]
export function readCases(url: URL): EvalCase[]
export function filtersOf(kase: EvalCase): string[]
