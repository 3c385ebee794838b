import { buildAliases } from './aliases.ts'
import { wholeStem } from './core-hits.ts'
import type { UnitDirectory, UnitMention } from './directory.ts'
import { readUnit, type UnitEntry } from './entries.ts'
import { foldName } from './folded.ts'
import { buildGuesser } from './guess.ts'
import { toMention, withoutOverlap } from './hit.ts'
import { withPlaces } from './place-hits.ts'
import { coveredBy, indexUnits } from './resolve.ts'
import { buildScanner } from './scan.ts'

/**
 * Builds the directory of the units of the ledgers at hand. Names are not stored one by one: a name in a text is read as
 * place, level and kind of body (`data/units.json`) and compared with the units read the same way.
 *
 * `places`: provinces and cities that the ledgers are of (吉林, 北京), where their titles tell; a body of another place is then
 * not taken for theirs.
 */
export const buildDirectory = (units: Iterable<string>, places: readonly string[] = []): UnitDirectory => {
  const names = [...new Set(units)].filter((unit) => foldName(unit).text !== '')
  const entries = names.map(readUnit)
  const index = indexUnits(entries, places)
  const scan = buildScanner(index, buildAliases(entries))
  const guess = buildGuesser(index, scan)
  // 赤岩 of 赤岩市人民政府 is a place as well
  const known = [
    ...new Set([...places, ...entries.flatMap(({ reading }) => (reading.place.length > 1 ? [reading.place] : []))]),
  ]
  const byName = new Map(entries.map((entry) => [entry.unit, entry]))
  const byBody = new Map<string, UnitEntry[]>()
  for (const entry of entries) byBody.set(entry.body, [...(byBody.get(entry.body) ?? []), entry])

  const find = (text: string): UnitMention[] => {
    const folded = foldName(text)
    const hits = scan(folded.text)
    const all = withPlaces(folded.text, withoutOverlap([...hits, ...guess(folded, hits)]), known)
    return all.map((hit) => toMention(text, folded, hit))
  }
  return {
    units: names,
    sameBody: (unit) => {
      const entry = byName.get(unit)
      return entry === undefined ? [unit] : (byBody.get(entry.body) as UnitEntry[]).map((same) => same.unit)
    },
    collectivesOf: (unit) => {
      const { reading, collective } = byName.get(unit) ?? readUnit(unit)
      if (collective !== null || reading.place === '') return []
      // 松桥街道办事处 has no level of its own
      const street = reading.core?.readings.some(({ kind }) => kind.id === 'subdistrict') === true
      const level = reading.level ?? (street ? '街道' : null)
      return level === null ? [] : coveredBy(index, level).map((candidate) => candidate.unit)
    },
    find,
    resolve: (name) => {
      const mentions = find(name)
      if (mentions.length > 0) return mentions.length === 1 ? (mentions[0] as UnitMention).candidates : []
      return wholeStem(index, foldName(name).text)?.candidates ?? []
    },
  }
}
