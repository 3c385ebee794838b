import { dataFile } from '../data.ts'
import type { Recurrence } from '../domain/index.ts'
import { DubanError } from '../errors.ts'

/** So long before (or after) a day: calendar days, or working days by the statutory calendar. */
export interface Lead {
  readonly amount: number
  readonly unit: 'd' | 'wd'
}

/** 每月25日前报送, 每周五报送: progress asked for whatever the tasks' own deadlines are. */
export interface Collection {
  readonly every: 'monthly' | 'weekly'
  /** Day of the month; 31 is the last one of any month. For `weekly` 1 is Monday. */
  readonly day: number
  /** `ongoing`: continuing work that has no other date; `open`: all that is not finished. */
  readonly tasks: 'ongoing' | 'open'
  readonly before: readonly Lead[]
}

/** When somebody is reminded of what. Immutable; the same object for everybody who has the same rules. */
export interface Policy {
  readonly before: readonly Lead[]
  readonly after: { readonly first: Lead; readonly everyWeeks: number } | null
  /** Leads of every occurrence, by how often it comes round. */
  readonly recurring: Readonly<Record<Recurrence, readonly Lead[]>>
  readonly collections: readonly Collection[]
  /** Cooperating units are reminded as well. */
  readonly cooperating: boolean
  /** False: nothing on a Saturday or Sunday, also where it is worked (调休). */
  readonly weekends: boolean
  /** A task reported on in so many days is left alone. */
  readonly freshDays: number
  /** What is late for longer is only counted. */
  readonly horizonDays: number
  /** What could not be sent for longer is dropped and counted. */
  readonly catchUpDays: number
  /** Minutes since midnight in Asia/Shanghai, like all times of day here. */
  readonly sendAt: number
  /** Working hours: nothing goes out before the first or from the second on. */
  readonly hours: readonly [from: number, to: number]
  readonly quiet: readonly (readonly [from: number, to: number])[]
}

/** A policy as a file or a setting writes it; what is left out stays as it was. See data/reminders.json. */
export type PolicyText = Readonly<Record<string, unknown>>

const wrong = (field: string, value: unknown, example: string): DubanError =>
  new DubanError('usage', `提醒规则的“${field}”写成了 ${JSON.stringify(value)}，请写成如 ${example}`)

const LEAD = /^(\d{1,3})(d|wd)$/

/** `15d`, `3wd`. */
export const readLead = (value: unknown, field = 'before'): Lead => {
  const match = typeof value === 'string' ? LEAD.exec(value) : null
  if (!match) throw wrong(field, value, '"15d"、"3wd"')
  return { amount: Number(match[1]), unit: match[2] as Lead['unit'] }
}

export const leadText = ({ amount, unit }: Lead): string => `${amount}${unit}`

const listOf = <T>(value: unknown, field: string, example: string, read: (one: unknown) => T): T[] => {
  if (!Array.isArray(value)) throw wrong(field, value, example)
  return value.map(read)
}

const readLeads = (value: unknown, field: string): Lead[] =>
  listOf(value, field, '["15d","3wd","0d"]', (one) => readLead(one, field))

/** `08:30` as minutes since midnight. */
const readTime = (value: unknown, field: string): number => {
  const match = typeof value === 'string' ? /^(\d{1,2}):(\d{2})$/.exec(value) : null
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN
  if (!(minutes <= 1440)) throw wrong(field, value, '"08:30"')
  return minutes
}

const readSpan = (value: unknown, field: string): readonly [number, number] => {
  const [from, to, ...rest] = listOf(value, field, '["08:30","17:30"]', (one) => readTime(one, field))
  if (from === undefined || to === undefined || rest.length > 0 || from >= to)
    throw wrong(field, value, '["08:30","17:30"]')
  return [from, to]
}

const readNumber = (value: unknown, field: string, least: number): number => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least)
    throw wrong(field, value, String(least + 6))
  return value
}

