import { addDays, type Day, dayNumber, lastDayOfMonth, makeDay, weekdayOf, yearOf } from '../domain/index.ts'
import type { Calendar } from './calendar.ts'
import { COLLECT, type Mark, type Window } from './marks.ts'
import type { Collection } from './policy.ts'

const inMonth = (year: number, month: number, day: number): Day => {
  const last = lastDayOfMonth(year, month)
  return makeDay(Number(last.slice(0, 4)), Number(last.slice(5, 7)), Math.min(day, Number(last.slice(8)))) as Day
}

/** The first day of a collection on or after a day. */
export const nextCollection = ({ every, day }: Collection, from: Day): Day => {
  if (every === 'weekly') return addDays(from, (day - weekdayOf(from) + 7) % 7)
  const [year, month] = [yearOf(from), Number(from.slice(5, 7))]
  const here = inMonth(year, month, day)
  return here >= from ? here : inMonth(year, month + 1, day)
}

/** The day of the collection before a day; what was reported since then counts for the one that is due. */
export const formerCollection = ({ every, day }: Collection, due: Day): Day =>
  every === 'weekly' ? addDays(due, -7) : inMonth(yearOf(due), Number(due.slice(5, 7)) - 1, day)

/** Days in the window on which progress is to be asked for, one for each collection; the earliest lead of each. */
export const collectionMarks = (collection: Collection, calendar: Calendar, window: Window): Mark[] => {
  const marks = new Map<Day, Mark>()
  const latest = addDays(window.to, 45)
  for (
    let due = nextCollection(collection, window.from);
    due <= latest;
    due = nextCollection(collection, addDays(due, 1))
  )
    for (const { amount, unit } of collection.before) {
      const date =
        unit === 'wd' && amount > 0 ? calendar.plus(due, -amount) : calendar.onOrBefore(addDays(due, -amount))
      if (date >= window.from && date <= window.to && !marks.has(date)) marks.set(date, { stage: COLLECT, date, due })
    }
  return [...marks.values()].sort((a, b) => dayNumber(a.date) - dayNumber(b.date))
}
