import { collectiveAt } from './collectives.ts'
import { type Hit, isAskedAbout, type Prospect, settled } from './hit.ts'
import type { KindReading } from './kinds.ts'
import { isBoundary, levelBefore, prefixBefore } from './prefix.ts'
import { collectivesFor, resolveKinds, type UnitIndex } from './resolve.ts'
import { grammar, kinds } from './vocabulary.ts'
import { startsWithAny } from './word-lists.ts'

let government: KindReading[] | undefined

const asGovernment = (): KindReading[] => {
  government ??= kinds()
    .filter(({ id }) => id === 'government')
    .map((kind) => ({ kind, variant: 0, stem: '政府', end: '' }))
  return government
}

// what is said in one word of many, where it does something: 区县要干什么, 乡镇有几项
const WITHOUT_EACH =
  /(?:设区的?市|地级?市|市州|州市|盟市|市县|县市(?!区)|县市区|区县|县区|旗县区?|镇街|街镇|乡镇|街道|[区县市镇乡](?:里|上)(?:头|面|边)?)(?:人民政府|政府)?/uy
// 市里有哪些要求 asks what those above want
const DOES_SOMETHING =
  /(?:这边|那边)?都?(?:有(?:什么|啥|哪些|几[项条件个]|多少[项条件个]?)?(?:任务|事|活)|(?<![里上])有(?!关|序|效)|要(?!求|点)|需|应|该|得|负责|承担|参与|参加|配合|牵头|落实|涉及|不(?:参与|参加|涉及|牵头|配合|负责)|没有?(?:参与|参加|任务|份)|的(?:任务|工作|事|活|[有是呢吗]|$)|呢|$)/uy

/** With what 各区 and words for many begin. */
export const COLLECTIVE_STARTS = '各设市盟县区旗镇街乡'

const wordForMany = (index: UnitIndex, text: string, from: number): Prospect | null => {
  if (index.collectives.length === 0 || !isBoundary(text, from)) return null
  WITHOUT_EACH.lastIndex = from
  const word = WITHOUT_EACH.exec(text)?.[0]
  if (word === undefined) return null
  const to = from + word.length
  const { bareContext, actorContext } = grammar()
  DOES_SOMETHING.lastIndex = to
  if (
    startsWithAny(text, to, actorContext) === null &&
    startsWithAny(text, to, bareContext) === null &&
    !DOES_SOMETHING.test(text)
  )
    return null
  const found = collectiveAt(`各${word}`, 0)
  const candidates = found === null ? [] : collectivesFor(index, found.levels)
  return candidates.length === 0 ? null : settled({ from, to, candidates })
}

/** 各区, 各县（市、区）政府 under whatever form the ledgers use. */
export const collectiveProspect = (index: UnitIndex, text: string, from: number): Prospect | null => {
  if (text[from] !== '各') return wordForMany(index, text, from)
  let found = collectiveAt(text, from)
  // 各区和市财政局: the second level belongs to the next name
  if (found !== null && !found.official && !isAskedAbout(text, found.to)) {
    const cut = /[和及、,/][^和及、,/]*$/u.exec(text.slice(from, found.to))
    found = cut === null ? null : collectiveAt(text.slice(0, from + cut.index), from)
  }
  if (found === null || (!found.official && !isAskedAbout(text, found.to))) return null
  const candidates = collectivesFor(index, found.levels)
  if (candidates.length === 0 && !found.official) return null
  return settled({ from, to: found.to, candidates })
}

/** A place that stands for its government (东城区有哪些任务), where the ledgers have that or 各区政府. */
export const placeProspect = (index: UnitIndex, text: string, to: number): Prospect | null => {
  const level = levelBefore(text, to)
  if (level === null || level[1] === 'nation' || !isAskedAbout(text, to)) return null
  const prefix = prefixBefore(text, to, false)
  if (prefix.place === '' || prefix.place.length > 3 || prefix.level === null) return null
  const { from } = prefix
  const settle = (): Hit | null => {
    const candidates = resolveKinds(index, asGovernment(), prefix)
    return candidates.length === 0 ? null : { from, to, candidates }
  }
  return { from, to, settle, exact: false }
}

/** Takes the ledgers' own places into the names that they stand before: 东山 + 省商务厅, 东山省 + 西河 + 市财政局. */
export const withPlaces = (text: string, hits: Hit[], places: readonly string[]): Hit[] =>
  places.length === 0
    ? hits
    : hits.map((hit, i) => {
        const least = hits[i - 1]?.to ?? 0
        let from = hit.from
        for (let more = true; more; ) {
          const level = from === hit.from ? null : levelBefore(text, from)
          const to = from - (level?.[0].length ?? 0)
          const place = places.find((one) => one !== '' && text.endsWith(one, to))
          more = place !== undefined && to - place.length >= least
          if (more) from = to - (place as string).length
        }
        return from === hit.from ? hit : { ...hit, from }
      })
