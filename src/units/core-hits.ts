import { type Hit, isAskedAbout, type Prospect, settled } from './hit.ts'
import { bareStemAt, type Core, coreAt, type KindReading } from './kinds.ts'
import { isBoundary, looksLikePlace, type Prefix, placeStart } from './prefix.ts'
import { canStandBefore, isBranchBody, isNamed, placeOnly, prefixOfCore, properPlace } from './read-name.ts'
import { membersOf, resolveKinds, type UnitIndex } from './resolve.ts'
import { grammar } from './vocabulary.ts'
import { startsWithAny } from './word-lists.ts'

/** Level and place before a core; before 街道办事处, 管委会 and 海事局 a name without a level. */
const corePrefix = (index: UnitIndex, text: string, core: Core): Prefix => {
  const prefix = prefixOfCore(text, core.from, true)
  if (prefix.from < core.from) return prefix
  const from = placeStart(text, core.from)
  const place = text.slice(from, core.from)
  if (core.readings.every(isBranchBody))
    return looksLikePlace(place) || index.branchPlaces.has(place) ? placeOnly(place, from) : prefix
  if (!core.readings.every(isNamed)) return prefix
  return canStandBefore(place, text.slice(core.from, core.to)) ? placeOnly(place, from) : prefix
}

const GROUP = /(?:领导小组|指挥部|专班)$/u

const BRANCH_TAIL = /^([\u4e00-\u9fff]{2,6}?)(监管分局|监管局|分局|支局|中心支行|分行|支行|分公司)/u

/** 市生态环境局 + 东山分局: a branch that its place tells apart, or null where something else follows. */
const branchHit = (index: UnitIndex, text: string, core: Core, usable: KindReading[], prefix: Prefix): Hit | null => {
  const [tail, place, end] = BRANCH_TAIL.exec(text.slice(core.to, core.to + 10)) ?? []
  if (tail === undefined || place === undefined || end === undefined) return null
  if ([...place].some((character) => grammar().innerStops.includes(character)) || coreAt(text, core.to) !== null)
    return null
  // 市教育局 + 市场监管局 are two
  if (end === '监管局' && usable.some(({ kind }) => kind.ends !== 'regulator')) return null
  const readings = usable.map((reading) => ({ ...reading, end }))
  // of what place and level the body above is, says nothing about its branch
  const candidates = resolveKinds(index, readings, placeOnly(properPlace(place)))
  const nation = /(?:中国|国家)$/u.exec(text.slice(0, prefix.from))?.[0].length ?? 0
  return { from: prefix.from - nation, to: core.to + tail.length, candidates }
}

/** A whole name of a kind of body that begins at a place, with the level and place before it. */
const coreProspect = (index: UnitIndex, text: string, core: Core): Prospect | null => {
  const prefix = corePrefix(index, text, core)
  const alone = prefix.from === core.from
  const bounded = isBoundary(text, core.from)
  const usable = core.readings.filter(({ kind }) => !alone || kind.after === undefined)
  if (usable.length === 0 || (alone && !bounded && core.to - core.from < 3)) return null
  const members = /^(?:各|相关|有关)*成员单位/u.exec(text.slice(core.to, core.to + 8))?.[0].length ?? 0
  const theirs = members > 0 ? membersOf(index, usable) : []
  if (theirs.length > 0) return settled({ from: prefix.from, to: core.to + members, candidates: theirs })
  const branch = branchHit(index, text, core, usable, prefix)
  if (branch !== null) return settled(branch)
  const settle = (): Hit | null => {
    const candidates = resolveKinds(index, usable, prefix)
    if (!isSaidOfBody(text, core, usable, { alone, bounded, known: candidates.length > 0 })) return null
    return { from: prefix.from, to: core.to, candidates, weak: alone && !bounded }
  }
  return { from: prefix.from, to: core.to, settle, exact: false }
}

/** Whether the words around a name say that a body is meant, as far as the name does not say so itself. */
const isSaidOfBody = (
  text: string,
  core: Core,
  usable: KindReading[],
  { alone, bounded, known }: { alone: boolean; bounded: boolean; known: boolean },
): boolean => {
  const asked = isAskedAbout(text, core.to)
  if (alone && usable.every(isNamed) && !(known && asked)) return false
  // 海关监管, 法院系统: so short a name is asked about, or it is part of another word
  if (alone && core.to - core.from < 3 && !asked) return false
  if (!known && alone && !(bounded && asked)) return false
  // a party committee or a government by itself is asked about, or it is part of a phrase (市委办理)
  if (!known && !asked && usable.every(({ kind }) => kind.after === 'level')) return false
  // the group itself is a topic too (医改领导小组成员调整), and its office is another body
  return asked || !GROUP.test(text.slice(core.from, core.to))
}

