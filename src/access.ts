import type { Incoming } from './adapter.ts'
import type { Access } from './intent.ts'

/** What a sender may see and do: the local administrator everything, whole phone numbers only in private. */
export const accessOf = ({ sender, conversation }: Pick<Incoming, 'sender' | 'conversation'>): Access => {
  const administrator = sender === null
  return { administrator, phones: administrator && conversation.kind === 'direct' }
}
