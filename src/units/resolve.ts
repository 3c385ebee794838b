import type { MatchKind, UnitMention } from './directory.ts'
import type { UnitEntry } from './entries.ts'
import { endFamily, type KindReading } from './kinds.ts'
import type { Prefix } from './prefix.ts'
import { relatedKinds } from './relations.ts'
import { grammar, type Kind, type LevelClass } from './vocabulary.ts'

export type Candidates = UnitMention['candidates']

/** The units at hand, by what is looked up. */
export interface UnitIndex {
  entries: UnitEntry[]
  byKind: Map<string, UnitEntry[]>
  collectives: UnitEntry[]
  /** The level that most units are of. */
  ownLevel: string | null
  /** Places by which branches are told apart without a level: 东山 of 东山海事局. */
  branchPlaces: ReadonlySet<string>
  /** Every level that a unit of the ledgers is of. */
  levels: ReadonlySet<string>
  /** The sorts of level that units of the ledgers themselves are of, not only of the bodies above them. */
  ownClasses: ReadonlySet<LevelClass>
  /** Of which provinces and cities the ledgers are (吉林, 北京); empty where that is not known. */
  places: readonly string[]
}

const kindsOf = ({ reading }: UnitEntry): Kind[] => reading.core?.readings.map(({ kind }) => kind) ?? reading.merged

