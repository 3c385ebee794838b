import { readTimes } from '../dates/index.ts'
import type { Day, Task } from '../domain/index.ts'

const ORDINAL = /(?:第([一二三四五六1-6])|首)(?:个?节点|轮|批|次|阶段|个时限)/
const DIGITS = '一二三四五六'
/** A date is said of the milestone, and not of when it was done. */
const OF_MILESTONE = /的?(?:节点|时限|[那这](?:一)?[个次批轮期]|阶段|任务|要求|目标)/
const FESTIVE = /(?:五一|国庆|端午|中秋|春节|元旦|清明|节)前/

/** 第一轮, 首批, 第二个节点: a place; only where the milestones say nothing by which to tell them, or say just that. */
const byOrdinal = ({ milestones }: Task, text: string): number | null => {
  const match = ORDINAL.exec(text)
  if (match === null || milestones.length < 2) return null
  const place = match[1] === undefined ? 0 : /\d/.test(match[1]) ? Number(match[1]) - 1 : DIGITS.indexOf(match[1])
  const alike = new Set(milestones.map(({ what }) => what ?? '')).size === 1
  const says = milestones.findIndex(({ what }) => what?.includes(match[0]))
  if (says >= 0) return says
  return (alike || match[0].includes('节点')) && place < milestones.length ? place : null
}

/** 6月底的节点, 五一前检查: the milestone that is due then. */
const byDate = ({ milestones }: Task, text: string, today: Day): number | null => {
  const looks = ['back', 'ahead'] as const
  const days = looks.flatMap((look) =>
    readTimes(text, { now: today, purpose: 'question', looks: look }).milestones.flatMap(({ due, span }) =>
      due !== null && (OF_MILESTONE.test(text.slice(span[1], span[1] + 6)) || FESTIVE.test(text.slice(...span)))
        ? [due]
        : [],
    ),
  )
  const found = milestones.flatMap(({ due }, place) => (due !== null && days.includes(due) ? [place] : []))
  return new Set(found).size === 1 ? (found[0] as number) : null
}

/** The milestone that is marked by its place or its day, or null. */
export const markedMilestone = (task: Task, text: string, today: Day): number | null =>
  byOrdinal(task, text) ?? byDate(task, text, today)
