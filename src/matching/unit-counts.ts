import type { Task } from '../domain/index.ts'
import { numeralValue } from './number-reference.ts'
import type { AskedUnit, Role, UnitCount } from './reading.ts'

const N = '(?:\\d{1,2}|[一二两三四五六七八九十]{1,2})'
const BODY = '(?:单位|部门|委办局|厅局|委局)'
const PART = '(?:牵头|主办|主责|责任|配合|协办|协助|参与|涉及|承担)'
const DOES = '(?:牵头|主办|负责|承担|配合|协办|协助|协同|参与|落实|办理|承办)'
const TOGETHER = '(?:来|一起|共同|联合|同时|分别|合力|协同)*'
const LESS = '不到|少于|不足|低于|不超过|最多|至多'
const MORE = '至少|不少于|不低于|超过|多于|大于|不止|起码'

/** 只有一家单位负责, 配合单位超过三家, 两个以上部门牵头, 多家单位共同承担. */
const COUNTED = new RegExp(
  `(?:(?<noun>${PART})的?${BODY}(?:数量?|数目)?(?:有|是|为|在|达到)?)?` +
    `(?<bound>${MORE}|${LESS}|只有?由?|仅有?由?|就由?|单由?)?有?(?:(?<many>多|好几|若干|两三)|(?<number>${N}))(?:家|个|(?=${BODY}))` +
    `(?<edge>(?:及|或)?以[上下])?(?:的?(?<kind>${PART})?${BODY})?(?<late>(?:及|或)?以[上下])?${TOGETHER}(?<verb>${DOES})?`,
  'g',
)
/** 没有配合单位, 责任单位没写. */
const NONE = new RegExp(
  `(?<!(?<!没)有)(?:没有?|无|未|缺|缺少)(?:写明?|明确|列出?|标明?|注明|任何|别的|其他)*(?<noun>${PART})的?${BODY}|` +
    `(?<empty>${PART})的?${BODY}(?:一?栏)?(?:没有?写|没定|未写|不明确|未明确|没有?明确|没有?注明|为空|空着|是空的|空白|待定)|` +
    `(?:没有?|不[用需要]+)(?:别的|其他|别|其它)?(?:单位|部门|人|人家|家)?(?<alone>配合|协助)(?=的)`,
)
/** 单独负责, 独家牵头. */
const ALONE = new RegExp(`(?:单独|独自|独家|独立|自己一家|一家)(?:来|去)?(?<verb>${DOES})`)
/** 共同牵头的, where no units are named: more than one. */
const SHARED = new RegExp(`(?:共同|联合|协同|一起|跨部门)(?<verb>${DOES})(?=的)|跨部门|(?<cross>多部门)`)
/** 配合单位最多的, 哪项涉及部门最少. */
const EXTREME = new RegExp(
  `(?<noun>${PART})的?${BODY}(?:数量?|数目|个数)?(?:是)?(?<most>最多|最少)|${BODY}(?<plain>最多|最少)的(?:一?[项条个件]|任务|事项|是哪)`,
)

const roleOf = (word: string | undefined): Role => {
  if (word === undefined) return 'any'
  if (/牵头|主办|主责/.test(word)) return 'lead'
  return /配合|协办|协助/.test(word) ? 'cooperating' : 'any'
}

/** 只有各区政府配合的: nobody else in that role. */
export const onlyCounts = (text: string, units: readonly AskedUnit[]): UnitCount[] =>
  units.flatMap(({ mention, role, negated }) =>
    !negated && role !== 'any' && /(?:只有?|仅有?|单独?|就)由?$/.test(text.slice(0, mention.span[0]))
      ? [{ role, least: 1, most: 1, label: '没有其他单位' }]
      : [],
  )

export interface FoundUnitCount {
  count: UnitCount
  from: number
  to: number
}

/** Cheap: most questions have no such condition. */
const MAY_COUNT = /[家个]|单位|部门|委局|厅局|委办局|单独|独[自家立]|共同|联合|协[同助]|一起|配合/

