import type { Task } from '../domain/index.ts'
import { type ListScope, type OrderedGroup, orderByDue } from '../matching/due-order.ts'
import type { LedgerIndex } from '../matching/ledger-index.ts'
import { everyPlace, type Places } from '../matching/places.ts'
import { type Numbering, numbering } from './printed-numbers.ts'
import { type Row, rowMaker } from './task-row.ts'
import { titleOf } from './task-title.ts'

/** Rows that stand under one heading. */
export interface Group extends OrderedGroup {
  heading: string
}

/** Tasks in the order in which they are listed; only the rows that are shown are put into words. */
export class TaskListing {
  readonly tasks: readonly Task[]
  /** Whether there are rows of more than one ledger. */
  readonly severalLedgers: boolean
  private readonly places: Places
  private readonly ordered: readonly OrderedGroup[]
  private readonly rowOf: (task: Task) => Row
  private readonly numbers: Numbering

  /** By date; tasks of one date in the order in which they are given. */
  constructor(
    tasks: readonly Task[],
    scope: ListScope,
    private readonly index: LedgerIndex,
  ) {
    const { places, groups } = orderByDue(index.placesOf(tasks), scope, index)
    this.places = places
    this.ordered = groups
    this.tasks = index.tasksAt(places)
    this.rowOf = rowMaker(scope)
    this.numbers = numbering(this.tasks, index)
    const { ledgers } = index.columns
    this.severalLedgers = !everyPlace(places, (place) => ledgers[place] === ledgers[places[0] as number])
  }

  rowAt(row: number): Row {
    return this.rowOf(this.tasks[row] as Task)
  }

  get groupCount(): number {
    return this.ordered.length
  }

  /** The first so many groups. */
  groups(most: number): Group[] {
    return this.ordered.slice(0, most).map(({ from, to }) => ({ from, to, heading: this.rowAt(from).group }))
  }

  /** How many rows stand in the group of one. */
  groupSizeAt(row: number): number {
    const group = this.ordered.find(({ to }) => to > row)
    return group === undefined ? 0 : group.to - group.from
  }

  /** The number printed before a row. */
  numberAt(row: number): string {
    return this.numbers.at(row)
  }

  /** Whether every row is printed with the number that it has in its ledger. */
  get printsOwnNumbers(): boolean {
    const { columns } = this.index
    return this.numbers.own || everyPlace(this.places, (place, row) => columns.hasNumber(place, row + 1))
  }

  /** The short name of a row's ledger. */
  ledgerAt(row: number): string {
    return this.index.ledgerOf(this.tasks[row] as Task)?.short ?? ''
  }

  /** What a row is called. */
  titleAt(row: number, width?: number): string {
    const { columns } = this.index
    const own = this.places[row] as number
    const alone = (): boolean =>
      everyPlace(this.places, (place) => place === own || columns.headingAt(place) !== columns.headingAt(own))
    return titleOf(this.tasks[row] as Task, alone, width)
  }
}
