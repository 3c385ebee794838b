import type { Incoming } from './adapter.ts'
import type { Access } from './intent.ts'

type Origin = Pick<Incoming, 'sender' | 'conversation'>

/**
 * What senders may see and do: the local administrator and those named by the configuration everything, whole phone
 * numbers only where nobody else can read them. Everybody else may ask.
 * @param admins `channel:id`
 */
export const createAccess = (admins: readonly string[]): ((origin: Origin) => Access) => {
  const known = new Set(admins)
  return ({ sender, conversation }) => {
    const administrator = sender === null || known.has(`${conversation.adapter}:${sender.id}`)
    const alone = conversation.kind === 'direct' || conversation.only !== undefined
    return { administrator, phones: administrator && alone }
  }
}
