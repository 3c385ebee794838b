import type { SpokenEdit } from './spoken-edit.ts'

/** A change of the ledger on its way: what was said, and what has been settled since by asking back. JSON. */
export interface EditDraft {
  spoken: SpokenEdit
  /** The message's own words, for the history. */
  text: string
  /** Names the message that began it. */
  key: string
  /** Ids of the tasks meant; null until that is settled. */
  tasks: readonly string[] | null
  /** By task: the milestone that is to change, or all of the deadline. */
  places: Readonly<Record<string, number | 'all'>>
  /** Id of the ledger that gets a new task; null until that is settled. */
  ledger: string | null
}

/** What an answer to a question asked back stands for. JSON. */
export type EditChoice =
  | { step: 'settled'; draft: EditDraft }
  /** It was shown, and is confirmed; `shown` is what was to be seen. */
  | { step: 'confirm'; draft: EditDraft; shown: string }
  /** It was not confirmed in time. */
  | { step: 'again'; draft: EditDraft }
  | { step: 'cancel' }
