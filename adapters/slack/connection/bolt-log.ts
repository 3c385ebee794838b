import { type Logger, LogLevel } from '@slack/bolt'
import type { SlackLog } from '../options.ts'

/** What is malformed may be quoted, and may be long. */
const LONGEST = 300

const inWords = (parts: readonly unknown[]): string =>
  parts
    .map((part) => (part instanceof Error ? part.message : String(part)))
    .join(' ')
    .slice(0, LONGEST)

/**
 * Bolt's and its clients' own messages in our log. What they say at `debug` holds whole messages and is dropped; what
 * they call `info` is ours to say at `debug`.
 */
export const boltLog = (log: SlackLog): Logger => ({
  debug: () => {},
  info: (...parts) => log.debug(`Slack SDK: ${inWords(parts)}`),
  warn: (...parts) => log.warn(`Slack SDK: ${inWords(parts)}`),
  error: (...parts) => log.warn(`Slack SDK: ${inWords(parts)}`),
  setLevel: () => {},
  // whoever asks is told not to prepare anything for `debug`
  getLevel: () => LogLevel.INFO,
  setName: () => {},
})
