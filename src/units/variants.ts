import { readUnit, type UnitEntry } from './entries.ts'
import { endFamily } from './kinds.ts'

/** Names of one ledger that seem to mean one body. */
export interface UnitVariants {
  /** In the order of the ledger. */
  units: string[]
  /**
   * `short-form`: spellings of one name (省中医局, 省中医药局); `ending`: 信访办 and 信访局; `renamed`: a name from before a reform
   * beside its successor (卫生计生委, 卫生健康委).
   */
  reason: 'short-form' | 'ending' | 'renamed'
}

const samePlace = (a: UnitEntry, b: UnitEntry): boolean =>
  a.reading.level === b.reading.level && a.reading.place === b.reading.place

const GENERIC_END = /(?:办公室|办|中心|秘书处|公司|集团|指挥部|领导小组|委员会|局|处|院)$/u

const isShortFor = (short: string, long: string): boolean => {
  const [end, theirs] = [GENERIC_END.exec(short)?.[0], GENERIC_END.exec(long)?.[0]]
  if (end === undefined || theirs === undefined || endFamily(end) !== endFamily(theirs)) return false
  const stem = short.slice(0, -end.length)
  const rest = long.slice(0, -theirs.length)
  if (stem.length < 2 || stem.length >= rest.length || stem[0] !== rest[0]) return false
  let at = 0
  for (const character of rest) if (character === stem[at]) at++
  return at === stem.length
}

const reasonOf = (a: UnitEntry, b: UnitEntry): UnitVariants['reason'] | null => {
  if (a.collective !== null || b.collective !== null) return null
  if (a.body === b.body) return 'short-form'
  if (!samePlace(a, b)) return null
  const [one, other] = [a.reading.core?.readings[0], b.reading.core?.readings[0]]
  if (one === undefined || other === undefined) {
    const generic = one === other
    return generic && (isShortFor(a.reading.body, b.reading.body) || isShortFor(b.reading.body, a.reading.body))
      ? 'short-form'
      : null
  }
  if (one.kind === other.kind) return one.variant === other.variant && one.kind.named !== true ? 'ending' : null
  return one.kind.was?.includes(other.kind.id) || other.kind.was?.includes(one.kind.id) ? 'renamed' : null
}

/** Bodies that a ledger seems to call by two names: doubts for whoever imports it, not facts. */
export const unitVariants = (units: Iterable<string>): UnitVariants[] => {
  const entries = [...new Set(units)].map(readUnit)
  const groups: (UnitVariants & { entries: UnitEntry[] })[] = []
  for (const [i, entry] of entries.entries())
    for (const other of entries.slice(i + 1)) {
      const reason = reasonOf(entry, other)
      if (reason === null) continue
      const group = groups.find((known) => known.reason === reason && known.entries.includes(entry))
      if (group === undefined) groups.push({ units: [entry.unit, other.unit], reason, entries: [entry, other] })
      else if (!group.entries.includes(other)) {
        group.units.push(other.unit)
        group.entries.push(other)
      }
    }
  return groups.map(({ units: names, reason }) => ({ units: names, reason }))
}
