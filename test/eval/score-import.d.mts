import type { GoldLedger } from './cases.mjs'

export const FIELDS: string[]

export function compareLedger(
  gold: GoldLedger,
  tasks: object[],
): { rows: { no: string; found: boolean; wrong: string[] }[]; extra: object[] }
