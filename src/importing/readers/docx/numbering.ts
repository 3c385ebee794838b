import { childOf, childrenOf, isOn, settingOf, type XmlElement } from '../xml.ts'
import { numeral } from './numerals.ts'

interface Level {
  format: string
  /** With %1 for the number of the outermost level, and so on. */
  text: string
  start: number
  /** All numbers in figures, whatever their own levels say. */
  figures: boolean
  /** The paragraph style whose paragraphs stand on this level. */
  style: string | undefined
}

interface List {
  /** Lists of the same kind go on counting where another left off. */
  kind: string
  levels: readonly Level[]
  /** Levels that this list begins anew. */
  restarts: ReadonlyMap<number, number>
}

/** Where a paragraph stands in a list. */
export interface ListPlace {
  list: string
  level: number | null
}

/** Numbers the paragraphs of a document in their order. */
export interface Numbering {
  /** The number that Word shows before a paragraph, with its punctuation; '' for a bullet. */
  next(place: ListPlace, style: string | undefined): string
}

const readLevels = (kind: XmlElement): Level[] => {
  const levels: Level[] = []
  for (const level of childrenOf(kind, 'lvl')) {
    levels[Number(level.attributes.ilvl ?? levels.length)] = {
      format: settingOf(level, 'numFmt') ?? 'decimal',
      text: settingOf(level, 'lvlText') ?? '',
      start: Number(settingOf(level, 'start') ?? 1),
      figures: isOn(level, 'isLgl'),
      style: settingOf(level, 'pStyle'),
    }
  }
  return levels
}

const readRestarts = (list: XmlElement): Map<number, number> =>
  new Map(
    childrenOf(list, 'lvlOverride').flatMap((override): [number, number][] => {
      const start = settingOf(override, 'startOverride')
      return start === undefined ? [] : [[Number(override.attributes.ilvl), Number(start)]]
    }),
  )

const readLists = (root: XmlElement | undefined): Map<string, List> => {
  const kinds = new Map(
    childrenOf(root, 'abstractNum').map((kind) => [kind.attributes.abstractNumId ?? '', readLevels(kind)]),
  )
  return new Map(
    childrenOf(root, 'num').map((list): [string, List] => {
      const kind = settingOf(list, 'abstractNumId') ?? ''
      return [list.attributes.numId ?? '', { kind, levels: kinds.get(kind) ?? [], restarts: readRestarts(list) }]
    }),
  )
}

const shown = (levels: readonly Level[], at: number, counts: readonly number[]): string => {
  const { text, figures, format } = levels[at] as Level
  if (format === 'bullet' || format === 'none') return ''
  return text.replace(/%(\d)/gu, (_, digit: string) => {
    const level = levels[Number(digit) - 1]
    return level ? numeral(counts[Number(digit) - 1] ?? level.start, figures ? 'decimal' : level.format) : ''
  })
}

/** The lists of `numbering.xml`; a document without that part has none. */
export const readNumbering = (root: XmlElement | undefined): Numbering => {
  const lists = readLists(root)
  const counts = new Map<string, number[]>()
  const begun = new Set<string>()
  return {
    next: ({ list: id, level: given }, style) => {
      const list = lists.get(id)
      const level =
        given ?? Math.max(0, list?.levels.findIndex((each) => each?.style === style && style !== undefined) ?? 0)
      const own = list?.levels[level]
      if (!list || !own) return ''
      const count = counts.get(list.kind) ?? []
      counts.set(list.kind, count)
      if (!begun.has(id)) {
        begun.add(id)
        for (const [at, start] of list.restarts) count[at] = start - 1
      }
      count[level] = (count[level] ?? own.start - 1) + 1
      count.length = level + 1
      return shown(list.levels, level, count)
    },
  }
}

/** The place in a list that a paragraph's or style's settings give; `list` '0' takes it out of one. */
export const listPlaceIn = (settings: XmlElement | undefined): ListPlace | null => {
  const place = childOf(settings, 'numPr')
  const list = settingOf(place, 'numId')
  if (list === undefined) return null
  const level = settingOf(place, 'ilvl')
  return { list, level: level === undefined ? null : Number(level) }
}
