import { readTimes } from '../dates/index.ts'
import type { Day, Task } from '../domain/index.ts'
import { milestonesMeant, openMilestones } from './milestones.ts'
import { cuePattern } from './words.ts'

const AMOUNT = /(\d{1,3}|[一二两三四五六七八九十]{1,3}|半)个?(?:半)?(天|日|周|星期|礼拜|月|年|工作日)/
/** 因标准未出台: a reason is given. */
const REASON = /因|原因|由于|受|未|没|需要|影响|待|等|不足|不够|太|较|滞后|调整|计划|困难|问题/

/** What is planned, or why it cannot be, in Chinese. */
export type PlannedExtension = { until: Day; place: number; hints: string[] } | { refused: string }

const later = (words: string, from: Day): Day | null => {
  const [milestone] = readTimes(`${words}后`, { now: from, purpose: 'question', looks: 'ahead' }).milestones
  return milestone?.due ?? milestone?.start ?? null
}

/** The day up to which it is to be put off: 到6月底, or 两周, which goes on from the deadline where that is ahead. */
const untilOf = (text: string, due: Day | null, today: Day): Day | null => {
  const asked = cuePattern('', 'extension').exec(text)
  const words = asked ? text.slice(asked.index) : text
  const amount = AMOUNT.exec(words)
  // 两周内 and 到6月底 name the day
  if (amount && !/[到至]|以?内|之?前/.test(words.slice(0, amount.index + amount[0].length + 2))) {
    const fromDue = due === null ? null : later(amount[0], due)
    return fromDue !== null && fromDue > today ? fromDue : later(amount[0], today)
  }
  const days = readTimes(words, { now: today, purpose: 'question', looks: 'ahead' }).milestones
  return days.map(({ due }) => due).findLast((day): day is Day => day !== null && !day.startsWith('X')) ?? null
}

/** The milestones that can be put off: open ones with a fixed day, the earliest first; 汛期前 has none, and gets one. */
const movable = (task: Task, today: Day): number[] => {
  if (task.milestones.length === 0 && task.timing !== '') return [0]
  const dueOf = (place: number): string => task.milestones[place]?.due ?? '~'
  return openMilestones(task, today)
    .filter((place) => task.milestones[place]?.recurs === null && !task.milestones[place]?.ongoing)
    .sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1))
}

/** Which milestone is to be put off until when: the one that is spoken of, else the next. */
export const planExtension = (task: Task, text: string, today: Day): PlannedExtension => {
  const places = movable(task, today)
  const place = milestonesMeant(task, text, today).find((meant) => places.includes(meant)) ?? places[0]
  const refused = (reason: string) => ({ refused: `第${task.no}项${reason}` })
  if (place === undefined) return refused('没有可以延期的时限：定期报送的按期办理，持续推进的没有时限')
  const given = task.milestones[place]?.due ?? ''
  const due = given === '' || given.startsWith('X') ? null : (given as Day)
  const until = untilOf(text, due, today)
  if (until === null) return refused(`的延期申请没有写明日期，请这样说：第${task.no}项申请延期到6月底，原因是…`)
  if (until <= today) return refused(`申请延期到的日期${until}已过，请写今天以后的日期`)
  if (due !== null && until <= due) return refused(`原时限为${due}，延期日期应在其后`)
  return {
    until,
    place,
    hints: [...(due !== null && due < today ? ['时限后提出'] : []), ...(REASON.test(text) ? [] : ['未说明原因'])],
  }
}
