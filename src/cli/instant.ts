import { makeDay } from '../domain/index.ts'

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i

/**
 * Reads an ISO 8601 time; without an offset it is Asia/Shanghai, without a time of day it is midnight there.
 * `null` where it is none, or a day that does not exist.
 */
export const parseInstant = (text: string): Date | null => {
  const match = INSTANT.exec(text.trim())
  if (!match) return null
  const [, year, month, date, hour = '00', minute = '00', second = '00', fraction = '', zone = '+08:00'] = match
  const day = makeDay(Number(year), Number(month), Number(date))
  if (day === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`
  const instant = new Date(`${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}${offset}`)
  return Number.isNaN(instant.getTime()) ? null : instant
}

/** `2020-01-05 09:00` in Asia/Shanghai, for people. */
export const describeInstant = (instant: Date): string =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
