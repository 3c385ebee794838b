import {
  type Day,
  isFinished,
  isInHand,
  isOngoing,
  isOverdue,
  type Light,
  lightOf,
  nextDueDay,
  statusOn,
  type Task,
  type TaskStatus,
} from '../domain/index.ts'
import { dayInWords, LIGHT, STATUS } from './words.ts'

export interface Figure<Key extends string> {
  key: Key
  label: string
  count: number
}

/** What a 进度图 shows. Each of the three lists adds up to `total`. */
export interface ProgressFigures {
  title: string
  day: string
  total: number
  statuses: Figure<TaskStatus>[]
  lights: Figure<Light>[]
  /** When unfinished tasks are next due, by month, with those that are due in none. */
  months: Figure<'late' | 'month' | 'later' | 'none' | 'held' | 'finished'>[]
}

/** Months shown one by one. */
const MONTHS = 12

const monthsFrom = (today: Day): string[] =>
  Array.from({ length: MONTHS }, (_, i) => {
    const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + i
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })

const placeOf = (task: Task, today: Day, months: readonly string[]): string => {
  if (isFinished(task, today)) return 'finished'
  if (isOverdue(task, today)) return 'late'
  if (!isInHand(task, today)) return 'held'
  const due = nextDueDay(task, today)
  if (due === null) return 'none'
  return months.includes(due.slice(0, 7)) ? due.slice(0, 7) : 'later'
}

const tally = <Key extends string>(keys: readonly Key[]): ReadonlyMap<Key, number> => {
  const counts = new Map<Key, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** Counts how tasks stand, how they are lit and when they are due. */
export const progressFigures = (tasks: readonly Task[], about: string, today: Day): ProgressFigures => {
  const statuses = tally(tasks.map((task) => statusOn(task, today)))
  const lights = tally(tasks.map((task) => lightOf(task, today)))
  const months = monthsFrom(today)
  const dues = tally(tasks.map((task) => placeOf(task, today, months)))
  const due = (key: string): number => dues.get(key) ?? 0
  // empty months behind the last in which anything is due say nothing
  const last = months.findLastIndex((month) => due(month) > 0)
  const unset = tasks.some((task) => placeOf(task, today, months) === 'none' && !isOngoing(task))
  return {
    title: `${about}进度图`,
    day: dayInWords(today),
    total: tasks.length,
    statuses: (Object.keys(STATUS) as TaskStatus[]).map((key) => ({
      key,
      label: STATUS[key],
      count: statuses.get(key) ?? 0,
    })),
    lights: (Object.keys(LIGHT) as Light[]).map((key) => ({
      key,
      label: `${LIGHT[key]}灯`,
      count: lights.get(key) ?? 0,
    })),
    months: [
      { key: 'late' as const, label: '时限已过', count: due('late') },
      ...months
        .slice(0, last + 1)
        .map((month) => ({ key: 'month' as const, label: monthLabel(month, today), count: due(month) })),
      { key: 'later' as const, label: '一年以后', count: due('later') },
      { key: 'none' as const, label: unset ? '无具体日期' : '持续推进', count: due('none') },
      { key: 'held' as const, label: '待审核或中止', count: due('held') },
      { key: 'finished' as const, label: '已办结', count: due('finished') },
    ].filter(({ key, count }) => key === 'month' || count > 0),
  }
}

/** 3月; the year where it is another one. */
const monthLabel = (month: string, today: Day): string => {
  const year = month.slice(0, 4)
  return `${year === today.slice(0, 4) ? '' : `${year}年`}${Number(month.slice(5))}月`
}

const sum = (figures: readonly Figure<string>[]): string =>
  figures
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${label}${count}`)
    .join('、')

/** The picture in words. */
export const figuresInWords = ({ total, day, statuses, lights, months }: ProgressFigures): string =>
  [`截至${day}共${total}项`, `状态：${sum(statuses)}`, `亮灯：${sum(lights)}`, `到期：${sum(months)}`].join('\n')
