import { LOG_LEVELS, type LogLevel } from './config.ts'

export type LogFields = Readonly<Record<string, unknown>>
type Method = Exclude<LogLevel, 'silent'>

/** One JSON line a call on standard error: `{"level","time","msg",…}`. Phone numbers never get through. */
export type Log = Readonly<Record<Method, (msg: string, fields?: LogFields) => void>>

// mobile numbers as people write them (also +86, spaces, hyphens), and area code with landline
const PHONES = /(?<!\d)(?:(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]\d{7,8})(?!\d)/g

/** Leaves the first three and the last four digits: 138****0000. */
export const redactPhones = (text: string): string =>
  text.replace(PHONES, (phone) => {
    const digits = phone.replace(/\D/g, '').replace(/^86(?=1)/, '')
    return `${digits.slice(0, 3)}****${digits.slice(-4)}`
  })

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
