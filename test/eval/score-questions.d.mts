import type { EvalCase, GoldTask } from './cases.mjs'

export interface JudgedTurn {
  text: string
  pass: boolean
  why?: string
  confident?: boolean
  none?: boolean
}

export function lineOf(kase: EvalCase, turn: EvalCase['turns'][number]): string
export function judgeCase(
  kase: EvalCase,
  replies: readonly unknown[],
  gold: GoldTask[],
): { id: string; group: string; pass: boolean; turns: JudgedTurn[] }
