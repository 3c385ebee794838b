import { type Day, dayNumber, type Milestone, openDueDay, weekdayOf, yearOf } from '../domain/index.ts'

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** 3月31日, with the year where it is not this one. */
export const shortDay = (day: Day, today: Day): string => {
  const [, month, date] = day.split('-').map(Number)
  return `${yearOf(day) === yearOf(today) ? '' : `${yearOf(day)}年`}${month}月${date}日`
}

export const weekdayName = (day: Day): string => WEEKDAYS[weekdayOf(day) - 1] as string

/** 2020年3月31日（周二）. */
export const fullDay = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日（${weekdayName(day)}）`
}

/** 还有26天 / 今日到期 / 已过6天. */
export const distance = (day: Day, today: Day): string => {
  const days = dayNumber(day) - dayNumber(today)
  if (days === 0) return '今日到期'
  return days > 0 ? `还有${days}天` : `已过${-days}天`
}

const EVERY: Record<string, string> = {
  yearly: '每年',
  quarterly: '每季度',
  monthly: '每月',
  weekly: '每周',
  workday: '每个工作日',
  daily: '每日',
}

/** A milestone in words: 每年3月31日前，本次2020年3月31日（周二）. */
export const milestoneInWords = (milestone: Milestone, today: Day): string => {
  const what = milestone.what ? `，${milestone.what}` : ''
  const next = openDueDay(milestone, today)
  if (milestone.recurs !== null) {
    const every = EVERY[milestone.recurs] ?? ''
    const rule = milestone.recurs === 'yearly' && milestone.due ? `${every}${monthDay(milestone.due)}前` : every
    return `${rule}${next ? `；本次${fullDay(next)}` : ''}${what}`
  }
  if (milestone.due === null) return `${milestone.ongoing ? '持续推进' : '未写明时限'}${what}`
  if (milestone.due.startsWith('X')) return `${monthDay(milestone.due)}前（文件未写年份）${what}`
  const passed = milestone.due < today && milestone.done === undefined ? `，${distance(milestone.due, today)}` : ''
  const done = milestone.done === undefined ? '' : `，${shortDay(milestone.done, today)}已办结`
  return `${fullDay(milestone.due)}${milestone.ongoing ? '，并持续推进' : ''}${passed}${done}${what}`
}

const monthDay = (due: string): string => `${Number(due.slice(5, 7))}月${Number(due.slice(8, 10))}日`
