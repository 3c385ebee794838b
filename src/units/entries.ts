import { type Collective, readCollective } from './collectives.ts'
import { foldName } from './folded.ts'
import { endFamily } from './kinds.ts'
import { isBranchBody, type NameReading, readName } from './read-name.ts'

/** A unit of the ledgers, read once. */
export interface UnitEntry {
  unit: string
  folded: string
  reading: NameReading
  /** Null for an ordinary body. */
  collective: Collective | null
  /** Whose members a collective is (市安委会成员单位), where it is one of members. */
  owner: NameReading | null
  /** Told apart by its place: 市生态环境局东山分局, 东山海事局. */
  branch: boolean
  /** Equal for names of one body: 省中医局, 省中医药局. */
  body: string
}

/**
 * What names of one body have in common: place, level, official name and ending. 教委 and 教育局 stay apart, since ledgers of
 * two cities may use one each.
 */
const bodyKey = (reading: NameReading): string => {
  const { place, level, core } = reading
  const named = core?.readings[0]
  if (named === undefined) return `=${reading.folded}`
  return `${place}/${level ?? ''}/${named.kind.id}/${named.variant}/${endFamily(named.end)}`
}

/** What follows the body whose members are meant. */
export const MEMBERS = /(?:各|相关|有关)*成员单位$/u

export const readUnit = (unit: string): UnitEntry => {
  const reading = readName(unit)
  const collective = readCollective(unit)
  const folded = foldName(unit).text
  const owned = collective === null ? null : MEMBERS.exec(folded)
  const owner = owned === null || owned.index === 0 ? null : readName(folded.slice(0, owned.index))
  const branch = collective === null && reading.place !== '' && reading.core?.readings.some(isBranchBody) === true
  const body = collective === null ? bodyKey(reading) : `=${folded}`
  return { unit, folded, reading, collective, owner, branch, body }
}
