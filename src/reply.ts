import type { Contact, Task } from './domain/index.ts'

/** What the bot asks back for before it goes on. */
export type Need = 'unit' | 'task' | 'date' | 'ledger' | 'confirmation' | 'identity'

/** A list in columns, for a channel that can show them. */
export interface ReplyTable {
  /** What stands above the columns: the answer's first line. */
  before: string
  columns: readonly string[]
  rows: readonly (readonly string[])[]
  /** What stands below: notes, and what can be answered. */
  after: string
}

/** An answer, free of any channel. `text` always stands by itself; the rest lets a channel show more than text. */
export interface Reply {
  /** Name of the intent that answered; `unknown`, or `silent` with an empty text. */
  intent: string
  /** What a person would read, in Chinese, one phone screen. */
  text: string
  /** Every task the answer is about, in the order in which `text` lists them, not only the page shown. */
  tasks: readonly Task[]
  /** Number of tasks; differs from `tasks.length` only where the answer is a bare number. */
  total: number
  /** The responsible units that the answer names, where it was asked who. */
  units: readonly string[]
  /** The dates that the answer names, `YYYY-MM-DD`, where it was asked when. */
  dates: readonly string[]
  /** Likewise, already cut down to what the sender may see. */
  contacts: readonly Contact[]
  needs: Need | null
  /** The same list as in `text`, with the same numbers; left out where there is none. */
  table?: ReplyTable
}
