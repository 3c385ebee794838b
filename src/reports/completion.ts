import { readTimes } from '../dates/index.ts'
import type { Day } from '../domain/index.ts'
import { dayNumber } from '../domain/index.ts'
import { cuePattern, cuePlaces, cueSource } from './words.ts'

/** How a clause speaks of completion. */
export type Held = 'said' | 'amount' | 'partly' | 'planned' | 'denied'

/** What a clause says of completion, and of what (方案); empty where it is of all. */
export interface Completion {
  held: Held
  about: string
  /** What stands behind the verb (完成装修): the thing that is done; empty where nothing does. */
  object: string
}

/** 完成率, 完成时限, 完成后, 完成的: speaks of completion without claiming it. */
const NO_CLAIM =
  '(?![率度]|情况|时限|时间|期限|日期|后|之后|以后|前|之前|以前|时[,，]?|的(?!差不多)|不了|难度|标准|要求|质量|得?差不多)'
/** 完成45个小区, 完成了3次: so much of it, not all (完成全部48条). */
export const AMOUNT =
  /^(?:了|投资|总量)?(?:约|近|超过?|共|其中|(?!全部|所有)[^,，。;；\d全]{0,8}?)?(?:\d[\d.]*|[一二三四五六七八九十百千万两]+)(?:余|多)?(?!%|月|日|年|号|期|点|成|分|级|类任务)[个家项件台套处座公里米亩吨辆户人次场份所条宗起只口例名万亿元平千百部栋幢片张眼棵株盏根块间层段门支队批期村镇街线路类点种本篇户头]/
/** 还剩7条, 差3个, 其余在做, 就差验收: not all of it is done. */
const LEFT =
  /(?:还剩|还差|还有|仅剩|只剩|剩余|剩下|尚余|尚有|尚差|尚缺|还缺|差)(?:的|约|下)?[^,，。;；\d]{0,6}?(?:\d[\d.]*|[一二三四五六七八九十百千两几]+)(?:余|多)?[\u4e00-\u9fff]|(?:就|只|仅|还)(?:剩|差|缺|欠)(?:下|了)?[\u4e00-\u9fff]|(?:其余|剩余|剩下|余下)[^,，。;；]{0,8}(?:正在|在|未|没|尚|待|预计|计划|年底|继续)/
/** 其中20所已交付, 有3家已验收: a part of them. */
const AMONG = /^(?:其中|有)[^,，。;；\d]{0,6}(?:\d|[一二三四五六七八九十两])/
/** Said of the whole, whatever stands around it. */
const ADVERBS =
  /(?:已经?|均|都|全部|全面|基本|目前|现在?|今[天日年]|昨[天日]|也|就|终于|圆满|正式|彻底|顺利|超额|按[期时]|如期|提前|及时|我们?|我[局委厅办区县市处]|本(?:单位|部门|局|委)|该?(?:项|条)?(?:任务|工作|事项|整改|目标|年度|措施|内容|要求)|各项|于|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])?|所有|整个|全年|的|了|将|把|得|被|好|[\s:："“”])+/g
/** 完成装修: what the verb is said of; 完成任务 is of all. */
const OBJECT =
  /^(?:了|全部|全年|所有|年度|各项|上述|相关|本项|该项|既定|预定)*(?!任务|工作|目标|情况|指标|计划|率|以后|之后|后|前|并|且|和|与|及|,|，|申请|请|待|等)([\u4e00-\u9fff]{2,12}?)(?=工作|任务|$|[,，。;；、]|并|后|和|及|正|已|\d)/
/** 由市教委牵头完成: says whose it is. */
const RESPONSIBLE = /(?:牵头|负责|配合|协助)(?:组织)?$/
const SEPARATED = '[^,，。;；]'

/** 6月底完成, 3月28日完成: whichever of the days that it may mean is nearer tells whether it is over. */
const isAhead = (before: string, today: Day): boolean => {
  if (!/(?:[月年日号周]|月底|年底|底前|季度|[上中下]旬|以内|内|前)(?:能够?|可|就|正式|全面)?$/.test(before))
    return false
  const nearest = (['back', 'ahead'] as const).flatMap((looks) =>
    readTimes(before, { now: today, purpose: 'question', looks }).milestones.flatMap(({ due }) =>
      due === null || due.startsWith('X') ? [] : [dayNumber(due as Day) - dayNumber(today)],
    ),
  )
  const [distance] = nearest.sort((a, b) => Math.abs(a) - Math.abs(b))
  return distance !== undefined && distance > 0
}

/** 估计已经完成: nobody vouches for it. */
const GUESSED = /(?:估计|可能|也许|或许|好像|似乎|貌似)[^,，。;；]{0,6}$/

/** Whether a word is denied or only planned by what stands before it in the clause. */
export const heldBack = (before: string, today: Day): 'denied' | 'planned' | null => {
  const denied = cuePattern('', 'negation', `(${SEPARATED}{0,5})$`).exec(before)
  if (denied && !/已|困难|问题/.test(denied.at(-1) ?? '')) return 'denied'
  if (GUESSED.test(before)) return 'planned'
  if (/(?:已|已经|全部|均|都|按期|如期|按时|提前|顺利)$/.test(before)) return null
  const planned = cuePattern('', 'planned', `(${SEPARATED}{0,12})$`).exec(before)
  if (planned && !/已|目前|现在/.test(planned.at(-1) ?? '')) return 'planned'
  return isAhead(before, today) ? 'planned' : null
}

let places: RegExp | undefined

/** How a clause speaks of completion: the strongest that it says; null where it does not. */
export const readCompletion = (text: string, today: Day): Completion | null => {
  if (cuePattern('', 'impossible').test(text)) return { held: 'denied', about: '', object: '' }
  if (LEFT.test(text)) return { held: 'denied', about: '', object: '' }
  if (AMONG.test(text)) return { held: 'amount', about: '', object: '' }
  places ??= new RegExp(`(${cueSource('done')})${NO_CLAIM}`, 'g')
  const found: Completion[] = []
  for (const match of text.matchAll(places)) {
    const before = text.slice(0, match.index)
    if (RESPONSIBLE.test(before)) continue
    const behind = text.slice(match.index + match[0].length)
    const held = heldBack(before, today)
    if (held === 'denied') return { held, about: '', object: '' }
    const object = OBJECT.exec(behind)?.[1] ?? ''
    const about = aboutOf(before + match[0].replace(/(?:完|好|办结).*$/, ''), behind)
    if (held === 'planned') found.push({ held, about, object })
    else if (AMOUNT.test(behind) || /^[^,，]*\d%/.test(behind)) found.push({ held: 'amount', about, object })
    else if (cuePattern('', 'partly', '(?:已|都|上|就|于)*$').test(before))
      found.push({ held: 'partly', about, object })
    else found.push({ held: 'said', about, object })
  }
  return (
    found.find(({ held }) => held === 'said') ?? found.findLast(({ held }) => held !== 'planned') ?? found[0] ?? null
  )
}

/** What is complete, in the clause's own words around the verb. */
const aboutOf = (before: string, behind: string): string =>
  `${before} ${behind.replace(cuePlaces('', 'done'), '')}`
    .replace(ADVERBS, '')
    .replace(/^[并和及、]+|[并和及、]+$/g, '')
    .trim()
