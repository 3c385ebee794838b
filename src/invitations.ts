import { createHash } from 'node:crypto'
import type { Store } from './store/store.ts'

/** Kinds of the journal's entries. */
export const INVITED = 'invited'
export const INVITATION_USED = 'invitation-used'

/** Letters and digits that are not mistaken for one another, of one case. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'
const LENGTH = 8
/** A code is for one who is expected now. */
export const GOOD_FOR_MS = 3 * 24 * 3_600_000

/** Codes by which somebody whom an administrator expects is known before there is any binding. */
export interface Invitations {
  /**
   * A new code, in groups of four, good once and for three days.
   * @param by who has asked for it, `channel:id`; null at the terminal
   */
  issue(by: string | null, at: Date): Promise<string>
  /**
   * Whether a text has a code in it that is good. It is used up by the first who brings it, who may bring it again.
   * @param guest who brings it, `channel:id`
   */
  redeem(text: string, guest: string, at: Date): Promise<boolean>
}

/** The journal keeps no code that could be read there and used. */
const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex')

/** @param random unpredictable text, new each time */
export const openInvitations = (store: Pick<Store, 'append' | 'entries'>, random: () => string): Invitations => {
  const freshCode = (): string => {
    const bytes = createHash('sha256').update(random()).digest().subarray(0, LENGTH)
    return [...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join('')
  }

  /** Hashes of the codes that are good, with who has used each; null where nobody has. */
  const open = (at: Date): Map<string, string | null> => {
    const found = new Map<string, string | null>()
    for (const { body, at: issued } of store.entries(INVITED)) {
      const age = at.getTime() - Date.parse(issued)
      if (age >= 0 && age <= GOOD_FOR_MS) found.set((body as { hash: string }).hash, null)
    }
    for (const { body } of store.entries(INVITATION_USED)) {
      const { hash, guest } = body as { hash: string; guest: string }
      if (found.has(hash)) found.set(hash, guest)
    }
    return found
  }

  return {
    issue: async (by, at) => {
      const code = freshCode()
      await store.append({ kind: INVITED, at: at.toISOString(), body: { hash: hashOf(code), by } })
      return `${code.slice(0, 4)}-${code.slice(4)}`
    },
    redeem: async (text, guest, at) => {
      const known = open(at)
      if (known.size === 0) return false
      const letters = text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^0-9a-z]/g, '')
      for (let from = 0; from + LENGTH <= letters.length; from++) {
        const hash = hashOf(letters.slice(from, from + LENGTH))
        const usedBy = known.get(hash)
        if (usedBy === undefined || (usedBy !== null && usedBy !== guest)) continue
        if (usedBy === null) await store.append({ kind: INVITATION_USED, at: at.toISOString(), body: { hash, guest } })
        return true
      }
      return false
    },
  }
}
