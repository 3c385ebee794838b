import type { Day } from '../domain/index.ts'
import { AMOUNT, heldBack, readCompletion } from './completion.ts'
import { hasFigure, readShare } from './share.ts'
import { cuePattern } from './words.ts'

/** What is claimed of a task. */
export interface Claim {
  /** 0 to 100 as said, also where it cannot be (120); null where nothing is said. */
  percent: number | null
  /**
   * - `done`: all of it; `delivered`: something that was to be delivered is out (印发, 报送), which may be all;
   * - `partly`: 基本完成; `underway`; `told`: a fact or figure; `not-done`: expressly; `not-begun`: nor begun; `no-news`
   */
  state: 'done' | 'delivered' | 'partly' | 'underway' | 'told' | 'not-done' | 'not-begun' | 'no-news' | null
  request: 'extension' | 'transfer' | 'suspension' | 'resumption' | null
  /** 更正, 刚才报错了: it takes the place of what was said before. */
  corrects: boolean
  difficulty: boolean
}

/** What one clause says. */
export interface Said extends Claim {
  text: string
  /** What is done or delivered, in its words (方案); empty where it is all of it. */
  about: string
  /** What stands behind 完成 (装修): that is done, and all of the task only where the task is that. */
  object: string
  /** 申请办结, 全部完成: all of it, whatever else is said. */
  whole: boolean
}

const UNDERWAY_BEFORE = /(?:正在?|在|着手|推动|推进|抓紧|加快|加紧|组织|筹备|开始|启动|继续|持续)$/

/** 已印发, 报送了, 方案印发: it is out; 联合验收办结率, 已挂牌2个 are none. */
const isDelivered = (text: string, today: Day): boolean => {
  const match = cuePattern('', 'delivered', '(?![率]|时限|前|之前|后|的时间)').exec(text)
  if (match === null) return false
  const before = text.slice(0, match.index)
  const behind = text.slice(match.index + match[0].length)
  if (UNDERWAY_BEFORE.test(before) || AMOUNT.test(behind) || heldBack(before, today) !== null) return false
  return /已|均|都|完成|全部|正式|于|通过|顺利|日前|了/.test(before + match[0]) || /^(?:了|完毕|$|[,，])/.test(behind)
}

/** 8月20日上线: it is still to be delivered. */
const isToCome = (text: string, today: Day): boolean => {
  const match = cuePattern('', 'delivered').exec(text)
  return match !== null && heldBack(text.slice(0, match.index), today) === 'planned'
}

const isNotBegun = (text: string, today: Day): boolean => {
  const match = cuePattern('', 'started').exec(text)
  return match !== null && heldBack(text.slice(0, match.index), today) !== null
}

/** Says that something is so or has come to be so, in whatever words (招标文件编好了). */
const ASSERTS = /已|了(?!解)|正在|目前|完毕|均|[完好妥]$|按[期时序]|正常|没有|无/

/** 还没到时间: it goes on. */
const YET = /[还尚仍暂][没未]/

/** 建了一大半. */
const MOSTLY = /[大多]半(?=了|$|[,，。;；])/

interface State {
  state: Claim['state']
  about: string
  object: string
}

const stateOf = (text: string, today: Day): State => {
  const plain = (state: Claim['state']): State => ({ state, about: '', object: '' })
  if (cuePattern('', 'noNews').test(text)) return plain('no-news')
  const completed = readCompletion(text, today)
  if (completed?.held === 'denied') return plain('not-done')
  if (completed?.held === 'said') return { ...completed, state: 'done' }
  if (completed?.held === 'partly') return { state: 'partly', about: completed.about, object: '' }
  if (completed?.held === 'amount' || MOSTLY.test(text)) return plain('partly')
  if (isNotBegun(text, today)) return plain('not-begun')
  if (isDelivered(text, today)) return { state: 'delivered', about: text, object: '' }
  if (cuePattern('', 'underway').test(text) || YET.test(text) || isToCome(text, today)) return plain('underway')
  return plain(completed?.held === 'planned' ? 'not-done' : null)
}

/** 不延期, 无需延期: asks for none. */
const asksFor = (text: string, cue: NonNullable<Claim['request']>): boolean => {
  const match = cuePattern('', cue).exec(text)
  return match !== null && !/(?:不|不再|无需|不需要?|不用|没有?)(?:申请|再|要)?$/.test(text.slice(0, match.index))
}

const REQUESTS = ['extension', 'transfer', 'resumption', 'suspension'] as const

/** Reads what a clause, in half width and simplified characters and without its target, says. */
export const readClause = (text: string, today: Day): Said => {
  const percent = readShare(text)?.percent ?? null
  const whole =
    cuePattern('', 'whole').test(text) && heldBack(text.replace(cuePattern('', 'whole', '.*$'), ''), today) === null
  const { state, about, object } = stateOf(text, today)
  const stated =
    // 完成60% is not 完成
    state === 'done' && percent !== null && percent < 100
      ? 'underway'
      : (state ??
        (percent === null &&
        (hasFigure(text) || ASSERTS.test(text) || cuePattern('', 'difficulty').test(text)) &&
        !cuePattern('', 'talk').test(text)
          ? 'told'
          : null))
  return {
    percent,
    state: whole ? 'done' : stated,
    request: REQUESTS.find((request) => asksFor(text, request)) ?? null,
    corrects: cuePattern('', 'correction').test(text),
    difficulty: cuePattern('', 'difficulty').test(text),
    text,
    about: whole ? '' : about,
    object: whole ? '' : object,
    whole,
  }
}

/** States in the order in which they count where clauses say different things. */
const STRONGEST: readonly Claim['state'][] = [
  'done',
  'not-done',
  'delivered',
  'partly',
  'underway',
  'told',
  'not-begun',
  'no-news',
]

/** 离95还差些, 差0.4个百分点: what was told before is a figure of the work, on its way to what is asked of it. */
const GAP = /[离距](?:目标|要求)?(?:\d[\d.]*%?(?=[还差就仍]))?[^,，。;；\d]{0,4}差|差\d[\d.]*个?百分点/
const OWN_SHARE = /完成|进度|推进|进展|总体|整体|办了|做了|干了/

const shareOf = (clauses: readonly Said[]): number | null => {
  const said = clauses.findLast(({ percent }) => percent !== null)
  const gap = clauses.some(({ text }) => GAP.test(text))
  return said === undefined || (gap && !OWN_SHARE.test(said.text)) ? null : said.percent
}

/** What several clauses about one task say together. */
export const claimOf = (clauses: readonly Said[]): Claim => {
  const request = clauses.find((clause) => clause.request !== null)?.request ?? null
  const states = clauses.map(({ state }) => state)
  return {
    percent: shareOf(clauses),
    // 因批复未到推迟: what has not come is the reason, not the task
    state: request === null ? (STRONGEST.find((state) => states.includes(state)) ?? null) : null,
    request,
    corrects: clauses.some(({ corrects }) => corrects),
    difficulty: clauses.some(({ difficulty }) => difficulty),
  }
}
