import { type Day, type Milestone, type Recurrence, weekdayOf } from '../domain/index.ts'

const RECURRENCES: Readonly<Record<Recurrence, string>> = {
  yearly: '每年一次',
  quarterly: '每季度一次',
  monthly: '每月一次',
  weekly: '每周一次',
  workday: '每个工作日',
  daily: '每天',
}

/** `2020年3月31日（周二）`; a day of any year has no weekday. */
export const describeDay = (day: Day): string => {
  const date = `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
  if (day.startsWith('X')) return date
  return `${day.slice(0, 4)}年${date}（周${'一二三四五六日'[weekdayOf(day) - 1]}）`
}

/** A milestone in one phrase. */
export const describeMilestone = ({ due, start, recurs, until, ongoing, what }: Milestone): string => {
  const period =
    due === null
      ? null
      : start === null || start === due
        ? describeDay(due)
        : `${describeDay(start)}至${describeDay(due)}`
  const dates =
    recurs === null
      ? period === null
        ? null
        : start === null
          ? `${period}前（含当日）`
          : period
      : `${RECURRENCES[recurs]}${period === null ? '' : `，最近一次${period}`}`
  return [
    dates,
    until === undefined ? null : `到${describeDay(until)}为止`,
    ongoing ? '持续推进' : null,
    what === null ? null : `事项：${what}`,
  ]
    .filter((part) => part !== null)
    .join('，')
}
