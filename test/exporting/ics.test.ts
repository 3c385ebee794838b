import { describe, expect, test } from '@jest/globals'
import type { Milestone, Task } from '../../src/domain/index.ts'
import { EVERYTHING } from '../../src/exporting/disclosure.ts'
import { writeFileOf } from '../../src/exporting/formats.ts'
import { importedLedgers } from '../helpers/sample-ledger.ts'

const TODAY = '2023-06-15'
const state = importedLedgers('test/cases/ledgers/营商环境改革任务清单.txt')
const [ledger] = state.ledgers

type Property = { name: string; value: string }

const write = async (tasks: readonly Task[]): Promise<string> => {
  if (!ledger) throw new Error('no ledger')
  const items = tasks.map((task) => ({ task, ledger }))
  return (await writeFileOf('ics', { items, today: TODAY, about: '市财政局任务' }, EVERYTHING)).toString()
}

/** Reads what RFC 5545 allows and nothing else. */
const parse = (text: string): { calendar: Property[]; events: Property[][] } => {
  if (!text.endsWith('\r\n') || /[^\r]\n|\r[^\n]/u.test(text)) throw new Error('a line does not end with CRLF')
  const lines = text.slice(0, -2).split('\r\n')
  for (const line of lines) if (Buffer.byteLength(line) > 75) throw new Error(`more than 75 octets: ${line}`)
  const unfolded = lines
    .join('\r\n')
    .replace(/\r\n[ \t]/gu, '')
    .split('\r\n')
  const calendar: Property[] = []
  const events: Property[][] = []
  const open: string[] = []
  for (const line of unfolded) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/u.exec(line) ?? []
    if (name === '') throw new Error(`no property: ${line}`)
    if (name === 'BEGIN') {
      open.push(value)
      if (value === 'VEVENT') events.push([])
    } else if (name === 'END') {
      if (open.pop() !== value) throw new Error(`${value} ends what it did not begin`)
    } else (open.at(-1) === 'VEVENT' ? events.at(-1) : calendar)?.push({ name: line.split(':')[0] as string, value })
  }
  if (open.length > 0) throw new Error(`${open} is not ended`)
  return { calendar, events }
}

const propertyOf = (event: readonly Property[] | undefined, name: string): string | undefined =>
  event?.find((property) => property.name === name)?.value

const withMilestone = (milestone: Partial<Milestone>, more: Partial<Task> = {}): Task => ({
  ...(state.tasks[0] as Task),
  milestones: [{ due: null, start: null, recurs: null, ongoing: false, what: null, ...milestone }],
  ...more,
})

const only = async (task: Task): Promise<Property[]> => {
  const { events } = parse(await write([task]))
  expect(events).toHaveLength(1)
  return events[0] as Property[]
}

describe('a calendar file', () => {
  test('is what RFC 5545 asks for, with an event for every day that is set', async () => {
    const { calendar, events } = parse(await write(state.tasks))
    expect(calendar.map(({ name }) => name)).toEqual(expect.arrayContaining(['VERSION', 'PRODID']))
    const dated = state.tasks.flatMap(({ milestones }) => milestones.filter(({ due, recurs }) => due ?? recurs))
    expect(events.length).toBeGreaterThan(20)
    expect(events.length).toBeLessThanOrEqual(dated.length)
    expect(new Set(events.map((event) => propertyOf(event, 'UID'))).size).toBe(events.length)
    for (const event of events) {
      expect(propertyOf(event, 'DTSTAMP')).toMatch(/^\d{8}T\d{6}Z$/u)
      expect(propertyOf(event, 'DTSTART;VALUE=DATE')).toMatch(/^\d{8}$/u)
      expect(Number(propertyOf(event, 'SEQUENCE'))).toBeLessThan(2 ** 31)
    }
  })

  test('names no address to fetch it from again, and no telephone numbers', async () => {
    const text = await write(state.tasks)
    expect(text).not.toMatch(/^(?:URL|SOURCE|REFRESH-INTERVAL|X-PUBLISHED-TTL|ATTENDEE|ORGANIZER)/mu)
    expect(text).not.toMatch(/1[3-9]\d{9}/u)
  })

  test('has whole days, the end being the day after', async () => {
    const event = await only(withMilestone({ due: '2023-12-31' }))
    expect(propertyOf(event, 'DTSTART;VALUE=DATE')).toBe('20231231')
    expect(propertyOf(event, 'DTEND;VALUE=DATE')).toBe('20240101')
  })

  test('moves the same event once a deadline is put off', async () => {
    const before = await only(withMilestone({ due: '2023-06-30' }))
    const granted = {
      ...{ at: '2023-06-10T10:00:00+08:00', by: '督查室', text: '同意延期', progress: null, status: null },
      decision: true as const,
    }
    const after = await only(withMilestone({ due: '2023-09-30' }, { extensions: 1, reports: [granted] }))
    expect(propertyOf(after, 'UID')).toBe(propertyOf(before, 'UID'))
    expect(propertyOf(after, 'DTSTART;VALUE=DATE')).toBe('20230930')
    expect(Number(propertyOf(after, 'SEQUENCE'))).toBeGreaterThan(Number(propertyOf(before, 'SEQUENCE')))
  })

  test.each([
    [{ due: 'XXXX-03-31', recurs: 'yearly' }, '20240331', 'FREQ=YEARLY'],
    [{ due: '2023-03-31', recurs: 'quarterly' }, '20230630', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1'],
    [{ due: '2023-01-25', recurs: 'monthly' }, '20230625', 'FREQ=MONTHLY'],
    [{ due: '2023-01-25', recurs: 'monthly', until: '2023-12-25' }, '20230625', 'FREQ=MONTHLY;UNTIL=20231225'],
    [{ due: '2023-01-06', recurs: 'weekly' }, '20230616', 'FREQ=WEEKLY;BYDAY=FR'],
  ] as const)('repeats what comes round: %j', async (milestone, day, rule) => {
    const event = await only(withMilestone(milestone))
    expect([propertyOf(event, 'DTSTART;VALUE=DATE'), propertyOf(event, 'RRULE')]).toEqual([day, rule])
  })

  test('says what is done, and takes back what has been ended', async () => {
    const done = await only(withMilestone({ due: '2023-06-30' }, { status: 'done', progress: 100 }))
    expect(propertyOf(done, 'SUMMARY')).toMatch(/^【已办结】/u)
    const ended = await only(withMilestone({ due: '2023-06-30' }, { status: 'suspended' }))
    expect(propertyOf(ended, 'STATUS')).toBe('CANCELLED')
  })
})
