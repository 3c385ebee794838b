import type { Expectation } from './oracle.ts'

export interface GoldTask {
  key: string
  no: string
  ledger: string
  content: string
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
export function goldTasks(ledgers: string[]): GoldTask[]
export function questionFiles(): URL[]
export function readCases(url: URL): EvalCase[]
export function filtersOf(kase: EvalCase): string[]
