/** Between two messages of one conversation; a person does not type faster. */
const SHORTEST_MS = 1_000
const LONGEST_MS = 3_000
/** Between any two messages of the account. */
const ACCOUNT_MS = 300
/** Far more than any person asks for: two programs that answer each other stop here. */
export const DAILY_CAP = 200
const DAY_MS = 86_400_000
/** Days begin at midnight in Asia/Shanghai, which has no summer time. */
const OFFSET_MS = 8 * 3_600_000

/** When messages may go out, so that the account does not look like a machine and gets banned. */
export interface Pace {
  /**
   * Milliseconds until the next message of the conversation may go, which is then reserved; or, where that is longer
   * than `most`, not reserved. `null` once the day's number is used up.
   */
  reserve(conversation: string, most: number): number | null
}

export const createPace = (clock: () => Date, random: () => number): Pace => {
  const next = new Map<string, number>()
  let counted = { day: 0, of: new Map<string, number>() }
  let account = 0

  return {
    reserve: (conversation, most) => {
      const now = clock().getTime()
      const day = Math.floor((now + OFFSET_MS) / DAY_MS)
      if (day !== counted.day) counted = { day, of: new Map() }
      const count = counted.of.get(conversation) ?? 0
      if (count >= DAILY_CAP) return null
      const at = Math.max(now, next.get(conversation) ?? 0, account)
      if (at - now > most) return at - now
      counted.of.set(conversation, count + 1)
      next.set(conversation, at + SHORTEST_MS + random() * (LONGEST_MS - SHORTEST_MS))
      account = at + ACCOUNT_MS
      // conversations that have been quiet need no pause
      if (next.size > 1_000) for (const [key, until] of next) if (until < now) next.delete(key)
      return at - now
    },
  }
}