const commonest = (levels: (string | null)[]): string | null => {
  const counts = new Map<string, number>()
  for (const level of levels) if (level !== null) counts.set(level, (counts.get(level) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** Below this share of the units, bodies of a level are those above, beside or below the ledger's own. */
const OWN_SHARE = 0.2

const ownClassesOf = (entries: UnitEntry[]): Set<LevelClass> => {
  const counts = new Map<LevelClass, number>()
  for (const { reading } of entries)
    if (reading.levelClass !== null) counts.set(reading.levelClass, (counts.get(reading.levelClass) ?? 0) + 1)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return new Set([...counts].filter(([, count]) => count >= all * OWN_SHARE).map(([level]) => level))
}

export const indexUnits = (entries: UnitEntry[], places: readonly string[] = []): UnitIndex => {
  const byKind = new Map<string, UnitEntry[]>()
  for (const entry of entries)
    for (const kind of kindsOf(entry)) {
      if (entry.collective !== null) continue
      const same = byKind.get(kind.id)
      if (same === undefined) byKind.set(kind.id, [entry])
      else if (same.at(-1) !== entry) same.push(entry)
    }
  return {
    entries,
    byKind,
    places,
    branchPlaces: new Set(entries.filter(({ branch }) => branch).map(({ reading }) => reading.place)),
    levels: new Set(entries.flatMap(({ reading }) => reading.level ?? [])),
    ownClasses: ownClassesOf(entries),
    ownLevel: commonest(entries.map(({ reading }) => reading.level)),
    collectives: entries.filter(({ collective }) => collective !== null),
  }
}

/** The level that an ending by itself gives away: a 厅 is a province's, a 总局 the nation's. */
const impliedLevel = (end: string): 'nation' | 'province' | null => {
  const { provinceEnds, nationEnds } = grammar()
  if (provinceEnds.includes(end)) return 'province'
  return nationEnds.includes(end) ? 'nation' : null
}

/** 上海市教委 is not the 市教委 of a ledger of 北京. */
const isElsewhere = ({ place, levelClass }: Prefix, { places, ownClasses }: UnitIndex): boolean =>
  places.length > 0 &&
  place !== '' &&
  (levelClass === 'province' || levelClass === 'city' || (levelClass === 'county' && !POINTS.test(place))) &&
  ownClasses.has(levelClass) &&
  !places.some((known) => isPlaceOf(place, known))

/** 咱们区, 这个县, 有关县: what stands before a district need not be its name. */
const POINTS = /[们个这那哪本该全各每其别有无所相]|一下|请问|现在|目前|还是|[是在由和与及让叫找问查看给]/

const isPlaceOf = (asked: string, known: string): boolean => asked.endsWith(known) || known.endsWith(asked)

const BRANCH = /[分支][局行]$/u
const ABOVE = new Set<LevelClass | null>(['city', 'province', 'nation'])

/** 1 where level and place agree, 0.99 where one of them leaves the level out, 0 where they differ. */
const agreement = (asked: Prefix, end: string, entry: UnitEntry, levels: ReadonlySet<string>): number => {
  const { reading, branch } = entry
  const elsewhere = asked.place !== '' && reading.place !== '' && !isPlaceOf(asked.place, reading.place)
  // most units that are compared are of another place
  if (elsewhere && !branch) return 0
  // 省电力公司 is not the 东山供电公司 of a city's ledger
  if (branch && reading.level === null && asked.level !== null && !levels.has(asked.level)) return 0
  // 东山公安分局 is not the 公安局 of the city
  if (BRANCH.test(end) && asked.place !== '' && !branch && ABOVE.has(reading.levelClass)) return 0
  if (reading.levelClass === 'city' && branch && !BRANCH.test(end)) {
    // 东山县生态环境局 is the city's 东山分局, and so is what belongs to 清湾市
    if (asked.levelClass === 'city' && asked.level === reading.level) return 1
    if (asked.levelClass === 'county') return asked.place === '' || isPlaceOf(asked.place, reading.place) ? 0.97 : 0
  }
  if (elsewhere) return 0
  if (asked.level !== null && reading.level !== null) {
    if (asked.level === reading.level) return 1
    return asked.level === '区' && reading.level === '自治区' ? 0.98 : 0
  }
  if (asked.level === null) {
    const implied = impliedLevel(end)
    // 消防救援总队 is a province's, and a municipality's that calls its own so
    const theirs = reading.core?.readings.some((known) => known.end === end) === true
    if (implied !== null && !theirs && reading.levelClass !== null && reading.levelClass !== implied) return 0
    return 1
  }
  return asked.levelClass === 'nation' ? 0 : 0.99
}

const matchOf = (reading: KindReading, entry: UnitEntry): { score: number; match: MatchKind } | null => {
  const related = relatedKinds(reading.kind)
  if (entry.reading.merged.some(({ id }) => related.get(id)?.match === 'alias')) return { score: 0.9, match: 'alias' }
  let best: { score: number; match: MatchKind } | null = null
  for (const theirs of entry.reading.core?.readings ?? []) {
    const relation = related.get(theirs.kind.id)
    if (relation === undefined) continue
    const same = reading.kind === theirs.kind
    const variant = same && reading.variant === theirs.variant
    const end = variant && endFamily(reading.end) === endFamily(theirs.end)
    const score = same ? (end ? 0.98 : variant ? 0.95 : 0.93) : relation.score
    if (best === null || score > best.score) best = { score, match: relation.match }
  }
  return best
}

/** One name a body: of several spellings the one asked for, else the first of the ledgers. */
const oneABody = (found: (Candidates[number] & { entry: UnitEntry })[]): Candidates => {
  const bodies = new Set<string>()
  return found
    .filter(({ entry }) => !bodies.has(entry.body) && bodies.add(entry.body))
    .map(({ unit, kind, score }) => ({ unit, kind, score }))
}

const rounded = (score: number): number => {
  const thousandths = score * 1000
  return Number.isInteger(thousandths) ? thousandths / 1000 : Number(score.toFixed(3))
}

/** The units that a kind of body with a level and place can mean: only the best sort of match counts. */
export const resolveKinds = (index: UnitIndex, readings: KindReading[], prefix: Prefix): Candidates => {
  if (isElsewhere(prefix, index)) return []
  const found: (Candidates[number] & { entry: UnitEntry })[] = []
  for (const reading of readings)
    for (const id of relatedKinds(reading.kind).keys()) {
      const entries = index.byKind.get(id)
      if (entries === undefined) continue
      for (const entry of entries) {
        const agreed = agreement(prefix, reading.end, entry, index.levels)
        const match = agreed === 0 ? null : matchOf(reading, entry)
        if (match === null || found.some((other) => other.entry === entry)) continue
        found.push({ unit: entry.unit, kind: match.match, score: rounded(match.score * agreed), entry })
      }
    }
  if (found.length === 0) return covered(index, readings, prefix)
  const best = Math.max(...found.map(({ score }) => score))
  return oneABody(found.filter(({ score }) => score === best))
}

/** A district's own government where the ledger speaks of 各区政府. */
const covered = (index: UnitIndex, readings: KindReading[], { level, place }: Prefix): Candidates => {
  if (!readings.some(({ kind }) => kind.named === true)) return []
  if (level?.startsWith('各')) return collectivesFor(index, [level.slice(1)])
  // 市政府 in a ledger of the city is its own government, not one of 各县（市、区）政府
  if (level !== null) return place === '' && level === index.ownLevel ? [] : coveredBy(index, level)
  return coveredBy(index, readings.some(({ kind }) => kind.id === 'subdistrict') ? '街道' : '开发区')
}

const ZONES = ['开发区', '高新区', '经开区', '新区', '功能区', '园区']
const sameLevel = (a: string, b: string): boolean => a === b || (ZONES.includes(a) && ZONES.includes(b))

/** The collectives of the ledgers that cover places of a level. */
export const coveredBy = (index: UnitIndex, level: string): Candidates =>
  index.collectives
    .filter(({ collective }) => collective?.levels.some((one) => sameLevel(one, level)))
    .map(({ unit }) => ({ unit, kind: 'covered', score: 0.7 }))

/** The collective of the members of a body: 安全生产委员会成员单位. */
export const membersOf = (index: UnitIndex, readings: KindReading[]): Candidates =>
  index.collectives
    .filter(({ owner }) => owner?.core?.readings.some((theirs) => readings.some(({ kind }) => kind === theirs.kind)))
    .map(({ unit }) => ({ unit, kind: 'alias', score: 0.95 }))

/** The collectives that a collective in a text means: those of just these levels, else those that share one. */
export const collectivesFor = (index: UnitIndex, levels: string[]): Candidates => {
  const shared = index.collectives
    .map(({ unit, collective }) => {
      const theirs = collective?.levels ?? []
      const common = theirs.filter((one) => levels.includes(one)).length
      const same = common > 0 && common === theirs.length && common === levels.length
      return { unit, common, score: same ? 0.96 : 0.8 }
    })
    .filter(({ common }) => common > 0)
  const best = Math.max(0, ...shared.map(({ score }) => score))
  return shared.filter(({ score }) => score === best).map(({ unit, score }) => ({ unit, kind: 'alias', score }))
}
