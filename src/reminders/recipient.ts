import type { Day, Task } from '../domain/index.ts'
import type { Calendar } from './calendar.ts'
import type { Policy } from './policy.ts'

/** Somebody, or some group, who is reminded of a task. */
export interface Recipient {
  /** Id of the person (`channel:id`) or group (`adapter:conversation`); of a unit that nobody is bound to, its name. */
  readonly id: string
  readonly kind: 'person' | 'group' | 'unit'
  /** Where it goes: the recipient, or who stands in for them. */
  readonly to: string
  /** Unit on whose behalf, as the ledger writes it; null for a group. */
  readonly unit: string | null
  readonly policy: Policy
  readonly calendar: Calendar
  /** Reminders before that day are not owed: the ledger's reminders began then, or the person was bound then. */
  readonly since: Day
}

/** Both days included. */
export interface PutOff {
  readonly from: Day
  readonly until: Day
}

/** Who is reminded, and whether it may go out. */
export interface Roster {
  /** Recipients of a task; never empty where its ledger is reminded of and it has a unit that leads. */
  recipientsOf(task: Task): readonly Recipient[]
  /** Whether a person does not want to hear of a task on a day. */
  isSnoozed(recipient: string, task: string, day: Day): boolean
  /** The stretches for which a person has put that task off by itself (第3项暂缓三天), and after which it comes back. */
  putOffs(recipient: string, task: string): readonly PutOff[]
}
