import type { Day } from '../domain/index.ts'
import { calendarEvents, endOf } from './calendar-events.ts'
import type { LedgerTask } from './tables.ts'
import { plainText } from './words.ts'

/** Midnight in UTC, which the writer takes the day from: whole days have no time zone. */
const wholeDay = (day: Day): Date => new Date(`${day}T00:00:00Z`)

/**
 * Due dates as an iCalendar file (RFC 5545) of whole days. Opened again after a change it moves the events it made
 * before: their UIDs stay, their SEQUENCE grows.
 */
export const toIcs = async (items: readonly LedgerTask[], name: string, today: Day): Promise<Buffer> => {
  const { default: ical, ICalEventStatus, ICalEventTransparency } = await import('ical-generator')
  const calendar = ical({ name, prodId: { company: 'duban', product: 'duban', language: 'ZH' } })
  // tells programs that show a time zone which days these are; with the writer's own, instants would lose theirs
  calendar.x('X-WR-TIMEZONE', 'Asia/Shanghai')
  for (const event of calendarEvents(items, today))
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp: new Date(event.changedAt),
      lastModified: new Date(event.changedAt),
      allDay: true,
      start: wholeDay(event.day),
      end: wholeDay(endOf(event)),
      summary: plainText(event.summary),
      description: event.description.split('\n').map(plainText).join('\n'),
      // a deadline takes up nobody's day
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(event.rule === null ? {} : { repeating: `RRULE:${event.rule}` }),
      ...(event.cancelled ? { status: ICalEventStatus.CANCELLED } : {}),
    })
  return Buffer.from(`${calendar.toString()}\r\n`)
}
