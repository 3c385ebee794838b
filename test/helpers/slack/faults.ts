/**
 * What a call meets: `lose-answer` does what was asked and drops the connection before it has answered, `drop` drops it
 * at once, a status is answered instead of doing it, an error is Slack's own.
 */
export type Mishap =
  | 'lose-answer'
  | 'drop'
  | { status: number; retryAfter?: number }
  | { error: string }
  | { page: string }

/** What goes wrong with calls of the Web API. */
export interface Fault {
  method: string
  /** Only for this channel. */
  channel?: string
  /** How often; once where it is left out. */
  times?: number
  /** A function is asked of every call, without end; null lets it through. */
  how: Mishap | (() => Mishap | null)
}

export const createFaults = () => {
  const waiting: { fault: Fault; left: number }[] = []
  return {
    add: (fault: Fault): void => {
      waiting.push({ fault, left: fault.times ?? 1 })
    },
    /** The fault that this call meets, which is used up by it. */
    take: (method: string, channel: string | undefined): Mishap | null => {
      for (const met of waiting) {
        const { fault } = met
        if (fault.method !== method || (fault.channel !== undefined && fault.channel !== channel)) continue
        if (typeof fault.how === 'function') {
          const mishap = fault.how()
          if (mishap !== null) return mishap
        } else if (met.left-- > 0) return fault.how
      }
      return null
    },
  }
}

export type Faults = ReturnType<typeof createFaults>
