import { type Day, isOngoing, type Milestone, openDueDay, type Task } from '../domain/index.ts'
import { markedMilestone } from './milestone-marks.ts'

/** Places of the milestones that are still to be done: continuing work has none. */
export const openMilestones = ({ milestones }: Task, today: Day): number[] =>
  milestones.flatMap((milestone, place) => {
    if (milestone.ongoing && milestone.due === null) return []
    if (milestone.recurs !== null) return openDueDay(milestone, today) === null ? [] : [place]
    return milestone.done === undefined ? [place] : []
  })

/** The task's milestones with some of them done on a day. */
export const withDone = ({ milestones }: Task, places: readonly number[], today: Day): Milestone[] =>
  milestones.map((milestone, place) => (places.includes(place) ? { ...milestone, done: today } : milestone))

/** Whether nothing with a deadline is left once these are done. */
export const isAllDone = (task: Task, places: readonly number[], today: Day): boolean => {
  const left = openMilestones(task, today).filter((place) => !places.includes(place))
  // continuing work goes on when its milestones are done
  return left.length === 0 && !(isOngoing(task) && places.length > 0 && task.milestones.length > places.length)
}

const pairsOf = (text: string): Set<string> => {
  const bare = text.replace(/[^\p{L}\p{N}]/gu, '')
  return new Set(Array.from({ length: Math.max(0, bare.length - 1) }, (_, at) => bare.slice(at, at + 2)))
}

/** Pairs of every label and every report. */
const EMPTY = new Set(['完成', '工作', '任务', '开展', '落实'])

/** A name so long is the text itself, of which the milestones are made. */
const LONGEST_NAME = 16

interface Fit {
  place: number
  /** The pairs of its 要求 that the words share. */
  pairs: readonly string[]
  score: number
}

/**
 * The open milestones that words speak of (目录已出台; 整治和验收都完成了): those whose 要求 they share most with. What the
 * task's name says anyway tells little. Empty where none, or where the same words fit several.
 */
export const milestonesMeant = (task: Task, text: string, today: Day): number[] => {
  const marked = task.milestones.length > 1 ? markedMilestone(task, text, today) : null
  if (marked !== null) return openMilestones(task, today).filter((place) => place === marked)
  const words = pairsOf(text)
  const name = task.title !== null && task.title.length <= LONGEST_NAME ? pairsOf(task.title) : new Set<string>()
  const fits = openMilestones(task, today).map((place): Fit => {
    const pairs = [...pairsOf(task.milestones[place]?.what ?? '')].filter((pair) => words.has(pair) && !EMPTY.has(pair))
    return { place, pairs, score: pairs.reduce((sum, pair) => sum + (name.has(pair) ? 0.25 : 1), 0) }
  })
  const most = Math.max(1, ...fits.map(({ score }) => score))
  const best = fits.filter(({ score }) => score === most)
  const different = new Set(best.map(({ pairs }) => pairs.join()))
  return different.size < best.length ? [] : best.map(({ place }) => place)
}
