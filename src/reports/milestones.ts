import { type Day, isOngoing, type Milestone, openDueDay, type Task } from '../domain/index.ts'

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

/** Of what is asked, how much the words share with it, from 0 to 1. */
const likeness = (what: string, words: ReadonlySet<string>): number => {
  const wanted = [...pairsOf(what)]
  return wanted.length === 0 ? 0 : wanted.filter((pair) => words.has(pair)).length / wanted.length
}

/** Below this nothing of the milestone is in the words. */
const SHARED = 0.2

/**
 * The open milestone that words speak of (目录已出台): the one whose 要求 they share most with, null where none, or two
 * as much.
 */
export const milestoneMeant = (task: Task, text: string, today: Day): number | null => {
  const words = pairsOf(text)
  const open = openMilestones(task, today)
    .map((place) => ({ place, share: likeness(task.milestones[place]?.what ?? '', words) }))
    .sort((a, b) => b.share - a.share)
  const [best, second] = open
  if (!best || best.share < SHARED || best.share === second?.share) return null
  return best.place
}
