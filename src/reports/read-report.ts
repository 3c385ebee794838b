import type { NumberReference } from '../matching/number-reference.ts'
import { findNumbers, numeralValue } from '../matching/number-reference.ts'
import type { Selection } from '../matching/reading.ts'
import { findSelection } from '../matching/selection.ts'
import { type Claim, isClaim, readClaim } from './claim.ts'
import { cuePattern, cueSource } from './words.ts'

/** Which tasks a part of a report is about. */
export type Target =
  | { kind: 'numbers'; numbers: readonly NumberReference[] }
  /** Places in the list last shown. */
  | { kind: 'selection'; selection: Selection }
  /** 其余: the rest of the sender's open tasks. */
  | { kind: 'rest' }
  /** Words that name it: 家庭医生签约那项. */
  | { kind: 'topic'; words: string }
  /** 这项, or nothing: what was last spoken of. */
  | { kind: 'last' }

/** What one message says about one target. */
export interface ReportPart {
  target: Target
  claim: Claim
  /** The words about it, as they stand in the message, without number and salutation. */
  text: string
}

const NONE = (): boolean => false
/** Between clauses; a comma between numbers belongs to their list. */
const CLAUSES =
  /(?<=[\u4e00-\u9fff%])(?=第[\d一二三四五六七八九十百]{1,5}[项条号件])(?<![、,，和及与跟到至年的里下项条分](?=第))|(?<![\d一二三四五六七八九十][,，])(?:[。;；\n]+|(?<!\d)[,，]|[,，](?!\d{1,3}(?:[、,，和]|[项条号件已完办]))|(?<=\D) (?=\D))/
