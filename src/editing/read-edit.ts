import { normalise } from '../text/normalise.ts'
import { readChange } from './read-change.ts'
import { readNewTask } from './read-new-task.ts'
import type { SpokenEdit } from './spoken-edit.ts'

/** Reads what a message changes of the ledger itself; null where it changes nothing. */
export const readEdit = (said: string): SpokenEdit | null => readNewTask(said) ?? readChange(normalise(said))
