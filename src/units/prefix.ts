import { anyCharacter, type CharacterTest } from '../text/characters.ts'
import { grammar, type LevelClass } from './vocabulary.ts'
import { endingIn, type WordFinder } from './word-lists.ts'

/** What stands before a body's own name: 北京市西城区 is place 西城 at level 区. */
export interface Prefix {
  from: number
  /** 省, 市, 自治州 …; null where the name has none. With 各 before it (各区教育局) it is `各区`. */
  level: string | null
  levelClass: LevelClass | null
  /** The proper name before the level, as far as it can be told; '' where there is none. */
  place: string
}

interface Vocabulary {
  levelEnding: WordFinder
  classes: Map<string, LevelClass>
  placeEnding: WordFinder
  isBoundary: CharacterTest
  isAfterName: CharacterTest
  notPlaces: Set<string>
  placeEnds: Set<string>
}

let vocabulary: Vocabulary | undefined

const words = (): Vocabulary => {
  if (vocabulary === undefined) {
    const { levels, places, boundaries, afterName, notPlaces, placeEnds } = grammar()
    const classes = (Object.entries(levels) as [LevelClass, string[]][]).flatMap(([of, list]) =>
      list.map((word): [string, LevelClass] => [word, of]),
    )
    vocabulary = {
      levelEnding: endingIn(classes.map(([word]) => word)),
      classes: new Map(classes),
      placeEnding: endingIn(places.split(' ')),
      isBoundary: anyCharacter(boundaries),
      isAfterName: anyCharacter(afterName),
      notPlaces: new Set(notPlaces),
      placeEnds: new Set(placeEnds),
    }
  }
  return vocabulary
}

/** The characters with which levels end. */
export const levelEnds = (): string[] => [...words().classes.keys()].map((level) => level.slice(-1))

/** The level word that ends at `to`, if any. */
export const levelBefore = (text: string, to: number): [string, LevelClass] | null => {
  const { levelEnding, classes } = words()
  const level = levelEnding(text, to)
  return level === null ? null : [level, classes.get(level) as LevelClass]
}

// beyond the ends of a text there is nothing that is Chinese
export const isChinese = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 0x4e00 && code <= 0x9fff
}

/** Whether a name can begin at a place: at the beginning, after what is not Chinese, and after 的, 和, 请 … */
export const isBoundary = (text: string, at: number): boolean =>
  !isChinese(text, at - 1) || words().isBoundary(text, at - 1)

/** Whether a name can end at a place: at the end, before what is not Chinese, and before 的, 和, 要, 负 … */
export const mayFollow = (text: string, at: number): boolean => !isChinese(text, at) || words().isAfterName(text, at)

/** 督促, 推进: what stands before a name and is no part of it. */
export const isVerb = (word: string): boolean => words().notPlaces.has(word)

/** The known place that a text begins with: 浙江 of 浙江营商环境任务. */
export const knownPlaceAt = (text: string): string | null => {
  for (let length = 2; length <= LONGEST_PLACE; length++)
    if (knownPlaceBefore(text.slice(0, length), length)?.length === length) return text.slice(0, length)
  return null
}

const knownPlaceBefore = (text: string, to: number): string | null => words().placeEnding(text, to)

// words that end like a level and are none; the second only by themselves, since 盐城市 and 青山区 are places
const NOT_LEVEL = /(?:[超门股]市|[社小辖灾校厂病战禁盲误]区|地)$/u
const NOT_LEVEL_ALONE = /(?:[城都上楼集菜闹]市|[山库郊片街牧林景园营院专]区)$/u

const isLevel = (text: string, to: number): boolean => {
  const word = text.slice(Math.max(0, to - 2), to)
  const alone = isBoundary(text, to - 2) || levelBefore(text, to - 2) !== null
  return !NOT_LEVEL.test(word) && !(alone && NOT_LEVEL_ALONE.test(word))
}

/** Where a proper name before `to` begins: a known place, else what goes back to a word that ends a phrase. */
export const placeStart = (text: string, to: number, longest = 4): number => {
  const known = knownPlaceBefore(text, to)
  if (known !== null) return to - known.length
  let from = to
  // 海州区: the last character of a place may look like a level
  while (
    from > 0 &&
    to - from < longest &&
    !isBoundary(text, from) &&
    (from === to || levelBefore(text, from) === null)
  )
    from--
  const bounded = from === 0 || isBoundary(text, from) || levelBefore(text, from) !== null
  // 依托西城区: the verb before a place is none of it
  if (to - from === 4 && words().notPlaces.has(text.slice(from, from + 2))) from += 2
  const place = text.slice(from, to)
  // 沛县, 忠县: one character only before 县
  const proper = place.length > 1 || (place !== '' && text[to] === '县' && levelBefore(place, 1) === null)
  return bounded && proper && !words().notPlaces.has(place) ? from : to
}

const SHORTEST_PLACE = 2
const LONGEST_PLACE = 3

/** Whether a word that is none of the known places looks like one: short, and ending in 山, 溪, 州 … */
export const looksLikePlace = (word: string): boolean =>
  word.length >= SHORTEST_PLACE &&
  word.length <= LONGEST_PLACE &&
  words().placeEnds.has(word.slice(-1)) &&
  !words().notPlaces.has(word)

/**
 * In running text the word before 市 or 省 is a place only if it is or looks like one (绑定市医保局); a district's name may be
 * anything.
 */
const startOfPlace = (text: string, to: number, [level, of]: [string, LevelClass], loose: boolean): number => {
  // 黔东南苗族侗族自治州
  const from = placeStart(text, to, level.startsWith('自治') ? 12 : 4)
  if (!loose || of === 'county' || of === 'town' || level.startsWith('自治')) return from
  const known = knownPlaceBefore(text, to)
  if (known !== null) return to - known.length
  const unknown = placeStart(text, to, LONGEST_PLACE)
  return looksLikePlace(text.slice(unknown, to)) ? unknown : to
}

const endsLink = anyCharacter('面边里级属直的个那这')
const LINK = /(?:里面|里边|里|级|本级|直属|直)?(?:的|那个|这个|那|这)?$/u

/**
 * Level and place that end at `to`. In running text (`loose`) words may stand between: 省里的, 市级.
 */
export const prefixBefore = (text: string, to: number, loose: boolean): Prefix => {
  let end = to
  let level = levelBefore(text, end)
  if (level === null && loose && endsLink(text, to - 1)) {
    const link = LINK.exec(text.slice(Math.max(0, to - 5), to))?.[0].length ?? 0
    if (link > 0) {
      level = levelBefore(text, to - link)
      if (level !== null) end = to - link
    }
  }
  if (level !== null && level[0].length === 1 && !isLevel(text, end)) level = null
  if (level === null) {
    const place = knownPlaceBefore(text, to)
    return { from: to - (place?.length ?? 0), level: null, levelClass: null, place: place ?? '' }
  }
  const start = end - level[0].length
  const each = text[start - 1]
  if (each === '各') return { from: start - 1, level: `各${level[0]}`, levelClass: level[1], place: '' }
  if (each === '全' || each === '本' || each === '我' || each === '该')
    return { from: each === '全' ? start : start - 1, level: level[0], levelClass: level[1], place: '' }
  const placeFrom = startOfPlace(text, start, level, loose)
  let from = placeFrom
  // 北京市西城区: the outer place says nothing more
  if (placeFrom < start) {
    const outer = levelBefore(text, placeFrom)
    if (outer !== null) {
      const before = placeFrom - outer[0].length
      from = placeStart(text, before)
    }
  }
  return { from, level: level[0], levelClass: level[1], place: text.slice(placeFrom, start) }
}
