import { anyCharacter } from '../text/characters.ts'
import { foldName } from './folded.ts'
import { type Core, coreAt, type KindReading, mergedKinds } from './kinds.ts'
import { levelBefore, type Prefix, prefixBefore } from './prefix.ts'
import type { Kind } from './vocabulary.ts'

/** A unit's name taken apart. */
export interface NameReading extends Prefix {
  /** The name as it is compared. */
  folded: string
  /** The name without level and place. */
  body: string
  /** What kind of body it is, where the data knows it. */
  core: Core | null
  /** For a body that unites several kinds in one place (自然资源和林业局), those kinds. */
  merged: Kind[]
}

const BRACKETS = /[(（][^()（）]*[)）]/gu
const OWNER = /(?:党工委|党委|工委|委|人民政府|政府)$/u
const endsOwner = anyCharacter('委府')
const PARTY = /^(?:党工委|党委|工委|委|人民政府|政府)(?=.)/u
/** Endings of branches, which are told apart by a place without a level: 东山公安分局, 天津保监局. */
const BRANCH = /(?:分局|监管局|支局|分行|支行)$/u
const BRANCH_OF = /^(.{2,}?(?:总局|局|委员会|会|银行))([^局]{1,8}?)(分局|监管局|监管分局|分行|支行|中心支行)$/u
/** 国家税务总局长春市税务局: what it is a branch of says nothing more. */
const NATIONAL =
  /^(?:国家|中国).{2,10}?(?:总局|委员会|会|局)(?=.{3,}[局队]$)|^(?:国网|南网|(?:国家|南方)电网(?:有限)?公司)(?=.{3,}公司$|.{3,}局$)/u

const BODY = /(?:[联协]|.{2}[局委厅办])$/u
const beginsWithBody = (place: string): boolean => {
  const core = place.length < 2 ? null : coreAt(place, 0)
  return core !== null && BODY.test(place.slice(0, core.to))
}

// 市教委区政府 is two names: what stands before a level is a place only if it is no body itself
const isPlace = (place: string): boolean =>
  !/^(?:国网|南网|国家|中国|南方电网)/u.test(place) &&
  (!/(?:局|委|厅|办|处|部|政府|中心|会|队|室|所|站|行|公司|集团)$/u.test(place) ||
    (place.length < 3 && !/^(?:[局委厅办]|[分支]行|[分支]局|[支大中总]队|公司|集团)$/u.test(place))) &&
  // 县妇联团县委, 市教育局团市委: two names
  !beginsWithBody(place)

/**
 * Level and place before a core. The party committee or government that it belongs to (市委组织部, 市政府外事办) says
 * nothing more and is passed over.
 */
export const prefixOfCore = (text: string, from: number, loose: boolean): Prefix => {
  const prefix = prefixBefore(text, from, loose)
  if (prefix.level !== null || !endsOwner(text, from - 1)) return prefix
  const owner = OWNER.exec(text.slice(Math.max(0, from - 4), from))?.[0].length ?? 0
  if (owner === 0) return prefix
  const owned = prefixBefore(text, from - owner, loose)
  return owned.level === null ? prefix : owned
}

/** One of many of its kind, with a name before it that may be anything. */
export const isNamed = ({ kind }: KindReading): boolean => kind.named === true && kind.after === undefined

/** Told apart by a place without a level: 东山公安分局, 东山海事局. */
export const isBranchBody = ({ kind, end }: KindReading): boolean => kind.branch === true || BRANCH.test(end)

// 药事管理委员会 is a committee, 高新区管理委员会 governs a place
const GOVERNS = /^管(?:理委员会|委会)$/u
const AREA = /[区园山湖城港岛滩镇]$/u

/** Whether a name without a level can stand before such a core. */
export const canStandBefore = (place: string, body: string): boolean =>
  isPlace(place) && (!GOVERNS.test(body) || AREA.test(place))

/** A name told apart by its place alone, without a level. */
export const placeOnly = (place: string, from = 0): Prefix => ({ from, level: null, levelClass: null, place })

/** 青溪 of 青溪县, as branches are named after both. */
export const properPlace = (place: string): string => {
  const level = place.length > 2 ? levelBefore(place, place.length) : null
  return level === null ? place : place.slice(0, -level[0].length)
}

const readBranch = (folded: string): NameReading | null => {
  const above = NATIONAL.exec(folded)?.[0]
  if (above !== undefined) {
    const below = readFolded(folded.slice(above.length))
    if (below.core !== null) return { ...below, folded }
  }
  const [, body, place, end] = BRANCH_OF.exec(folded) ?? []
  if (body === undefined || place === undefined || end === undefined) return null
  const named = readFolded(body)
  const whole = named.core === null ? readFolded(body.replace(/^(?:中国|国家)/u, '')) : named
  if (whole.core === null) return null
  const readings = whole.core.readings.map((reading) => ({ ...reading, end }))
  const level = whole.levelClass === 'nation' ? { level: null, levelClass: null } : {}
  return { ...whole, ...level, place: properPlace(place), folded, core: { ...whole.core, readings } }
}

const nameOf = (prefix: Prefix, folded: string, body: string, core: Core | null, merged: Kind[]): NameReading => ({
  from: prefix.from,
  level: prefix.level,
  levelClass: prefix.levelClass,
  place: prefix.place,
  folded,
  body,
  core,
  merged,
})

/** Reads a folded name from its end: the core must reach to it, what stands before must be level and place. */
export const readFolded = (folded: string): NameReading => {
  for (let from = 0; from < folded.length; from++) {
    const core = coreAt(folded, from)
    if (core === null || core.to !== folded.length) continue
    const body = folded.slice(from)
    const prefix = prefixOfCore(folded, from, false)
    if (prefix.from === 0 && isPlace(prefix.place)) return nameOf(prefix, folded, body, core, [])
    // 鼓楼街道办, 长白山管委会: told apart by a name that may be anything
    const place = folded.slice(0, from)
    // 市公安局市 and 消防救援支队 are two names
    const named =
      core.readings.some(isNamed) || (core.readings.some(isBranchBody) && !/[局委厅办府]|^[省市区县州旗]/u.test(place))
    if (named && from <= 8 && canStandBefore(place, body)) return nameOf(placeOnly(place), folded, body, core, [])
  }
  const branch = readBranch(folded)
  if (branch !== null) return branch
  // unknown body: the level may only stand at the very front, or after a place
  for (let to = Math.min(folded.length - 2, 12); to > 0; to--) {
    const prefix = prefixBefore(folded, to, false)
    if (prefix.from !== 0 || prefix.level === null || !isPlace(prefix.place)) continue
    const body = folded.slice(to).replace(PARTY, '')
    return nameOf(prefix, folded, body, null, mergedKinds(body) ?? [])
  }
  return nameOf(placeOnly(''), folded, folded, null, mergedKinds(folded) ?? [])
}

/** A unit's name as written in a ledger, taken apart; brackets are left out where a name stands before them. */
export const readName = (name: string): NameReading => {
  const { text } = foldName(name)
  const bare = text.replace(BRACKETS, '')
  return readFolded(bare === '' ? text : bare)
}
