import { createRequire } from 'node:module'
import type { Logger } from 'pino'
import { LOG_LEVELS, type LogLevel } from './config.ts'
import { redactPhones } from './domain/index.ts'

export type LogFields = Readonly<Record<string, unknown>>
type Method = Exclude<LogLevel, 'silent'>

/** One JSON line a call: `{"level","time","msg",…}`. Neither phone numbers nor tokens ever get through. */
export type Log = Readonly<Record<Method, (msg: string, fields?: LogFields) => void>>

const require = createRequire(import.meta.url)

// Slack's tokens (xoxb-…, xapp-…), and what stands behind the name of a secret
const TOKENS = /\bx(?:ox[a-z]|app)-[\w-]{4,}|(?<="(?:token|secret|password|authorization)":")[^"]+/gi

/** What may be written down: phone numbers masked, tokens taken out. */
export const redact = (line: string): string => redactPhones(line).replace(TOKENS, '***')

/** An error as JSON; its stack is for those who asked for details. */
const plain = (value: unknown, details: boolean): unknown =>
  value instanceof Error
    ? {
        type: value.name,
        message: value.message,
        ...(details ? { stack: value.stack } : {}),
        ...(value.cause ? { cause: plain(value.cause, details) } : {}),
      }
    : value

/**
 * @param write takes one line with its line end.
 * @param clock the time written into each line.
 */
export const createLog = (level: LogLevel, write: (line: string) => void, clock: () => Date): Log => {
  const threshold = LOG_LEVELS.indexOf(level)
  const details = threshold <= LOG_LEVELS.indexOf('debug')
  let logger: Logger | undefined
  // most runs of the command line log nothing and need not wait for it
  const open = (): Logger => {
    const { pino } = require('pino') as typeof import('pino')
    return pino(
      {
        level,
        base: null,
        messageKey: 'msg',
        timestamp: () => `,"time":"${clock().toISOString()}"`,
        formatters: { level: (label) => ({ level: label }) },
      },
      { write: (line) => write(redact(line)) },
    )
  }
  const method = (name: Method) => {
    if (LOG_LEVELS.indexOf(name) < threshold) return () => {}
    return (msg: string, fields: LogFields = {}) => {
      logger ??= open()
      logger[name](Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, plain(value, details)])), msg)
    }
  }
  return {
    trace: method('trace'),
    debug: method('debug'),
    info: method('info'),
    warn: method('warn'),
    error: method('error'),
    fatal: method('fatal'),
  }
}
