import type { Day } from './day.ts'
import type { Openness } from './task.ts'

/** 绑定本群: what an administrator has said a group is for. */
export interface GroupBinding {
  /** `adapter:conversation`. */
  id: string
  /** Name of the adapter, and its id of the group. */
  adapter: string
  conversation: string
  /** Ids of the ledgers that are answered about; empty means all of them. */
  ledgers: readonly string[]
  /** What the group may carry: of ledgers above that only counts, numbers and dates are told there. */
  carries: Openness
  /** 省, 市, 县 …: whose bodies are meant where a name fits several (医保局); null or left out where nothing is said. */
  level?: string | null
  /** 群内通报: the overdue lists of all units may be shown to everybody there; off where it is left out. */
  circular?: boolean
  /** What the group is for, in the administrator's words, or null. */
  purpose: string | null
  /** Id of the administrator who bound it and answers for it; null at the terminal. */
  owner: string | null
  /** ISO 8601. */
  boundAt: string
  /** Last day of the binding, or null. */
  until: Day | null
}
