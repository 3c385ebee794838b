import type { Pending } from '../dialogue/dialogue.ts'
import { clockOf, dayOf, type Task } from '../domain/index.ts'
import { shortDay } from './dates.ts'
import { taskLabel } from './report-card.ts'

const DONE: Readonly<Record<string, string>> = { 确认: '已确认', 取消: '已取消' }

/** What was chosen, in one or two words. */
const chosen = (text: string, { choices, supplement }: Pending): string => {
  const label = choices[Number(text) - 1]?.label ?? text
  if (DONE[label]) return DONE[label]
  return supplement !== undefined && text.startsWith('补充') ? '已补充' : `已选“${label}”`
}

const what = ([first, ...others]: readonly Task[]): string => {
  if (first === undefined) return ''
  return `：${taskLabel(first)}${others.length > 0 ? ` 等${others.length + 1}项` : ''}`
}

/** 2月26日 10:32. */
const moment = (instant: Date): string => {
  const day = dayOf(instant)
  return `${shortDay(day, day)} ${clockOf(instant)}`
}

/**
 * A confirmation that has been given or refused by a button, as one line: what was chosen, of which tasks, by whom and when.
 * @param waited what the button stood below
 * @param said what pressing it meant
 */
export const settledLine = (
  waited: Pending,
  said: string,
  { name, at }: { name: string | null; at: Date },
  tasks: readonly Task[],
): string => `${chosen(said, waited)}${what(tasks)}（${name === null ? '' : `${name}，`}${moment(at)}）`
