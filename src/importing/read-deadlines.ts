import { readTimes } from '../dates/index.ts'
import type { TimeReading } from '../dates/time-reading.ts'
import type { Doubt, Milestone } from '../domain/index.ts'
import { withoutReferences } from './reference-times.ts'

export interface Deadlines {
  milestones: Milestone[]
  doubts: Doubt[]
}

/** Reading a ledger fills no year in from the clock, so that any day does. */
const ANY_DAY = '2000-01-01'

const withoutSpan = ({ span: _, ...milestone }: TimeReading['milestones'][number]): Milestone => milestone

const doubtsOf = (reading: TimeReading, phrase: string): Doubt[] => {
  const yearless = reading.milestones.some(({ due, recurs }) => recurs === null && due?.startsWith('X'))
  const doubts: Doubt[] = reading.problems
    .filter(({ message }) => !(yearless && message.includes('年份')))
    .map(({ message }) => ({ field: 'timing', message: `时限“${phrase}”有误：${message}。` }))
  if (yearless) {
    const message = `时限“${phrase}”没有写年份，文件的标题、文号和日期也没有给出，请确认年份。`
    doubts.push({ field: 'milestones', message })
  }
  if (reading.alternatives.length > 0) {
    doubts.push({ field: 'milestones', message: `时限“${phrase}”有不同读法，请核对。` })
  }
  return doubts
}

const readLedgerTimes = (text: string, year: number | null): TimeReading =>
  readTimes(text, { purpose: 'ledger', year, now: ANY_DAY })

/** The number under which Excel keeps a day (from 2009 to 2064), where a cell has lost its format. */
const SERIAL = /^(?:4|5)\d{4}$/u
const EXCEL_EPOCH = Date.UTC(1899, 11, 30)
const DAY = 86_400_000

const serialDay = (timing: string): string | null =>
  SERIAL.test(timing) ? new Date(EXCEL_EPOCH + Number(timing) * DAY).toISOString().slice(0, 10) : null

/** The milestones of a deadline cell. */
export const readDeadlineCell = (timing: string, year: number | null): Deadlines => {
  const serial = serialDay(timing)
  if (serial !== null) {
    const { milestones } = readDeadlineCell(serial, year)
    return {
      milestones,
      doubts: [{ field: 'timing', message: `时限“${timing}”是表格里的日期序号，按${serial}读取，请核对。` }],
    }
  }
  const reading = readLedgerTimes(timing, year)
  const doubts = doubtsOf(reading, timing)
  if (/^20\d\d\.1$/u.test(timing))
    doubts.push({ field: 'timing', message: `时限“${timing}”按1月读取；表格里的10月有时也显示成这样，请核对。` })
  if (reading.milestones.length === 0 && doubts.length === 0)
    doubts.push({ field: 'timing', message: `时限“${timing}”没有读出日期。` })
  return { milestones: reading.milestones.map(withoutSpan), doubts }
}

/** 每年, 按月 with no day to them say how often something is done or paid, not when it is due. */
const HOW_OFTEN = /^[每按逐](?:年|半年|季度?|月|周|天|日|旬|个?(?:年度|季度|月|星期|工作日))$/u

/** What follows 每季度 where it tells of work that is due each time, and not of an amount or a share. */
const WORK =
  /^[^，。；\d]{0,4}(?:开展|形成|报送|上报|报告|召开|组织|通报|调度|汇总|检查|督导|督查|评估|抽查|公布|发布|编发|进行)/u

/** 世界环境日, 国庆 by themselves name an event or a campaign; with 前, 期间 or a figure they are a time. */
const BOUND = /[\d〇一二三四五六七八九十年月季旬周号底末前内后期]/u

const isDated = ({ due, recurs }: Milestone): boolean => due !== null || recurs !== null

const isHowOften = (text: string, [from, to]: readonly [number, number]): boolean =>
  HOW_OFTEN.test(text.slice(from, to))

/** What no date is without. */
const DATE_SIGN = /[年月日号季周旬天每期节]|\d[./\-—]\d/u
const NO_TIMES: TimeReading = { milestones: [], alternatives: [], problems: [] }

/** What a text says in passing: its dates, not that something goes on or how often. */
export const readDatesInText = (text: string, year: number | null): TimeReading => {
  if (!DATE_SIGN.test(text)) return NO_TIMES
  const reading = readLedgerTimes(withoutReferences(text), year)
  return {
    ...reading,
    milestones: reading.milestones.filter((found) => isDated(found) && !isHowOften(text, found.span)),
  }
}

/** The milestones that the text of a task itself names, work that comes round included. */
export const readDeadlinesInText = (text: string, year: number | null): Deadlines => {
  const reading = readLedgerTimes(withoutReferences(text), year)
  const milestones = reading.milestones.filter(
    (found) =>
      isDated(found) &&
      BOUND.test(text.slice(...found.span)) &&
      (!isHowOften(text, found.span) || WORK.test(text.slice(found.span[1]))),
  )
  const phrases = milestones.map(({ span: [from, to] }) => text.slice(from, to)).join('、')
  return { milestones: milestones.map(withoutSpan), doubts: doubtsOf({ ...reading, milestones }, phrases) }
}

/** Whether a phrase is a deadline, or says that something goes on (持续推进). */
export const isTiming = (phrase: string): boolean => readLedgerTimes(phrase, null).milestones.length > 0
