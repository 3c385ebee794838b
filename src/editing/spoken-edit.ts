import type { NumberReference } from '../matching/number-reference.ts'

/** 新增任务：开展防汛检查，牵头市应急局，6月底前完成. JSON. */
export interface SpokenTask {
  kind: 'add'
  /** What stands between 在 and 里, or behind 新增任务到: the ledger; null where none is named. */
  ledger: string | null
  content: string
  /** Names of units as they were said. */
  lead: readonly string[]
  cooperating: readonly string[]
  /** Empty where none was said. */
  timing: string
}

/** One field as it is to be. */
export type FieldEdit =
  | { field: 'timing'; value: string }
  | { field: 'title' | 'content'; value: string }
  | { field: 'lead' | 'cooperating'; mode: 'set' | 'add' | 'remove'; value: readonly string[] }

/** 第3项时限改为6月底，牵头单位改为市财政局. JSON. */
export interface SpokenChange {
  kind: 'change'
  numbers: readonly NumberReference[]
  /** What is said of the task beside its number: a milestone (目录), or where there is no number the task itself. */
  words: string
  /** Empty where it is not said what it is to be. */
  edits: readonly FieldEdit[]
}

/** What a message changes of the ledger itself, as it was said. */
export type SpokenEdit = SpokenTask | SpokenChange
