import { findNumbers, type NumberReference, numeralValue } from '../matching/number-reference.ts'
import type { Selection } from '../matching/reading.ts'
import { findSelection } from '../matching/selection.ts'
import type { Stretch } from './clauses.ts'
import { cuePattern, cueSource } from './words.ts'

/** Which tasks a part of a report is about. */
export type Target =
  | { kind: 'numbers'; numbers: readonly NumberReference[] }
  /** Places in the list last shown. */
  | { kind: 'selection'; selection: Selection }
  /** 其余: the rest of the sender's open tasks. `except`: 除第2项外 */
  | { kind: 'rest'; except?: readonly NumberReference[] }
  /** Words that name it (家庭医生签约那项): the longest that may be meant first. `beside`: others so named (课后服务和师德那两项). */
  | { kind: 'topic'; words: readonly string[]; beside?: readonly string[] }
  /** 这项, or nothing: what was last spoken of. */
  | { kind: 'last' }

/** The target of a clause, null where it names none, and what is left of the clause without it. */
export interface Aimed {
  target: Target | null
  pieces: readonly Stretch[]
}

/** Whether the ledgers have a task of a number. */
export type IsNumber = (number: NumberReference) => boolean

const NONE = (): boolean => false
const FOCUS =
  /^(?:这|那|该|此|本)(?:一?[项条件](?!目)|个?任务|个?工作|件?事)(?:工作|任务)?|^(?:它|[这那]个(?!月|周|季|年|星期|礼拜))/
const REST =
  /^(?:其余|其他|其它|剩下的?|另外的?)(?=各?(?:项|条|任务|工作|事项|都|均|的(?!部分|工作量)|无|没|暂|正|已|按|照|持续|继续|未|[,，:：]))(?:各?(?:项|条|任务|工作|事项|都|的|均))*/
