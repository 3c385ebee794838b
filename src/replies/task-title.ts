import type { Task } from '../domain/index.ts'

const LEADING_NUMBER = /^[\s（(]*[一二三四五六七八九十\d]+[)）.、．]\s*/
const LEADING_DATE = /^(?:到|在)?\d{4}年?(?:(?:至|—|-|~|～)\d{4}年)?(?:\d{1,2}月)?(?:底|末)?(?:前|以前|之前)?[，,]\s*/
const HEADING_NUMBER = /^[（(]?[一二三四五六七八九十\d]+[)）、.．]\s*/

/**
 * The words a task is called by: the row's own title, else its heading where no other row of the list has it, else its
 * first words without number and date. The document's words, never a paraphrase; `width` counts characters.
 */
export const taskTitle = (task: Task, among: readonly Task[] = [], width?: number): string => {
  const heading = task.path.at(-1)
  const shared = (): boolean => among.some((other) => other !== task && other.path.at(-1) === heading)
  return titleOf(task, () => among.length > 0 && !shared(), width)
}

/** The same where it is known, once it matters, whether the task stands alone under its heading. */
export const titleOf = (task: Task, alone: () => boolean, width = 22): string => {
  const heading = task.path.at(-1)
  const words =
    task.title ?? (heading !== undefined && alone() ? heading.replace(HEADING_NUMBER, '') : firstWords(task.content))
  return words.length > width ? `${words.slice(0, width - 1)}…` : words
}

const firstWords = (content: string): string => {
  const text = content.replace(LEADING_NUMBER, '').replace(LEADING_DATE, '')
  return text.split(/[。；;]/)[0] ?? text
}