const LEADING_NUMBERS =
  /^(?:第|任务|序号|编号|事项|no\.?|#)?((?:\d{1,3})(?:(?:[、,，和及跟]|\s)\d{1,3})*)(?:这?[两三四五]?(?:号任务|项任务|项|条|号|件|个任务)|[:：.]|(?=\s*(?:已|完|办|正|还|没|未|推|进|目|在|基|全|申|因|材|方|报|提|印|启|开|做|搞|弄|落|延|暂|无|\D)))/
const FOCUS = /^(?:这|那|该|此|本)(?:一?[项条件]|个?任务|个?工作|件?事)|^(?:它|[这那]个(?!月|周|季|年|星期|礼拜))/
const REST = /^(?:其余|其他|其它|剩下的?|另外的?)(?:各?(?:项|条|任务|工作|都|的|均))*/
const SUBJECT =
  /^(?:我们?(?:局|委|厅|办|处|科|单位|部门|区|县|市|中心|这边|这里)|咱们?(?:局|委|单位)?|本(?:局|委|厅|单位|部门))的?/

let opening: RegExp | undefined
const withoutOpening = (text: string): string => {
  opening ??= new RegExp(`^(?:${cueSource('opening')}(?:[:：,，。 ]|(?=[第\\d(（])|$))+`)
  return text.replace(opening, '').replace(SUBJECT, '')
}

interface Aimed {
  target: Target | null
  rest: string
}

/** Numbers written as a task's, one beside the other (第三项和第四项), wherever the first of them stands. */
const numbersInFront = (text: string): Aimed | null => {
  const numbers = findNumbers(text, NONE).filter(({ bare }) => !bare)
  const [first] = numbers
  // a number that is not in front is an amount of the work, unless it is written as a task's
  if (!first || (first.weak && first.span[0] > 0)) return null
  const [from] = first.span
  // 刚才报的28.6应为26.8: a figure
  if (from > 0 && /^\d+\.\d+$/.test(text.slice(...first.span))) return null
  let to = from
  const about = numbers.filter(({ span }) => {
    const beside = span[0] <= to || /^(?:任务|工作)?[、,，和及与跟]$/.test(text.slice(to, span[0]))
    if (beside) to = Math.max(to, span[1])
    return beside
  })
  return {
    target: { kind: 'numbers', numbers: about.map((number) => ({ ...number, weak: false })) },
    rest: (text.slice(0, from) + text.slice(to)).replace(/^(?:任务|工作|事项)?(?:的)?(?:进展(?:情况)?)?[:：,，]?/, ''),
  }
}

/** Takes the target off the front of a clause. */
const aim = (clause: string): Aimed => {
  const text = withoutOpening(clause)
  const rest = REST.exec(text)
  if (rest) return { target: { kind: 'rest' }, rest: text.slice(rest[0].length) }
  const focus = FOCUS.exec(text)
  if (focus) return { target: { kind: 'last' }, rest: text.slice(focus[0].length) }
  const selection = findSelection(text, NONE)
  if (selection && selection.span[0] === 0)
    return { target: { kind: 'selection', selection }, rest: text.slice(selection.span[1]) }
  const run = numbersInFront(text)
  if (run) return run
  const leading = LEADING_NUMBERS.exec(text)
  if (leading && !/^\d+(?:\.\d+)?%|^\d+[月日号年天]/.test(text)) {
    const span: [number, number] = [0, leading[0].length]
    const list = (leading[1] as string).split(/[、,，和及跟\s]+/).filter((part) => part !== '')
    return {
      target: {
        kind: 'numbers',
        numbers: list.map((part) => ({ parts: [numeralValue(part)], bare: false, weak: false, span })),
      },
      rest: text.slice(span[1]).trim(),
    }
  }
  return { target: null, rest: text }
}

let claimWords: RegExp | undefined

/** What of a clause may name a task, once its claim is taken out. */
const topicOf = (text: string): string => {
  const named = /^(.{2,}?)(?:那|这)一?[项条个件]/.exec(text)
  if (named) return named[1] as string
  claimWords ??= new RegExp(
    [
      ...(['done', 'delivered', 'underway', 'partly', 'negation', 'noNews', 'extension', 'correction'] as const).map(
        cueSource,
      ),
      '随?附件|随文|材料|本[周月季年]|[这上]个?[周月]|今[天日年]|近期|已经?|全部|都|均|了|目前|现在|申请|\\d+(?:\\.\\d+)?%|[一二三四五六七八九]成|百分之.{1,4}|过半|一半|进度|那[项条个件]|这[项条个件]|的?(?:任务|工作|事)$',
    ].join('|'),
  )
  return (
    text
      .split(claimWords)[0]
      ?.replace(/[的把将在]+$/, '')
      .trim() ?? ''
  )
}

const ASKS =
  /[?？]|[吗么嘛呢]$|(?:没|没有|不|与否|对吧|是吧|[了的]吧)$|了没|谁|哪|什么|啥|怎么|咋|如何|何时|多少|几[项条件个家号天时月年步批次成]|是否|是不是|有没有|有无|看看|看下|看一下|查一|查下|列|说说|讲讲|说一下|告诉|介绍|多久|情况$|进展$|进度$|状态$|的$|的(?:任务|事项|工作|事情?)$|清单|名单|详细|内容|原文|时限|截止|到期|负责|牵头|配合/
const TRANSFERS = /转(?:由|给|交)?[^,，。]{2,12}(?:牵头|负责|办理|承办)/g
const POLITE_REQUEST = /(?:能不能|能否|可否|可不可以|可以不可以|是否可以|是否能)(?:再)?(?:给|让|将|把)?(?:我们?)?/

/** Whether a message asks rather than reports. A request put politely (能不能宽限两周) reports. */
const asks = (text: string): boolean => {
  const polite = POLITE_REQUEST.test(text) && cuePattern('', 'extension').test(text)
  // 没啥新进展 asks nothing
  const plain = text.replace(cuePattern('', 'noNews'), '').replace(TRANSFERS, '')
  return ASKS.test(polite ? plain.replace(POLITE_REQUEST, '').replace(/[?？吗]/g, '') : plain)
}

const cues = ['done', 'delivered', 'underway', 'noNews', 'extension', 'transfer', 'suspension', 'correction'] as const
const mayReport = (text: string): boolean =>
  /[%成半]|分之|进度|办结|完成/.test(text) || cues.some((cue) => cuePattern('', cue).test(text))

/** Words by which something is said to be so, not merely named (家庭医生签约) or ordered (抓紧推进). */
const ASSERTS =
  /已|了(?!解)|正在|目前|现在|均|都|完毕|中$|我们|[我本](?:局|委|单位|部门)|没|未|无|[一-十\d]+(?:次|家|个|场|份|人|万)/
const ORDERS = /^(?:请|要|尽快|务必|抓紧|赶紧|帮)/

/** Whether a part claims anything. What names no number has to say so more plainly than what does. */
const isSaid = ({ target, claim, text }: ReportPart): boolean => {
  if (!isClaim(claim)) return false
  const { percent, state, request, corrects } = claim
  if (percent !== null || request !== null || state === 'done' || state === 'not-done' || state === 'no-news')
    return true
  if (state === null) return corrects && /\d/.test(text)
  return !ORDERS.test(text) && (target.kind === 'numbers' || target.kind === 'selection' || ASSERTS.test(text))
}

/** The target of a report that names no number: the words in front, else what was last spoken of. */
const unnamed = (text: string): Target => {
  const words = /^(?:因|由于|受|鉴于)/.test(text) ? '' : topicOf(text)
  return words.length >= 2 ? { kind: 'topic', words } : { kind: 'last' }
}

/**
 * Reads a message as a report of progress: 3、5项已办结，7项推进到80%. Null where it is none: a question, a wish, a
 * condition (如果完成了…), or talk. Positions do not matter any more: each part carries its own words.
 * @param text in half width and simplified characters
 */
export const readReport = (text: string): readonly ReportPart[] | null => {
  if (!mayReport(text) || asks(text) || cuePattern('^', 'conditional').test(withoutOpening(text))) return null
  const parts: { target: Target; texts: string[] }[] = []
  /** What stands before the first task that is named: a reason (因标准未出台), a unit. */
  let lead: string[] = []
  for (const clause of text.split(CLAUSES)) {
    if (clause === undefined || clause.trim() === '') continue
    const { target, rest } = aim(clause.trim())
    const last = parts.at(-1)
    if (target !== null) {
      parts.push({ target, texts: [...lead, rest] })
      lead = []
    } else if (last) last.texts.push(rest)
    else if (rest !== '') lead.push(rest)
  }
  if (parts.length === 0 && lead.length > 0) parts.push({ target: unnamed(lead[0] as string), texts: lead })
  const read = parts.map(({ target, texts }): ReportPart => {
    const said = texts.filter((part) => part !== '').join('，')
    return { target, claim: readClaim(said), text: said }
  })
  return read.length > 0 && read.every(isSaid) ? read : null
}
