import { dataFile } from '../../data.ts'
import { withoutMarker } from '../numbering.ts'
import { ancestors, type Section } from './outline.ts'

interface SectionWords {
  background: string[]
  measures: string[]
  plans: string[]
  accounts: string[]
  norms: string[]
  sharing: string[]
}

const load = dataFile<SectionWords>('prose.json')

const PARTS = /[、，,和与及]/u

const bare = (heading: string): string =>
  withoutMarker(heading)
    .replace(/[（(][^（）()]*[）)]/gu, '')
    .replace(/[。：:\s]/gu, '')

/** A background word this long makes a longer heading background too; 范围 alone does not (明确事项范围). */
const SURE = 4

const GOALS = /^\p{Script=Han}{2,4}目标$/u

/** A heading is background where each of its parts is (改革思路、原则与目标 is one by its last word alone). */
const isBackgroundHeading = (heading: string): boolean => {
  const text = bare(heading)
  if (text.length > 20) return false
  const { background, measures } = load()
  if (measures.includes(text)) return false
  if (background.some((word) => text === word) || GOALS.test(text)) return true
  const parts = text.split(PARTS).filter((part) => part !== '')
  return (
    parts.length > 0 &&
    parts.every((part) =>
      background.some((word) => part === word || word.endsWith(part) || (word.length >= SURE && part.endsWith(word))),
    )
  )
}

/** Whether a section, or one that it stands under, sets no task: 指导思想, 基本原则, 总体目标 … */
export const isBackground = (section: Section): boolean =>
  [...ancestors(section), section].some(({ heading }) => isBackgroundHeading(heading))

export const isMeasures = (section: Section): boolean => {
  const text = bare(section.heading)
  return load().measures.some((word) => text === word || text.endsWith(word))
}

/** 保障措施, 工作要求: what helps the tasks along; in a plan that names who does them it holds only those that say so too. */
export const isSupport = ({ heading }: Section): boolean =>
  /^(?:[\p{Script=Han}]{0,6}保障(?:措施|机制|体系|条件)?|(?:[\p{Script=Han}]{0,6}组织)(?:领导|实施|保障|推进)|[\p{Script=Han}]{0,4}要求|督导考核|考核评价|监督检查|推进机制)$/u.test(
    withoutMarker(heading).replace(/[。：:\s]/gu, ''),
  )

const LONGEST_OVERSEEING = 14

/** 强化督查考核, 压实工作责任: how the whole is led and watched over. */
export const oversees = ({ heading }: Section): boolean =>
  /(?:组织领导|组织实施|统筹协调|工作统筹|责任落实|(?:压实|落实|明确).{0,4}责任|督[查导促办]|考核|监督检查|跟踪问效|评估)/u.test(
    withoutMarker(heading).slice(0, LONGEST_OVERSEEING),
  )

/** 动员部署阶段（2024年3月）: a stage of the whole work, not a task. */
export const isStage = ({ heading, text }: Section): boolean =>
  /阶段(?:[（(：:。]|$)/u.test(text.slice(0, heading.length + 2))

/** A section that shares the work out: who does what, a sentence each. */
export const sharesWork = (section: Section): boolean => {
  const text = bare(section.heading)
  return text.length <= 20 && load().sharing.some((word) => text.includes(word))
}

const endsWithOneOf = (title: string, ends: readonly string[]): boolean => {
  const text = title.replace(/[（(][^（）()]*[）)]$/u, '')
  return ends.some((end) => text.endsWith(end))
}

/** Whether a document of this title sets tasks by its kind (实施方案, 工作要点 …); a notice or a set of rules does not. */
export const isPlanTitle = (title: string): boolean => endsWithOneOf(title, load().plans)

/** Whether a document of this title lays down rules (议事规则, 管理办法): what they oblige to is no task. */
export const isNormTitle = (title: string): boolean => endsWithOneOf(title, load().norms)

/** Whether a document of this title tells what has been done or announces something (总结, 公告): its duties are past ones. */
export const isAccountTitle = (title: string): boolean => endsWithOneOf(title, load().accounts)
