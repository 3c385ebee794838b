import type { payloads } from 'wechaty-puppet'
import type { Timer } from './options.ts'
import type { Session } from './session.ts'
import { createPauses, within } from './waiting.ts'

/** Longest that a puppet may take to tell what it has. */
const ANSWER_MS = 5_000
const AGAIN_MS = 1_000

/**
 * What the puppet knows; `null` where it knows nothing, or does not say. A message and its room are asked for twice, for
 * without them nothing can be done; people are known better or worse.
 */
export interface Lookup {
  message(id: string): Promise<payloads.Message | null>
  contact(id: string): Promise<payloads.Contact | null>
  room(id: string): Promise<payloads.Room | null>
  member(roomId: string, id: string): Promise<payloads.RoomMember | null>
  /** Asks no second time from now on. */
  close(): void
}

export const createLookup = (session: Session, timer: Timer, onError: (error: unknown) => void): Lookup => {
  const pauses = createPauses(timer)
  const ask = async <T extends object>(what: string, attempts: number, work: () => Promise<T>): Promise<T | null> => {
    for (let attempt = 1; ; attempt++) {
      try {
        const found = await within(ANSWER_MS, timer, what, work)
        return typeof found === 'object' ? found : null
      } catch (error) {
        onError(error)
        if (attempt === attempts) return null
        await pauses.wait(AGAIN_MS)
      }
    }
  }
  return {
    message: (id) => ask('message', 2, () => session.puppet.messagePayload(id)),
    contact: (id) => ask('contact', 1, () => session.puppet.contactPayload(id)),
    room: (id) => ask('room', 2, () => session.puppet.roomPayload(id)),
    member: (roomId, id) => ask('member', 1, () => session.puppet.roomMemberPayload(roomId, id)),
    close: () => pauses.end(),
  }
}
