import type { Conversation } from '../adapter.ts'
import type { SendingHours } from '../delivery/records.ts'
import type { Log } from '../log.ts'
import type { Calendar } from '../reminders/calendar.ts'
import type { Message } from '../reply.ts'
import type { Store } from '../store/store.ts'

/** What sending reminders needs of the rest. */
export interface RemindingParts {
  store: Pick<Store, 'snapshot' | 'entries' | 'append'>
  /** Sends something once for its key; resolves once it is on disk. */
  push: (to: Conversation, message: Message, key: string, hours?: SendingHours) => Promise<void>
  /** Takes a message back that was sent under a key; false where the platform cannot. */
  recall: (to: Conversation, key: string) => Promise<boolean>
  /** Tells every administrator, at any hour; what has the same key goes out once. */
  tell: (text: string, key: string) => Promise<void>
  /** Names of the channels that there are. */
  channels: ReadonlySet<string>
  /** First administrators, `channel:id`. */
  admins: readonly string[]
  clock: () => Date
  calendar: Calendar
  log: Log
}

/** The conversation with a person, `channel:id`, or a group, `channel:conversation`. */
export const conversationWith = (id: string, kind: Conversation['kind']): Conversation => {
  const colon = id.indexOf(':')
  return { adapter: id.slice(0, colon), id: id.slice(colon + 1), kind }
}
