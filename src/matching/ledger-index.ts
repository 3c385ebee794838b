import { type Day, isOverdue, type Ledger, type Task } from '../domain/index.ts'
import type { Snapshot } from '../store/store.ts'
import type { UnitDirectory } from '../units/directory.ts'
import { carryOver } from './carry-over.ts'
import { DayIndex } from './day-index.ts'
import type { NameTable } from './names.ts'
import type { NumberReference } from './number-reference.ts'
import { PartIndex } from './parts.ts'
import { PlaceSet } from './places.ts'
import { placesOfNames } from './places-of-names.ts'
import { TaskPostings, type UnitPostings } from './task-postings.ts'
import { TopicIndex } from './topic-index.ts'

/** The ledgers at hand, ready to be asked: built once for each state of the store. */
export class LedgerIndex {
  readonly ledgers: readonly Ledger[]
  /** Tasks of the ledgers that are not archived. */
  readonly tasks: readonly Task[]
  private readonly byId: ReadonlyMap<string, Ledger>
  private readonly postings: TaskPostings
  private dayIndex: DayIndex | undefined
  private topicIndex: TopicIndex | undefined
  private partIndex: PartIndex | undefined
  private overdueAsOf: { today: Day; tasks: PlaceSet } | undefined

  /** @param former the index of the state before, for what can be taken over from it. */
  constructor(snapshot: Snapshot, former?: LedgerIndex) {
    this.ledgers = snapshot.ledgers.filter((ledger) => !ledger.archived)
    this.byId = new Map(this.ledgers.map((ledger) => [ledger.id, ledger]))
    this.tasks = snapshot.tasks.filter((task) => this.byId.has(task.ledgerId))
    this.postings =
      carryOver(former?.postings, this.tasks, TaskPostings.FIELDS) ??
      new TaskPostings(this.tasks, placesOfNames(this.ledgers.map(({ name }) => name)))
    this.dayIndex = carryOver(former?.dayIndex, this.tasks, DayIndex.FIELDS)
    this.topicIndex = carryOver(former?.topicIndex, this.tasks, TopicIndex.FIELDS)
  }

  get directory(): UnitDirectory {
    return this.postings.directory
  }

  /** People and their offices, as the ledgers write them. */
  get people(): NameTable {
    return this.postings.people
  }

  /** Tasks by due day, built when a period is first asked for. */
  get days(): DayIndex {
    this.dayIndex ??= new DayIndex(this.tasks)
    return this.dayIndex
  }

  /** The full-text index, built when it is first asked for. */
  get topics(): TopicIndex {
    this.topicIndex ??= new TopicIndex(this.tasks)
    return this.topicIndex
  }

  /** The parts of the documents, told when one is first asked for. */
  get parts(): PartIndex {
    this.partIndex ??= new PartIndex(this.tasks)
    return this.partIndex
  }

  /** What is overdue: asked for with every list of dates, so it is reckoned once a day. */
  overdue(today: Day): PlaceSet {
    if (this.overdueAsOf?.today !== today) {
      const places = this.days.perhapsOverdue(today).filter((place) => isOverdue(this.tasks[place] as Task, today))
      this.overdueAsOf = { today, tasks: new PlaceSet(places, this.tasks.length) }
    }
    return this.overdueAsOf.tasks
  }

  /** Tasks in which a unit, as the ledgers write it, takes part. */
  ofUnit(unit: string): Readonly<UnitPostings> {
    return this.postings.ofUnit(unit)
  }

  /** Tasks of a person or an office, as the ledgers write them; a place may stand there twice. */
  ofPerson(name: string): readonly number[] {
    return this.postings.ofPerson(name)
  }

  /** Tasks that numbers mean, ascending. */
  ofNumbers(references: readonly NumberReference[]): number[] {
    return this.postings.numbers.ofReferences(references)
  }

  /** Whether a ledger names a unit. */
  hasUnit(ledgerId: string, unit: string): boolean {
    const { lead, cooperating } = this.ofUnit(unit)
    const here = (place: number): boolean => this.tasks[place]?.ledgerId === ledgerId
    return lead.some(here) || cooperating.some(here)
  }

  /** Whether a ledger has a task of one of these numbers. */
  hasNumber(ledgerId: string, references: readonly NumberReference[]): boolean {
    return this.ofNumbers(references).some((place) => this.tasks[place]?.ledgerId === ledgerId)
  }

  /** Whether a ledger has one of these parts. */
  hasPart(ledgerId: string, parts: readonly number[]): boolean {
    return this.tasks.some((task, place) => task.ledgerId === ledgerId && this.parts.isIn(place, parts))
  }

  /** Where a task stands in {@link tasks}. */
  placeOf(id: string): number | undefined {
    return this.postings.placeOf(id)
  }

  ledgerOf(task: Task): Ledger | undefined {
    return this.byId.get(task.ledgerId)
  }
}

const indexes = new WeakMap<Snapshot, LedgerIndex>()
let latest: LedgerIndex | undefined

/** The index of a state of the store; the same state is indexed once. */
export const indexOf = (snapshot: Snapshot): LedgerIndex => {
  let index = indexes.get(snapshot)
  if (!index) {
    index = new LedgerIndex(snapshot, latest)
    indexes.set(snapshot, index)
    latest = index
  }
  return index
}