const SUBJECT =
  /^(?:我们?(?:局|委|厅|办|处|科|单位|部门|区|县|市|镇|乡|街道|中心|这边|这里)?|咱们?(?:局|委|单位)?|本(?:局|委|厅|单位|部门|镇|乡|街道))的?(?=[第\d(（#任序编]|[a-z])/
/** A number by itself, followed by what is said of it: 7推进到80%, 12：40%. */
const LEADING =
  /^(?:第|任务|序号|编号|事项|no\.?|#)?(\d{1,3}(?:[、,，和及跟 ]+\d{1,3}(?![\d.%]))*)(?:(?:这?[两三四五]?(?:号任务|项任务|项|条|号(?![前后]|之[前后]|以[前后]|[上下]午|早|晚|左右)|件|个任务))|\s*[:：]|、(?=\D|\d+(?:\.\d+)?%)|\.(?!\d)|(?=\s*(?:已|完|办|正在|还|没|尚|未|推进|进度|进展|目前|基本|全部|全面|申请|延期|暂|无|落实|搞定|\d+%)))/
/** 县农业农村局：10项85%: whoever reports, in front of the first number. */
const REPORTER = /^[^,，。;；:：\d]{2,20}[:：]\s*(?=\d{1,3}(?:[、,，和]\d{1,3})*(?:号任务|[项条号件]))/
/** Between a number and what is said of it. */
const LINK = /^(?:任务|工作|事项)?(?:的)?(?:进展(?:情况)?)?[:：,，]?\s*/

let opening: RegExp | undefined

/** Length of the salutation and the like in front (报一下：, 我局). */
const openingLength = (text: string): number => {
  opening ??= new RegExp(`^(?:${cueSource('opening')}(?:[:：,，。 ]+|(?=[第\\d(（])|$))+`)
  const opened = opening.exec(text)?.[0].length ?? 0
  const named = opened + (REPORTER.exec(text.slice(opened))?.[0].length ?? 0)
  return named + (SUBJECT.exec(text.slice(named))?.[0].length ?? 0)
}

const after = (text: string, from: number): readonly Stretch[] => {
  const start = from + (LINK.exec(text.slice(from))?.[0].length ?? 0)
  return start < text.length ? [{ from: start, to: text.length }] : []
}

/** A number that the ledgers do not have, with an amount behind it (（一）8所), is the shorter one that they have. */
const fitted = (number: NumberReference, text: string, isNumber: IsNumber): NumberReference => {
  const { parts, span, to } = number
  if (to !== undefined || parts.length < 2 || isNumber(number)) return number
  const bracket = text.indexOf(')', span[0])
  const shorter = { ...number, parts: parts.slice(0, -1), span: [span[0], bracket + 1] as [number, number] }
  return bracket >= 0 && bracket + 1 < span[1] && isNumber(shorter) ? shorter : number
}

/** Numbers written as a task's, one beside the other (第三项和第四项), wherever the first of them stands. */
const numbered = (text: string, from: number, isNumber: IsNumber): Aimed | null => {
  // alert(1) names no task
  const found = findNumbers(text, (place) => place < from).filter(
    ({ bare, span: [start] }) => !bare && !/[a-z]$/.test(text.slice(0, start)),
  )
  const [first] = found
  // a number that is not in front is an amount of the work, unless it is written as a task's
  if (!first || (first.weak && first.span[0] > from)) return null
  // 刚才报的28.6应为26.8: a figure
  if (first.span[0] > from && /^\d+\.\d+$/.test(text.slice(...first.span))) return null
  let to = first.span[0]
  const numbers: NumberReference[] = []
  for (const one of found) {
    const beside = one.span[0] <= to || /^(?:任务|工作)?[、,，和及与跟]$/.test(text.slice(to, one.span[0]))
    if (!beside) continue
    const number = fitted({ ...one, weak: false }, text, isNumber)
    numbers.push(number)
    to = Math.max(to, number.span[1])
  }
  const before = first.span[0] > from ? [{ from, to: first.span[0] }] : []
  return { target: { kind: 'numbers', numbers }, pieces: [...before, ...after(text, to)] }
}

const leading = (text: string, from: number): Aimed | null => {
  const rest = text.slice(from)
  const match = LEADING.exec(rest)
  if (!match || /^\d+(?:\.\d+)?%|^\d+[月日号年天](?!任务)/.test(rest)) return null
  const span: [number, number] = [from, from + match[0].length]
  const numbers = (match[1] as string).split(/[、,，和及跟\s]+/).filter((part) => part !== '')
  // nothing but digits: the number printed in the list, where there was one
  const bare = /^\d/.test(rest) && !/[项条件]|任务|号/.test(match[0])
  return {
    target: {
      kind: 'numbers',
      numbers: numbers.map((part) => ({ parts: [numeralValue(part)], bare, weak: false, span })),
    },
    pieces: after(text, span[1]),
  }
}

/** Takes the target off a clause. */
export const aim = (text: string, isNumber: IsNumber): Aimed => {
  const from = openingLength(text)
  const rest = text.slice(from)
  const others = REST.exec(rest)
  if (others) return { target: { kind: 'rest' }, pieces: after(text, from + others[0].length) }
  const focus = FOCUS.exec(rest)
  if (focus) return { target: { kind: 'last' }, pieces: after(text, from + focus[0].length) }
  const selection = findSelection(rest, NONE)
  if (selection && selection.span[0] === 0)
    return { target: { kind: 'selection', selection }, pieces: after(text, from + selection.span[1]) }
  return (
    numbered(text, from, isNumber) ??
    leading(text, from) ?? { target: null, pieces: from < text.length ? [{ from, to: text.length }] : [] }
  )
}

const POINTED = /^(.{2,}?)(?:那|这)(?:一?[项条件]|个(?:事|任务|工作|项目)?|件?事|块|边)/
/** 课后服务和师德那两项: each of them is one. */
const BESIDE = /^((?:(?!完成|已|了)[^,，。;；]){2,}?)(?:那|这|等)?[两三四2-4](?:[项条件块]|个(?:任务|工作|项目)?)(?!目)/
const CLAIMS = ['done', 'delivered', 'underway', 'partly', 'negation', 'noNews', 'extension', 'correction'] as const
const MORE =
  '随?附件|随文|材料|本[周月季年]|[这上]个?[周月]|今[天日年]|近期|申请|\\d+(?:\\.\\d+)?%|[一二三四五六七八九两]成|百分之|过半|一半|进度|[一二两三四五六七八九]分之'
/** What may stand between the words that name a task and what is said of it. */
const TRAILING = /(?:已经?|全部|全面|都|均|也|还|就|目前|现在|我们?|我局|的?(?:任务|工作|事)?|[的把将在了呢:：])+$/
const MOST_TRIES = 4
/** Whoever deals with it, and how often (条例修订稿省政府常务会已审议): what stands before may name the task. */
const ORGAN =
  /^(.{3,}?)(?:[省市县区州](?:委|政府|人大|政协)|(?:常务|党组|办公|专题|党委|部务|厅务|局务)会|第[一二三四五六\d]+[次轮稿])/
/** What stands before the first figure or cause. */
const FIGURE =
  /^(.*?)(?:已|受|因|由于|均|共|累计|目前|[\d一二三四五六七八九十]+(?:[.\d]|个|家|处|座|条|项|件|台|套|户|人|次|所|亩|公里|万|千|百|米))/
/** It says nothing of what it is about. */
const OPENS = /^(?:目前|现在|截至|截止|本[周月季年]|这[周月个]|我们?|总体|整体|累计|进度|完成|预计|计划)/

let claims: RegExp | undefined

/** The words in front of a claim that may name a task; the target that nothing names is what was last spoken of. */
export const unnamed = (text: string): Target => {
  if (/^(?:因|由于|受|鉴于)/.test(text)) return { kind: 'last' }
  const [first, ...beside] =
    BESIDE.exec(text)?.[1]
      ?.split(/[和与跟及、]/)
      .filter((name) => name.length >= 2) ?? []
  if (first !== undefined && beside.length > 0) return { kind: 'topic', words: [first], beside }
  const pointed = POINTED.exec(text)
  if (pointed) return { kind: 'topic', words: [pointed[1] as string] }
  claims ??= new RegExp([...CLAIMS.map(cueSource), MORE].join('|'), 'g')
  const ends = [...text.matchAll(claims)].map(({ index }) => index)
  const words = ends
    .map((end) => text.slice(0, end).replace(TRAILING, ''))
    .filter((part, place, all) => part.length >= 2 && all.indexOf(part) === place)
  if (words.length > 0) {
    const head = ORGAN.exec(words[0] as string)?.[1]
    return { kind: 'topic', words: [...words.reverse().slice(0, MOST_TRIES), ...(head ? [head] : [])] }
  }
  // 充电桩装了320个，完成80%: what is said comes later
  const before = (FIGURE.exec(text)?.[1] ?? text).replace(TRAILING, '')
  return before.length >= 2 && !OPENS.test(before) ? { kind: 'topic', words: [before] } : { kind: 'last' }
}

/** Whether a clause begins with a condition. */
export const isConditional = (text: string): boolean => cuePattern('', 'conditional').test(text)