/** 那边, 部门, 口: words that belong to the name; 牵头, 配合 do not. */
const IN_NAME = /^(?:那|这)(?:边|儿|头)|部门$|^口|条线$/u
// 人口, 口岸, 配合力度
const NOT_CONTEXT = /^口[岸腔径号服头罩粮]|^(?:配合|协办|主办)(?:力度|机制|方)/u

/** Groups and offices for one task are called by the task itself (整改, 禁毒). */
const FOR_A_TASK = new Set(['group', 'headquarters', 'committee-office', 'office', 'chamber', 'centre', 'enforcement'])
const isOrgan = ({ kind }: KindReading): boolean => !FOR_A_TASK.has(kind.ends ?? 'organ')

/** 消防牵头住建配合: one body's part ends where the next is named. */
const ROLE_BEFORE = /(?:牵头|主办|配合|协办|负责|参加|有份)$/u

/** A stem without an ending is a topic (医保支付方式) unless the words around make it a body (医保那边, 发改有几项). */
const bareProspect = (index: UnitIndex, text: string, core: Core): Prospect | null => {
  const { bareContext, freeContext, actorContext } = grammar()
  const prefix = prefixOfCore(text, core.from, true)
  if (!isBoundary(text, prefix.from) && !ROLE_BEFORE.test(text.slice(Math.max(0, prefix.from - 3), prefix.from)))
    return null
  const word = NOT_CONTEXT.test(text.slice(core.to, core.to + 4)) ? null : startsWithAny(text, core.to, bareContext)
  const level = prefix.level !== null && text[prefix.from - 1] !== '全' && !/^[我本该]/u.test(text.slice(prefix.from))
  const free = level || core.readings.some(({ kind, stem }) => kind.bare?.includes(stem) === true)
  const loose = core.to === text.length || startsWithAny(text, core.to, freeContext) !== null
  const acts = core.readings.some(isOrgan) && startsWithAny(text, core.to, actorContext) !== null
  if (word === null && !(free && loose) && !acts) return null
  const { from } = prefix
  const to = core.to + (word !== null && IN_NAME.test(word) ? word.length : 0)
  const settle = (): Hit | null => {
    const candidates = resolveKinds(index, core.readings, prefix)
    return candidates.length === 0 && word === null ? null : { from, to, candidates }
  }
  return { from, to, settle, exact: false }
}

/** Either of the two that begins at `from`. */
export const kindProspect = (index: UnitIndex, text: string, from: number): Prospect | null => {
  const core = coreAt(text, from)
  if (core !== null) return coreProspect(index, text, core)
  const bare = bareStemAt(text, from)
  return bare === null ? null : bareProspect(index, text, bare)
}

/** Bare stems named together with a name that is sure: 医保 in 医保和财政局共同的. */
export const joinedStems = (index: UnitIndex, text: string, hits: Hit[]): Hit[] => {
  const found: Hit[] = []
  for (const hit of hits) {
    let next = hit.from
    while (next > 2 && grammar().joinsOfNames.includes(text[next - 1] as string)) {
      const stem = stemEndingAt(index, text, next - 1)
      if (stem === null || hits.some(({ from, to }) => stem.from < to && from < stem.to)) break
      found.push(stem)
      next = stem.from
    }
  }
  return found
}

const stemEndingAt = (index: UnitIndex, text: string, to: number): Hit | null => {
  for (let from = to - 2; from >= Math.max(0, to - 8); from--) {
    const bare = bareStemAt(text, from)
    if (bare?.to !== to) continue
    const prefix = prefixOfCore(text, from, true)
    if (!isBoundary(text, prefix.from)) continue
    const candidates = resolveKinds(index, bare.readings, prefix)
    return candidates.length === 0 ? null : { from: prefix.from, to, candidates }
  }
  return null
}

/** A stem that is the whole of an answer (医保, 市发改): to 哪个单位 nothing else is meant by it. */
export const wholeStem = (index: UnitIndex, text: string): Hit | null => {
  for (let from = 0; from < text.length; from++) {
    const bare = bareStemAt(text, from)
    if (bare?.to !== text.length) continue
    const prefix = prefixOfCore(text, from, false)
    if (prefix.from === 0) return { from: 0, to: text.length, candidates: resolveKinds(index, bare.readings, prefix) }
  }
  return null
}
