import type { Doubt, Milestone } from '../domain/index.ts'
import type { TimeReading } from '../dates/time-reading.ts'
import { readTimes, readTiming } from './dates-stub.ts'

export interface Deadlines {
  milestones: Milestone[]
  doubts: Doubt[]
}

/** Reading a ledger fills no year in from the clock, so that any day does. */
const ANY_DAY = '2000-01-01'

const withoutSpan = ({ span: _, ...milestone }: TimeReading['milestones'][number]): Milestone => milestone

const doubtsOf = (reading: TimeReading, phrase: string): Doubt[] => {
  const doubts: Doubt[] = reading.problems.map(({ message }) => ({ field: 'timing', message }))
  const yearless = reading.milestones.filter(({ due, recurs }) => recurs === null && due?.startsWith('X'))
  if (yearless.length > 0) {
    doubts.push({ field: 'milestones', message: `时限“${phrase}”没有写年份，文件的标题、文号和日期也没有给出，请确认年份。` })
  }
  if (reading.alternatives.length > 0) doubts.push({ field: 'milestones', message: `时限“${phrase}”有不同读法，请核对。` })
  return doubts
}

/** The milestones of a deadline cell. */
export const readDeadlineCell = (timing: string, year: number | null): Deadlines => {
  const reading = readTiming(timing, { year })
  const doubts = doubtsOf(reading, timing)
  if (reading.milestones.length === 0) doubts.push({ field: 'timing', message: `时限“${timing}”没有读出日期。` })
  return { milestones: reading.milestones.map(withoutSpan), doubts }
}

/** Names of documents carry years that are nobody's deadline. */
const withoutNames = (text: string): string => text.replace(/《[^》]*》|[〔[（(]\s*20\d\d\s*[〕\]）)]\s*\d*\s*号?/gu, (name) => '　'.repeat(name.length))

/** What a text says in passing: its dates, not that something goes on. */
export const readDatesInText = (text: string, year: number | null): TimeReading => {
  const reading = readTimes(withoutNames(text), { purpose: 'ledger', year, now: ANY_DAY })
  return { ...reading, milestones: reading.milestones.filter(({ due, recurs }) => due !== null || recurs !== null) }
}

/** The milestones that the text of a task itself names. */
export const readDeadlinesInText = (text: string, year: number | null): Deadlines => {
  const reading = readDatesInText(text, year)
  const phrases = reading.milestones.map(({ span: [from, to] }) => text.slice(from, to)).join('、')
  return { milestones: reading.milestones.map(withoutSpan), doubts: doubtsOf(reading, phrases) }
}
