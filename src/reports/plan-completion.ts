import type { Day, Task } from '../domain/index.ts'
import type { Said } from './claim.ts'
import type { Deed } from './deed.ts'
import { isEnough, isFewer } from './fewer.ts'
import { milestonesMeant, openMilestones } from './milestones.ts'
import type { ReportPart } from './read-report.ts'
import { cuePlaces } from './words.ts'

/** 已经报上去了, and no word of what: it may be all of it, or nothing yet. */
const SHORT = 12

const isDone = ({ state, percent }: Said): boolean =>
  (state === 'done' || state === 'delivered') && (percent === null || percent === 100)

/** The words of a clause for a part of some work (方案, 试点). */
const partsIn = ({ about }: Said): string[] => [...about.matchAll(cuePlaces('', 'part'))].map(([word]) => word)

/** What every task comes to in the end. */
const CLOSES = /验收|交付|移交|销号|整改|整治|办理|办结|报送|上报|闭环/
/** Work without an end is said to be over by these. */
const ENDS = /完成|办结|结束|销号|完毕|[办做搞弄干]完|了结|完结|落实|(?:拨付|整改|发放|兑现|调整)到位/
/** With these something begins or passes a stage; they close what asks for no more. */
const BEGINS = /开工|动工|启动|签约|签订|公示|召开|通过|提交|呈报|成立|挂牌|贯通|获批|批准|批复|接入/

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))

/** 完成装修 of a task that does not speak of it. */
const isOther = ({ object }: Said, { title, content, milestones }: Task): boolean => {
  if (object === '' || CLOSES.test(object)) return false
  const spoken = [title ?? '', content, ...milestones.map(({ what }) => what ?? '')].join(' ')
  const pairs = pairsOf(object)
  return pairs.filter((pair) => spoken.includes(pair)).length * 2 < pairs.length
}

/** 已开工 of a task that asks for more than to begin. */
const onlyBegins = ({ text }: Said, { title, content }: Task): boolean => {
  const begins = BEGINS.exec(text)?.[0]
  return (
    begins !== undefined &&
    !(content.includes(begins) && (title ?? content).length <= SHORT * 2 && !/[,，;；。]./.test(content))
  )
}

/** 方案已完成 is a part, unless the task is to make one thing and that is it. */
const isPart = (clause: Said, { title, content }: Task): boolean => {
  const name = title ?? content
  return partsIn(clause).some((part) => /[,，;；。]./.test(name) || !name.includes(part))
}

/** 主体都完了 of a task with a milestone for it: what else is 基本 done. */
const isStage = ({ state, text }: Said, { milestones }: Task): boolean =>
  state === 'partly' &&
  [...text.matchAll(cuePlaces('', 'stage'))].some(([stage]) => milestones.some(({ what }) => what?.includes(stage)))

/** 完成46个排污口建设 of a task that asks for just so many. */
const isAllOfIt = ({ state, text }: Said, { content }: Task): boolean =>
  state === 'partly' && /完成/.test(text) && isEnough(text, content)

/** 网格员都到位了 of work that goes on: it is how things stand. */
const isStanding = ({ text }: Said, { milestones }: Task): boolean =>
  milestones.length > 0 && milestones.every(({ ongoing, due }) => ongoing && due === null) && !ENDS.test(text)

/** A part of some work of which the task does not speak. */
const isStrange = (clause: Said, { content, milestones }: Task): boolean => {
  const spoken = [content, ...milestones.map(({ what }) => what ?? '')]
  return partsIn(clause).some((part) => !spoken.some((text) => text.includes(part)))
}

/**
 * What is done by what is said, clause by clause. Words that name a milestone close it; a plain 完成 closes the task,
 * for an administrator with all its milestones; 方案完成 closes nothing by itself. Where there are several milestones and
 * nothing tells which: their places, to be asked about. One of several units speaks of its own part as a whole.
 */
export const planCompletion = (
  task: Task,
  { claim, clauses }: ReportPart,
  { today, administrator, shared }: { today: Day; administrator: boolean; shared: boolean },
): Deed | readonly number[] => {
  const open = openMilestones(task, today)
  const all =
    open.length <= 1 || administrator || shared
      ? ({ kind: 'completion', milestones: open, whole: true } as const)
      : open
  if (claim.percent === 100 || clauses.some(({ whole }) => whole)) return all
  if (claim.percent !== null) return { kind: 'progress' }
  const done = clauses.filter(
    (clause) => isDone(clause) && !isStanding(clause, task) && !isFewer(clause.text, task.content),
  )
  const named = new Set(
    clauses
      .filter((clause) => ((isDone(clause) || isStage(clause, task)) && clause.about !== '') || isAllOfIt(clause, task))
      .flatMap((clause) => (isStrange(clause, task) ? [] : milestonesMeant(task, clause.text, today))),
  )
  if (named.size > 0 && !shared) return { kind: 'completion', milestones: [...named] }
  if (done.some(({ state, about }) => state === 'done' && about === '')) return all
  const goesOn = clauses.some(({ state }) => state === 'underway' || state === 'not-done' || state === 'not-begun')
  if (goesOn) return { kind: 'progress' }
  const finished = done.some((clause) => clause.state === 'done' && !isPart(clause, task) && !isOther(clause, task))
  const bare = done.some(
    (clause) =>
      clause.state === 'delivered' &&
      clause.text.length <= SHORT &&
      !isStrange(clause, task) &&
      !onlyBegins(clause, task),
  )
  if (!finished && !(bare && open.length > 0)) return { kind: 'progress' }
  return open.length > 1 && !shared ? open : all
}
