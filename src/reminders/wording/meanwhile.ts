import { addDays, type Day, isInHand, nextDueDay, type Task } from '../../domain/index.ts'
import { createCalendar } from '../calendar.ts'
import type { PutOff } from '../recipient.ts'
import { dayWithWeekday, numberOf } from './words.ts'

const MOST_NAMED = 5

/** 第3项、第7项, and how many where there are more than fit. */
export const numbersInWords = (tasks: readonly Task[]): string => {
  const shown = tasks.slice(0, MOST_NAMED).map(numberOf).join('、')
  return tasks.length > MOST_NAMED ? `${shown}等${tasks.length}项` : shown
}

/** 3月16日（周一）至3月22日（周日）. */
export const stretchInWords = ({ from, until }: PutOff, today: Day): string =>
  from === until ? dayWithWeekday(from, today) : `${dayWithWeekday(from, today)}至${dayWithWeekday(until, today)}`

/** The working day on which what was put off comes back. */
export const backOn = ({ until }: Pick<PutOff, 'until'>, today: Day): string =>
  dayWithWeekday(createCalendar().plus(until, 1), today)

/** What falls due while nothing is said of it; today's is known. */
export const dueMeanwhile = (tasks: readonly Task[], { from, until }: PutOff, today: Day): Task[] =>
  tasks.filter((task) => {
    const day = nextDueDay(task, from > today ? from : addDays(today, 1))
    return isInHand(task, today) && day !== null && day <= until
  })
