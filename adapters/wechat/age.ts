/** Clocks differ, and what is sent just before the login arrives after it. */
const MARGIN_MS = 60_000
/** A question as old as that still waits for its answer. */
const RECENT_MS = 3_600_000
const MINUTE_MS = 60_000

/** When a message was sent, in milliseconds: puppets give seconds or milliseconds. Now, where that makes no sense. */
export const sentAt = (timestamp: unknown, now: number): number => {
  if (typeof timestamp !== 'number' || !Number.isFinite(timestamp) || timestamp <= 0) return now
  const ms = timestamp < 1e11 ? timestamp * 1_000 : timestamp
  return ms > now + 10 * MINUTE_MS ? now : Math.min(ms, now)
}

/**
 * Whether a message comes too late to be answered. After a login some puppets hand over once more what was said before.
 *
 * - What was sent since the login, or within a minute before it, is always taken.
 * - What is older was sent while the bot was away, or had been answered before: taken if it is no older than an hour.
 *   Which of both it is, the core knows: its inbox ignores a message whose id it has on disk.
 * - What is older still would surprise more than help: nobody waits for it any more.
 */
export const isTooOld = (sent: number, now: number, loggedInAt: number | null): boolean =>
  sent < (loggedInAt ?? now) - MARGIN_MS && now - sent > RECENT_MS
