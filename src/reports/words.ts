import { dataFile } from '../data.ts'

/** Kinds of cue words in a report; `data/reports.json` lists the words as regular expressions. */
const CUES = [
  'done',
  'whole',
  'delivered',
  'partly',
  'underway',
  'started',
  'negation',
  'impossible',
  'planned',
  'conditional',
  'noNews',
  'part',
  'stage',
  'extension',
  'transfer',
  'suspension',
  'resumption',
  'correction',
  'difficulty',
  'opening',
  'orders',
  'talk',
  'indicator',
  'measured',
] as const

export type ReportCue = (typeof CUES)[number]

const words = dataFile<Record<ReportCue, string[]>>('reports.json')

const longestFirst = (list: readonly string[]): string =>
  `(?:${list.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|')})`

let sources: Readonly<Record<ReportCue, string>> | undefined

/** The source of a kind's pattern, to build others from. */
export const cueSource = (cue: ReportCue): string => {
  sources ??= Object.fromEntries(CUES.map((name) => [name, longestFirst(words()[name])])) as Record<ReportCue, string>
  return sources[cue]
}

const patterns = new Map<string, RegExp>()

/** A pattern of cue words: `cuePattern('^', 'opening', '[:：]?')` puts the words of `opening` between the two. */
export const cuePattern = (before: string, cue: ReportCue, after = ''): RegExp => {
  const key = `${before} ${cue} ${after}`
  const known = patterns.get(key) ?? new RegExp(before + cueSource(cue) + after)
  patterns.set(key, known)
  return known
}

const everywhere = new Map<string, RegExp>()

/** {@link cuePattern} to go through all its places with `matchAll`. */
export const cuePlaces = (before: string, cue: ReportCue, after = ''): RegExp => {
  const key = `${before} ${cue} ${after}`
  const known = everywhere.get(key) ?? new RegExp(before + cueSource(cue) + after, 'g')
  everywhere.set(key, known)
  return known
}
