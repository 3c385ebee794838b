import type { WechatLog } from './options.ts'

const INTERVAL_MS = 60_000

/** System errors name an address and a reason; what else a puppet says may hold the text of a message. */
const isSystemError = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && /^E[A-Z_]+$/u.test(String((error as NodeJS.ErrnoException).code))

/** Logs errors of the puppet by their kind, one line a minute: they come in storms. */
export const createErrorCounter = (log: WechatLog, clock: () => Date): ((error: unknown) => void) => {
  let loggedAt = Number.NEGATIVE_INFINITY
  let count = 0
  return (error) => {
    count++
    const now = clock().getTime()
    if (now - loggedAt < INTERVAL_MS) return
    log.warn('the puppet reports errors', {
      count,
      type: error instanceof Error ? error.name : typeof error,
      ...(isSystemError(error) ? { code: error.code, reason: error.message } : {}),
    })
    loggedAt = now
    count = 0
  }
}
