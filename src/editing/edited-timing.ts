import { readTimes, readTiming } from '../dates/index.ts'
import { type Day, type Milestone, type Task, yearOf } from '../domain/index.ts'
import { milestonesMeant, openMilestones } from '../reports/milestones.ts'

/** What a deadline said by message comes to, or why it is none, in Chinese. */
export type NewTiming = { milestones: readonly Milestone[] } | { refused: string }

/** A deadline that somebody says today: 6月底 is the next one, 每年3月底前 recurs, 持续推进 has none. */
export const newTiming = (value: string, today: Day): NewTiming => {
  const { milestones, problems } = readTimes(value, { now: today, purpose: 'question', looks: 'ahead' })
  const [problem] = problems
  if (problem) return { refused: `时限“${value}”有误：${problem.message}` }
  if (milestones.length === 0) return { refused: `没有读出时限“${value}”是哪一天，请写日期，如：6月30日` }
  const recurs = milestones.some((milestone) => milestone.recurs !== null)
  // what comes round is written as in a document: XXXX-03-31
  if (recurs) return { milestones: readTiming(value, { year: yearOf(today) }).milestones }
  return { milestones: milestones.map(({ span: _, ...milestone }) => ({ ...milestone, what: null })) }
}

/** Milestones after one of them has been given another time, or all of them; or the places among which to choose. */
export type Retimed = { milestones: Milestone[]; timing: string } | { which: readonly number[] } | { refused: string }

/**
 * The deadline of a task changed by message.
 * @param words what was said of the milestone (目录), or empty
 * @param place the milestone that was chosen, `all` for the whole deadline, null where nothing was asked yet
 */
export const retimed = (
  task: Task,
  { value, words }: { value: string; words: string },
  place: number | 'all' | null,
  today: Day,
): Retimed => {
  const read = newTiming(value, today)
  if ('refused' in read) return read
  const open = openMilestones(task, today)
  const meant = place ?? (words === '' ? null : (milestonesMeant(task, words, today)[0] ?? null))
  if (meant === null && open.length > 1 && read.milestones.length === 1) return { which: open }
  const [first] = read.milestones
  if (typeof meant === 'number' && first !== undefined && task.milestones.length > 1) {
    const before = task.milestones[meant]
    const milestones = task.milestones.map((one, at) => (at === meant ? { ...first, what: one.what } : one))
    return { milestones, timing: `${task.timing}（${before?.what ?? before?.due ?? ''}：改为${value}）` }
  }
  // a single deadline keeps what is due then
  const what = task.milestones.length === 1 && read.milestones.length === 1 ? (task.milestones[0]?.what ?? null) : null
  return { milestones: read.milestones.map((one) => ({ ...one, what: one.what ?? what })), timing: value }
}