const NO_END = Number.POSITIVE_INFINITY

/**
 * Conditions on how many units a task has. `named`: whether units stand in the question; 市医保局和市财政局两家共同负责 is
 * then about those. Folded text.
 */
export const findUnitCounts = (text: string, named: boolean): FoundUnitCount[] => {
  const found: FoundUnitCount[] = []
  const add = (match: RegExpExecArray, count: Omit<UnitCount, 'label'>): void => {
    const [from, to] = [match.index, match.index + match[0].length]
    if (!found.some((other) => other.from < to && from < other.to))
      found.push({ count: { ...count, label: match[0] }, from, to })
  }
  if (!MAY_COUNT.test(text)) return found
  const extreme = EXTREME.exec(text)
  if (extreme) {
    const { noun, most, plain } = extreme.groups ?? {}
    add(extreme, {
      role: roleOf(noun),
      least: 0,
      most: NO_END,
      extreme: (most ?? plain) === '最多' ? 'most' : 'fewest',
    })
  }
  const none = NONE.exec(text)
  if (none) {
    const { noun, empty, alone } = none.groups ?? {}
    add(none, { role: roleOf(noun ?? empty ?? alone), least: 0, most: 0 })
  }
  for (const match of text.matchAll(COUNTED)) {
    const count = countedIn(match, text, named)
    if (count !== null) add(match, count)
  }
  if (named || found.length > 0) return found
  const alone = ALONE.exec(text)
  if (alone) add(alone, { role: roleOf(alone.groups?.verb), least: 1, most: 1 })
  const shared = SHARED.exec(text)
  if (shared) add(shared, { role: roleOf(shared.groups?.verb), least: 2, most: NO_END })
  return found
}

const countedIn = (match: RegExpExecArray, text: string, named: boolean): Omit<UnitCount, 'label'> | null => {
  const { noun, bound = '', many, number, edge, kind, late, verb } = match.groups ?? {}
  const said = match[0]
  const bodies = /[家]/.test(said) || new RegExp(BODY).test(said)
  if (
    !bodies ||
    (noun === undefined && kind === undefined && verb === undefined && edge === undefined && late === undefined)
  )
    return null
  // 这两家单位, 哪三家, 第一家
  if (noun === undefined && /[这那哪几第每]$/.test(text.slice(0, match.index))) return null
  const role = roleOf(verb ?? kind ?? noun)
  if (many !== undefined) return named ? null : { role, least: 2, most: NO_END }
  const value = numeralValue(number as string)
  const end = edge ?? late ?? ''
  if (/上/.test(end) || /至少|不少于|不低于|起码/.test(bound)) return { role, least: value, most: NO_END }
  if (new RegExp(`^(?:${MORE})$`).test(bound)) return { role, least: value + 1, most: NO_END }
  if (/下/.test(end) || /不超过|最多|至多/.test(bound)) return { role, least: 1, most: value }
  if (new RegExp(`^(?:${LESS})$`).test(bound)) return { role, least: 1, most: value - 1 }
  return named && bound === '' && noun === undefined ? null : { role, least: value, most: value }
}

const countOf = (task: Task, role: Role): number =>
  (role === 'cooperating' ? 0 : task.lead.length) + (role === 'lead' ? 0 : task.cooperating.length)

export const meetsCount = (task: Task, { role, least, most }: UnitCount): boolean => {
  const count = countOf(task, role)
  return count >= least && count <= most
}

/** Of some tasks those that have the most, or the fewest, units in a role, where that is asked. */
export const extremesOf = (tasks: readonly Task[], counts: readonly UnitCount[]): readonly Task[] => {
  const wanted = counts.find(({ extreme }) => extreme !== undefined)
  if (!wanted || tasks.length === 0) return tasks
  const numbers = tasks.map((task) => countOf(task, wanted.role))
  const best = numbers.reduce((a, b) => (wanted.extreme === 'most' ? Math.max(a, b) : Math.min(a, b)))
  return tasks.filter((_, i) => numbers[i] === best)
}
