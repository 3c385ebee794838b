import { createHash } from 'node:crypto'
import { LONGEST_MESSAGE } from './phone-text.ts'

/** What was heard longer ago says nothing about a new attempt. */
const KEEP_MS = 600_000
/** After a login some puppets repeat what was said before. */
const FRESH_MS = 120_000
const MOST = 1_000

/**
 * Messages of the bot itself, as many puppets report them. WeChat gives no key by which a repeat would be known; but a
 * text that was heard once more than it is known to have been sent has arrived in spite of the failure.
 */
export interface Echoes {
  /** @param at milliseconds since 1970 */
  heard(to: string, text: string, at: number): void
  /** A sending that is known to have arrived: one echo belongs to it. */
  sent(to: string, text: string): void
  /** Whether an echo is left that belongs to no known sending; it is used up. */
  claim(to: string, text: string): boolean
}

/** Puppets change blanks and line ends. */
const keyOf = (to: string, text: string): string =>
  createHash('sha256')
    .update(JSON.stringify([to, text.replace(/\s+/gu, ' ').trim()]))
    .digest('base64')

export const createEchoes = (clock: () => Date): Echoes => {
  const surplus = new Map<string, { count: number; at: number }>()
  const surplusOf = (key: string): number => {
    const known = surplus.get(key)
    return known && clock().getTime() - known.at < KEEP_MS ? known.count : 0
  }
  const add = (key: string, more: number): void => {
    const count = surplusOf(key) + more
    surplus.delete(key)
    surplus.set(key, { count, at: clock().getTime() })
    if (surplus.size > MOST) surplus.delete(surplus.keys().next().value as string)
  }
  return {
    heard: (to, text, at) => {
      if (text.length <= 2 * LONGEST_MESSAGE && clock().getTime() - at < FRESH_MS) add(keyOf(to, text), 1)
    },
    sent: (to, text) => add(keyOf(to, text), -1),
    claim: (to, text) => {
      const key = keyOf(to, text)
      if (surplusOf(key) <= 0) return false
      add(key, -1)
      return true
    },
  }
}
