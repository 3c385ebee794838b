import { SendError } from '../../src/adapter.ts'
import { type Address, addressOf, type Login } from './identities.ts'
import type { Timer } from './options.ts'
import type { Session } from './session.ts'
import { within } from './waiting.ts'

const ANSWER_MS = 8_000

/** Finds the platform's id of whom the core names. */
export interface Directory {
  /** @throws SendError `refused` where there is nobody to be found, `not-sent` where the puppet does not say */
  find(id: string, kind: 'direct' | 'group'): Promise<string>
}

export const createDirectory = (session: Session, login: () => Login, timer: Timer): Directory => {
  const ask = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await within(ANSWER_MS, timer, what, work)
    } catch (cause) {
      throw new SendError('not-sent', `the puppet cannot look up the ${what}`, { cause })
    }
  }
  const refuse = (why: string): never => {
    throw new SendError('refused', why)
  }
  const byRemark = async (remark: string): Promise<string> => {
    const found = await ask('remark', () => session.puppet.contactSearch({ alias: remark }))
    // two with one remark: somebody has changed it by hand
    return found.length === 1 ? (found[0] as string) : refuse('no friend has this remark')
  }
  const known = async (address: Extract<Address, { by: 'id' }>, kind: 'direct' | 'group'): Promise<string> => {
    const { puppet } = session
    const { id } = address
    if (address.passing) {
      // web puppets wait for a contact they do not know as if it were still to come
      const ids = await ask('list', () => (kind === 'group' ? puppet.roomList() : puppet.contactList()))
      return ids.includes(id) ? id : refuse('no such conversation')
    }
    const found = await ask(kind === 'group' ? 'room' : 'contact', async () => {
      try {
        return kind === 'group' ? await puppet.roomPayload(id) : await puppet.contactPayload(id)
      } catch {
        return null
      }
    })
    if (!found) return refuse('no such conversation')
    if ('friend' in found && found.friend === false) return refuse('no friend')
    return id
  }

  return {
    find: async (id, kind) => {
      const address = addressOf(id, login())
      if (address.by === 'nothing') return refuse('the conversation belongs to an earlier login')
      return address.by === 'remark' ? byRemark(address.remark) : known(address, kind)
    },
  }
}
