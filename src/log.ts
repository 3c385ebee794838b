import { LOG_LEVELS, type LogLevel } from './config.ts'
import { redactPhones } from './domain/index.ts'

export type LogFields = Readonly<Record<string, unknown>>
type Method = Exclude<LogLevel, 'silent'>

/** One JSON line a call on standard error: `{"level","time","msg",…}`. Phone numbers never get through. */
export type Log = Readonly<Record<Method, (msg: string, fields?: LogFields) => void>>

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
  const method = (name: Method) => {
    if (LOG_LEVELS.indexOf(name) < threshold) return () => {}
    return (msg: string, fields: LogFields = {}) => {
      const rest = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, plain(value, details)]))
      write(`${redactPhones(JSON.stringify({ level: name, time: clock().toISOString(), msg, ...rest }))}\n`)
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