const readCollection = (value: unknown): Collection => {
  const { every, day, tasks = 'open', before = ['3wd'] } = (value ?? {}) as Record<string, unknown>
  const most = every === 'weekly' ? 7 : 31
  const sound = (every === 'monthly' || every === 'weekly') && (tasks === 'ongoing' || tasks === 'open')
  if (!sound || typeof day !== 'number' || !Number.isInteger(day) || day < 1 || day > most)
    throw wrong('collections', value, '{"every":"monthly","day":25,"tasks":"open","before":["3wd"]}')
  return { every, day, tasks, before: readLeads(before, 'collections') }
}

const readAfter = (value: unknown): Policy['after'] => {
  if (value === null) return null
  const { first = '1wd', everyWeeks = 1 } = (value ?? {}) as Record<string, unknown>
  return { first: readLead(first, 'after'), everyWeeks: readNumber(everyWeeks, 'after', 1) }
}

const readFlag = (value: unknown, field: string): boolean => {
  if (typeof value !== 'boolean') throw wrong(field, value, 'true')
  return value
}

/** How each field is read, given what it was before. */
const FIELDS: { readonly [Field in keyof Policy]: (value: unknown, base: Policy) => Policy[Field] } = {
  before: (value) => readLeads(value, 'before'),
  after: readAfter,
  recurring: (value, base) => {
    const read = Object.entries((value ?? {}) as Record<string, unknown>).map(([every, leads]) => {
      if (!(every in base.recurring)) throw wrong('recurring', value, '{"yearly":["15d","3wd","0d"]}')
      return [every, readLeads(leads, 'recurring')]
    })
    return { ...base.recurring, ...Object.fromEntries(read) }
  },
  collections: (value) => listOf(value, 'collections', '[]', readCollection),
  cooperating: (value) => readFlag(value, 'cooperating'),
  weekends: (value) => readFlag(value, 'weekends'),
  freshDays: (value) => readNumber(value, 'freshDays', 0),
  horizonDays: (value) => readNumber(value, 'horizonDays', 1),
  catchUpDays: (value) => readNumber(value, 'catchUpDays', 0),
  sendAt: (value) => readTime(value, 'sendAt'),
  hours: (value) => readSpan(value, 'hours'),
  quiet: (value) => listOf(value, 'quiet', '[["12:00","13:30"]]', (one) => readSpan(one, 'quiet')),
}

/**
 * A policy with some of its fields written otherwise.
 * @throws DubanError `usage` that names the field that is wrong
 */
export const readPolicy = (text: PolicyText, base: Policy): Policy => {
  const fields = Object.entries(text).map(([field, value]) => {
    if (!Object.hasOwn(FIELDS, field))
      throw new DubanError('usage', `提醒规则里没有“${field}”这一项，可写：${Object.keys(FIELDS).join('、')}`)
    return [field, FIELDS[field as keyof Policy](value, base)]
  })
  return { ...base, ...Object.fromEntries(fields) }
}

const file = dataFile<PolicyText>('reminders.json')
const NOWHERE = { recurring: { yearly: [], quarterly: [], monthly: [], weekly: [], workday: [], daily: [] } }
let shipped: Policy | undefined

/** The default policy, as data/reminders.json has it. */
export const defaultPolicy = (): Policy => {
  if (shipped === undefined) {
    const { about: _, ...text } = file()
    shipped = readPolicy(text, NOWHERE as unknown as Policy)
  }
  return shipped
}

/** The hours of a policy, for what is under way. */
export type SendingTimes = Pick<Policy, 'hours' | 'quiet' | 'weekends'>

export const timesOf = ({ hours, quiet, weekends }: SendingTimes): SendingTimes => ({ hours, quiet, weekends })

/** Whether something may go out at a time of day: within working hours and not in a quiet stretch of them. */
export const mayGoOut = ({ hours: [from, to], quiet }: Pick<Policy, 'hours' | 'quiet'>, minutes: number): boolean =>
  minutes >= from && minutes < to && !quiet.some(([start, end]) => minutes >= start && minutes < end)
