/** What goes wrong with calls of the Web API. */
export interface Fault {
  method: string
  /** Only for this channel. */
  channel?: string
  /** How often; once where it is left out. */
  times?: number
  /**
   * `lose-answer` does what was asked and drops the connection before it has answered, `drop` drops it at once,
   * a status is answered instead of doing it, an error is Slack's own.
   */
  how: 'lose-answer' | 'drop' | { status: number; retryAfter?: number } | { error: string } | { page: string }
}

export const createFaults = () => {
  const waiting: { fault: Fault; left: number }[] = []
  return {
    add: (fault: Fault): void => {
      waiting.push({ fault, left: fault.times ?? 1 })
    },
    /** The fault that this call meets, which is used up by it. */
    take: (method: string, channel: string | undefined): Fault['how'] | null => {
      const met = waiting.find(
        ({ fault, left }) =>
          left > 0 && fault.method === method && (fault.channel === undefined || fault.channel === channel),
      )
      if (!met) return null
      met.left--
      return met.fault.how
    },
  }
}

export type Faults = ReturnType<typeof createFaults>
