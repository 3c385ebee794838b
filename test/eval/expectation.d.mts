import type { EvalTurn, GoldTask } from './cases.mjs'

export function expectationOf(filter: string, gold: GoldTask[], today: string): EvalTurn['expect']
