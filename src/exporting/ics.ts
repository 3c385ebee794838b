import type { Day } from '../domain/index.ts'
import { type CalendarEvent, calendarEvents, endOf } from './calendar-events.ts'
import type { LedgerTask } from './tables.ts'
import { plainText } from './words.ts'

/** Octets of a line without its end (RFC 5545, 3.1). */
const LONGEST_LINE = 75

const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) as number
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** Breaks a line where it is too long, never inside a character; what goes on begins with a space. */
const folded = (line: string): string => {
  if (line.length * 3 <= LONGEST_LINE) return line
  let text = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > LONGEST_LINE) {
      text += '\r\n '
      octets = 1
    }
    text += character
    octets += size
  }
  return text
}

/** 3.3.11 */
const escaped = (text: string): string =>
  text
    .split('\n')
    .map((line) => plainText(line).replace(/[\\;,]/gu, '\\$&'))
    .join('\\n')

const dateOf = (day: Day): string => day.replace(/-/gu, '')
/** In UTC, as stamps have to be. */
const instantOf = (at: string): string => new Date(at).toISOString().replace(/[-:]|\.\d+/gu, '')

const eventLines = (event: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${event.uid}`,
  `SEQUENCE:${event.sequence}`,
  `DTSTAMP:${instantOf(event.changedAt)}`,
  `LAST-MODIFIED:${instantOf(event.changedAt)}`,
  `DTSTART;VALUE=DATE:${dateOf(event.day)}`,
  `DTEND;VALUE=DATE:${dateOf(endOf(event))}`,
  ...(event.rule === null ? [] : [`RRULE:${event.rule}`]),
  `SUMMARY:${escaped(event.summary)}`,
  `DESCRIPTION:${escaped(event.description)}`,
  ...(event.cancelled ? ['STATUS:CANCELLED'] : []),
  // a deadline takes up nobody's day
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

/**
 * Due dates as an iCalendar file (RFC 5545) of whole days, which have no time zone; programs that show one are told
 * whose days these are. Opened again after a change it moves the events it made before: their UIDs stay, their SEQUENCE
 * grows.
 */
export const toIcs = (items: readonly LedgerTask[], name: string, today: Day): Buffer => {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//duban//duban//ZH',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    ...calendarEvents(items, today).flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return Buffer.from(lines.map((line) => `${folded(line)}\r\n`).join(''))
}
