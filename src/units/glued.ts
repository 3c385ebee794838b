import { collectiveAt } from './collectives.ts'
import { foldName } from './folded.ts'
import { readFolded } from './read-name.ts'
import { relatedKinds } from './relations.ts'
import { beginsLikeUnit, completeness } from './unit-like.ts'
import { grammar } from './vocabulary.ts'

/** What can only be the name of an undertaking, so that a name with a level may follow it at once. */
const UNDERTAKING = /(?:公司|集团|银行|[分支]行|[支大总]队|海关|分局)$/u

const PART = /^.{0,6}(?:分局|[支大中总]队|[分支]行|分公司|稽查局|督[导查察]室|研究室|科室|所|站|科|股)$/u

/** 县自然资源局城关所, 区政府教育督导室: a known body, then a part of it whose name says that it is one. */
const isPartOfBody = (name: string): boolean => {
  for (let cut = name.length - 2; cut >= 3; cut--)
    if (PART.test(name.slice(cut)) && !beginsLikeUnit(name.slice(cut)) && completeness(name.slice(0, cut)) === 'known')
      return true
  return false
}

const stateOf = (name: string): 'known' | 'like' | null => {
  const state = completeness(name)
  return state !== 'known' && isPartOfBody(name) ? 'known' : state
}

/** Whatever is longer is text and no list of names. */
const LONGEST = 200

const SUBORDINATE = /^.{0,6}(?:分局|支局|支队|大队|中队|分行|支行|分公司|分院|监管局|调查队|办公室|处|科|所|站|院区)$/u

/** 国家税务总局长春市税务局 is one: a national body, then its branch. */
const isBranch = (left: string, right: string): boolean => {
  if (completeness(left + right) === 'known') return true
  const above = readFolded(foldName(left).text)
  const below = readFolded(foldName(right).text)
  if (SUBORDINATE.test(right.replace(/^[^省市区县州旗]*[省市区县州旗]/u, '')))
    return below.level === null || below.place !== ''
  if (above.levelClass !== 'nation' && above.core?.readings.every(({ end }) => end !== '总局') !== false) return false
  return (
    above.core?.readings.some((a) => below.core?.readings.some((b) => relatedKinds(a.kind).has(b.kind.id))) === true
  )
}

/** 各县（市、区）人民政府, and not 各成员单位, which belong to the body before them. */
const isPlaces = (name: string): boolean => {
  const { text } = foldName(name)
  return collectiveAt(text, 0)?.to === text.length
}

/**
 * Cuts names that were written without anything between them: 市卫生计生委市人力社保局. A cut needs a known body on the left and,
 * on the right, one that begins with a level or is known as well; a name known as a whole is never cut.
 */
export const splitGlued = (name: string): string[] => {
  const each = name.indexOf('各', 3)
  if (each > 0 && isPlaces(name.slice(each)) && stateOf(name.slice(0, each)) === 'known')
    return [name.slice(0, each), ...splitGlued(name.slice(each))]
  if (name.length < 4 || name.length > LONGEST || /[(（]/u.test(name) || completeness(name) === 'known') return [name]
  for (let cut = 2; cut <= name.length - 2; cut++) {
    const [left, right] = [name.slice(0, cut), name.slice(cut)]
    const state = stateOf(left)
    if (state === null) continue
    const strong = beginsLikeUnit(right)
    if (state === 'like' && (!strong || !(beginsLikeUnit(left) || UNDERTAKING.test(left)))) continue
    // 县委组织部, 市政府办公室: a committee or a government by itself is not cut off from what belongs to it
    if (!strong && readFolded(foldName(left).text).core?.readings.every(({ kind }) => kind.after === 'level')) continue
    const rest = splitGlued(right)
    const first = stateOf(rest[0] as string)
    if (first === null || (first === 'like' && (!strong || state !== 'known')) || isBranch(left, rest[0] as string))
      continue
    return [left, ...rest]
  }
  return [name]
}

/** Cuts at 和, 及, 与, 以及, 会同 where both sides are bodies by themselves; 规划和自然资源局 stays whole. */
export const splitJoined = (name: string): string[] => {
  if (name.length > LONGEST || completeness(name) === 'known') return [name]
  const { joins } = grammar().cell
  for (let at = 1; at < name.length - 1; at++)
    for (const join of joins) {
      if (!name.startsWith(join, at)) continue
      const [left, right] = [name.slice(0, at), name.slice(at + join.length)]
      // 县委和政府 stand for one: a Party committee and the government beside it
      if (/党(?:工)?委$/u.test(left) && /^(?:人民)?政府$|^管委会$/u.test(right)) return [name]
      // 中国残联及各地区: 各 begins another one, whatever stands before it
      const begins = right.startsWith('各') && isOpenCollective(right)
      if (!begins && completeness(left) === null && !isOpenCollective(left)) continue
      const rest = splitJoined(right)
      if (completeness(rest[0] as string) === null && !isOpenCollective(rest[0] as string)) continue
      return [left, ...rest]
    }
  return [name]
}

const isOpenCollective = (name: string): boolean =>
  /^(?:各|全[省市区县州]|[省市区县州](?:[直级]|有关|相关)|国务院|相关|有关).*(?:部门|单位|政府|街道|乡镇|企业|地区|[省市区县州旗])(?:（[^（）]*）)?$/u.test(
    name,
  )
