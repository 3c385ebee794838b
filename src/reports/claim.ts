import { hasFigure, readShare } from './share.ts'
import { cuePattern, cueSource } from './words.ts'

/** What a clause claims of a task. */
export interface Claim {
  /** 0 to 100 as said, also where it cannot be (120); null where nothing is said. */
  percent: number | null
  /**
   * - `done`: all of it; `delivered`: something that was to be delivered is out (印发, 报送), which may be all;
   * - `partly`: 基本完成; `underway`; `not-done`: expressly; `no-news`
   */
  state: 'done' | 'delivered' | 'partly' | 'underway' | 'not-done' | 'no-news' | null
  request: 'extension' | 'transfer' | 'suspension' | null
  /** 更正, 刚才报错了: it takes the place of what was said before. */
  corrects: boolean
  difficulty: boolean
}

const SEPARATED = '[^,，。;；]'
let stateless: RegExp | undefined

/** 完成率, 完成时限, 完成后, 完成的: speaks of completion without claiming it. */
const NO_CLAIM = '(?![率度]|情况|时限|时间|期限|日期|后|之后|以后|前|之前|以前|的|不了|难度|标准|要求|材料)'

const donePattern = (): RegExp => {
  stateless ??= new RegExp(`(${cueSource('done')})${NO_CLAIM}`, 'g')
  return stateless
}

/** Whether a word at a place is denied or only planned by what stands before it in the clause. */
const isHeldBack = (before: string): 'denied' | 'planned' | null => {
  if (cuePattern('', 'negation', '(?:能|全部|全|完全|最终|正式|按时|如期|有)?$').test(before)) return 'denied'
  if (/(?:已|已经|全部|均|都|按期|如期|按时|提前|顺利)$/.test(before)) return null
  return cuePattern('', 'planned', `${SEPARATED}{0,12}$`).test(before) ? 'planned' : null
}

type Held = 'said' | 'denied' | 'planned' | 'partly'

/** How a clause speaks of completion: the strongest that it says. */
const completion = (text: string): Held | null => {
  let found: Held | null = null
  for (const match of text.matchAll(donePattern())) {
    const before = text.slice(0, match.index)
    const held = isHeldBack(before)
    if (held === 'denied') return 'denied'
    if (held === 'planned') found ??= 'planned'
    else if (cuePattern('', 'partly', '(?:已|都|上)?$').test(before)) found = found === 'said' ? found : 'partly'
    else found = 'said'
  }
  return found
}

const isDelivered = (text: string): boolean => {
  const match = cuePattern('', 'delivered', '(?![率]|时限|前|之前|后|的时间)').exec(text)
  return match !== null && isHeldBack(text.slice(0, match.index)) === null
}

const stateOf = (text: string): Claim['state'] => {
  if (cuePattern('', 'noNews').test(text)) return 'no-news'
  const completed = completion(text)
  if (completed === 'denied') return 'not-done'
  if (completed === 'said') return 'done'
  if (completed === 'partly') return 'partly'
  if (cuePattern('', 'underway').test(text)) return 'underway'
  if (isDelivered(text)) return 'delivered'
  return completed === 'planned' ? 'not-done' : null
}

/** 不延期, 无需延期: asks for none. */
const asksFor = (text: string, cue: 'extension' | 'transfer' | 'suspension'): boolean => {
  const match = cuePattern('', cue).exec(text)
  return match !== null && !/(?:不|不再|无需|不需要?|不用|没有?)(?:申请|再|要)?$/.test(text.slice(0, match.index))
}

const requestOf = (text: string): Claim['request'] => {
  if (asksFor(text, 'extension')) return 'extension'
  if (asksFor(text, 'transfer')) return 'transfer'
  return asksFor(text, 'suspension') ? 'suspension' : null
}

/** Reads what a clause, in half width and simplified characters and without its target, claims. */
export const readClaim = (text: string): Claim => {
  const share = readShare(text)
  const request = requestOf(text)
  const percent = share?.percent ?? null
  // 因批复未到推迟: what has not come is the reason, not the task
  const said = request === null ? stateOf(text) : null
  const partial = percent !== null && percent < 100
  return {
    percent,
    // 完成60% is not 完成
    state:
      said === 'done' && partial ? 'underway' : (said ?? (percent === null && hasFigure(text) ? 'underway' : null)),
    request,
    corrects: cuePattern('', 'correction').test(text),
    difficulty: cuePattern('', 'difficulty').test(text),
  }
}

/** Whether anything at all is claimed. */
export const isClaim = ({ percent, state, request, corrects }: Claim): boolean =>
  percent !== null || state !== null || request !== null || corrects
