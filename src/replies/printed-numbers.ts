import type { Task } from '../domain/index.ts'
import type { LedgerIndex } from '../matching/ledger-index.ts'
import { everyPlace, type Places } from '../matching/places.ts'

/** The one number printed before each row of a list. */
export interface Numbering {
  /** The ledger's own where all are plain 序号 of one ledger, else the position. */
  own: boolean
  at(row: number): string
}

const numberingAt = (places: Places, { columns, tasks }: LedgerIndex): Numbering => {
  const { ledgers } = columns
  const ledger = ledgers[places[0] as number]
  const own = everyPlace(places, (place) => ledgers[place] === ledger && columns.hasPlainNumber(place))
  return { own, at: (row) => (own ? (tasks[places[row] as number]?.no ?? '') : String(row + 1)) }
}

export const numbering = (tasks: readonly Task[], index: LedgerIndex): Numbering =>
  numberingAt(index.placesOf(tasks), index)

/** The row of a list of task ids that has a number printed before it, as its id. */
export const printedAs = (number: string, list: readonly string[], index: LedgerIndex): string | undefined => {
  const places = index.placesOfIds(list)
  const { at } = numberingAt(places, index)
  for (let row = 0; row < places.length; row++) if (at(row) === number) return index.tasks[places[row] as number]?.id
  return undefined
}
