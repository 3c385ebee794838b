import { type Day, isFinished, type Ledger, type Task } from '../domain/index.ts'
import type { Snapshot } from '../store/store.ts'
import type { UnitDirectory } from '../units/directory.ts'
import { carryOver } from './carry-over.ts'
import { DayIndex } from './day-index.ts'
import type { NameTable } from './names.ts'
import type { NumberReference } from './number-reference.ts'
import { PartIndex } from './parts.ts'
import { everyPlace, type Places, placesWhere, valuesAt } from './places.ts'
import { placesOfNames } from './places-of-names.ts'
import { finish, type SlicedWork } from './sliced-work.ts'
import { Standings } from './standings.ts'
import { TaskColumns } from './task-columns.ts'
import { TaskPostings, type UnitPostings, type UnitTally } from './task-postings.ts'
import { TopicIndex } from './topic-index.ts'

/** Days of which it is remembered how the tasks stand: people in conversation may be at different ones. */
const DAYS_KEPT = 4

/** The ledgers at hand, ready to be asked: built once for each state of the store. */
export class LedgerIndex {
  readonly ledgers: readonly Ledger[]
  /** Tasks of the ledgers that are not archived. */
  readonly tasks: readonly Task[]
  private readonly byId: ReadonlyMap<string, number>
  /** Of each task, the place of its ledger in {@link ledgers}. */
  private readonly ledgerOfTask: Int32Array
  private readonly postings: TaskPostings
  private dayIndex: DayIndex | undefined
  private topicIndex: TopicIndex | undefined
  private partIndex: PartIndex | undefined
  private topicsBegun: SlicedWork<TopicIndex> | undefined
  private columnsMade: TaskColumns | undefined
  private finishedAsOf: { today: Day; finished: Uint8Array } | undefined
  private readonly standingsByDay = new Map<Day, Standings>()
  /** Where lists that were handed out came from: to look thousands of tasks up again costs more than to find them. */
  private readonly handedOut = new WeakMap<readonly (Task | string)[], Places>()

  /** @param former the index of the state before, for what can be taken over from it. */
  constructor(snapshot: Snapshot, former?: LedgerIndex) {
    this.ledgers = snapshot.ledgers.filter((ledger) => !ledger.archived)
    this.byId = new Map(this.ledgers.map((ledger, place) => [ledger.id, place]))
    const { tasks, ledgers } = withLedgers(snapshot.tasks, this.byId)
    this.tasks = tasks
    this.ledgerOfTask = ledgers
    this.handedOut.set(
      tasks,
      ledgers.map((_, place) => place),
    )
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

  /** The full-text index; what is not built of it yet is built when it is asked for. */
  get topics(): TopicIndex {
    this.topicIndex ??= finish(this.topicWork())
    return this.topicIndex
  }

  /** The parts of the documents, told when one is first asked for. */
  get parts(): PartIndex {
    this.partIndex ??= new PartIndex(this.tasks)
    return this.partIndex
  }

  get hasTopics(): boolean {
    return this.topicIndex !== undefined
  }

  /** Builds a slice of the full-text index, a few milliseconds of work. Gives the share that is built, 1 once it is whole. */
  growTopics(): number {
    if (this.topicIndex !== undefined) return 1
    const step = this.topicWork().next()
    if (!step.done) return step.value
    this.topicIndex = step.value
    return 1
  }

  private topicWork(): SlicedWork<TopicIndex> {
    this.topicsBegun ??= TopicIndex.build(this.tasks)
    return this.topicsBegun
  }

  /** What lists compare of tasks. */
  get columns(): TaskColumns {
    this.columnsMade ??= new TaskColumns(this.tasks, this.ledgerOfTask)
    return this.columnsMade
  }

  /** 1 for each task that is finished on a day: recurring work opens again. */
  finishedOn(today: Day): Uint8Array {
    if (this.finishedAsOf?.today === today) return this.finishedAsOf.finished
    const stored = this.columns.finished
    let finished = stored
    for (let place = 0; place < stored.length; place++) {
      if (stored[place] === 0 || isFinished(this.tasks[place] as Task, today)) continue
      if (finished === stored) finished = stored.slice()
      finished[place] = 0
    }
    this.finishedAsOf = { today, finished }
    return finished
  }

  /** How the tasks stand on a day: asked for with every list of dates, so it is reckoned once. */
  standings(today: Day): Standings {
    let standings = this.standingsByDay.get(today)
    if (standings === undefined) {
      const { held } = this.columns
      const settled = this.finishedOn(today).map((finished, place) => finished | (held[place] as number))
      standings = new Standings(this.tasks, this.days, settled, today)
      if (this.standingsByDay.size >= DAYS_KEPT) this.standingsByDay.clear()
      this.standingsByDay.set(today, standings)
    }
    return standings
  }

  /** Whether it has been reckoned already how the tasks stand on a day. */
  knowsStandings(today: Day): boolean {
    return this.standingsByDay.has(today)
  }

  /** Tasks in which a unit, as the ledgers write it, takes part. */
  ofUnit(unit: string): UnitPostings {
    return this.postings.ofUnit(unit)
  }

  /** How often some tasks name each unit, in the order in which they first name it. */
  countUnits(tasks: readonly Task[]): UnitTally[] {
    return tasks === this.tasks ? this.postings.countAllUnits() : this.postings.countUnits(this.placesOf(tasks))
  }

  /** Tasks of a person or an office, as the ledgers write them; a place may stand there twice. */
  ofPerson(name: string): readonly number[] {
    return this.postings.ofPerson(name)
  }

  /** Tasks that numbers mean, ascending. */
  ofNumbers(references: readonly NumberReference[]): Places {
    return this.postings.numbers.ofReferences(references)
  }

  /** Whether a ledger names a unit. */
  hasUnit(ledgerId: string, unit: string): boolean {
    const { lead, cooperating } = this.ofUnit(unit)
    return this.anyOf(ledgerId, lead) || this.anyOf(ledgerId, cooperating)
  }

  /** Whether a ledger has a task of one of these numbers. */
  hasNumber(ledgerId: string, references: readonly NumberReference[]): boolean {
    return this.anyOf(ledgerId, this.ofNumbers(references))
  }

  /** Whether a ledger has one of these parts. */
  hasPart(ledgerId: string, parts: readonly number[]): boolean {
    return this.tasks.some((task, place) => task.ledgerId === ledgerId && this.parts.isIn(place, parts))
  }

  /** Where a task stands in {@link tasks}. */
  placeOf(id: string): number | undefined {
    return this.postings.placeOf(id)
  }

  /** Where tasks stand, in their order; those that are not here are left out. */
  placesOf(tasks: readonly Task[]): Places {
    return this.handedOut.get(tasks) ?? tasks.flatMap(({ id }) => this.placeOf(id) ?? [])
  }

  /** The same by id. */
  placesOfIds(ids: readonly string[]): Places {
    return this.handedOut.get(ids) ?? ids.flatMap((id) => this.placeOf(id) ?? [])
  }

  /** The tasks at some places, in that order. */
  tasksAt(places: Places): Task[] {
    const tasks = valuesAt(places, this.tasks)
    this.handedOut.set(tasks, places)
    return tasks
  }

  /** The ids of tasks, in their order. */
  idsOf(tasks: readonly Task[]): readonly string[] {
    const places = this.handedOut.get(tasks)
    if (places === undefined) return tasks.map(({ id }) => id)
    const known = this.columns.ids
    const ids = tasks === this.tasks ? known : valuesAt(places, known)
    this.handedOut.set(ids, places)
    return ids
  }

  /** Whether tasks are known to name nobody to contact. False also of tasks that are not from here. */
  nameNobody(tasks: readonly Task[]): boolean {
    const places = this.handedOut.get(tasks)
    if (places === undefined) return false
    const { contacts } = this.columns
    return everyPlace(places, (place) => contacts[place] === 0)
  }

  /** The places of the tasks of some ledgers, ascending. */
  ofLedgers(ids: readonly string[]): Places {
    const wanted = Uint8Array.from(this.ledgers, ({ id }) => Number(ids.includes(id)))
    const { ledgerOfTask } = this
    return placesWhere(this.tasks.length, (place) => wanted[ledgerOfTask[place] as number] === 1)
  }

  /** How many tasks a ledger has. */
  countOf(ledgerId: string): number {
    return this.ofLedgers([ledgerId]).length
  }

  /** The ledgers that some tasks are of. */
  ledgersOf(tasks: readonly Task[]): Ledger[] {
    const places = this.placesOf(tasks)
    const found = new Set<number>()
    for (let i = 0; i < places.length; i++) found.add(this.ledgerOfTask[places[i] as number] as number)
    return this.ledgers.filter((_, place) => found.has(place))
  }

  ledgerOf(task: Task): Ledger | undefined {
    return this.ledgers[this.byId.get(task.ledgerId) ?? -1]
  }

  private anyOf(ledgerId: string, places: Places): boolean {
    const ledger = this.byId.get(ledgerId)
    for (let i = 0; i < places.length; i++) if (this.ledgerOfTask[places[i] as number] === ledger) return true
    return false
  }
}

/** The tasks whose ledger is at hand, and the place of that ledger. */
const withLedgers = (
  tasks: readonly Task[],
  ledgers: ReadonlyMap<string, number>,
): { tasks: readonly Task[]; ledgers: Int32Array } => {
  const places = new Int32Array(tasks.length)
  let count = 0
  // the tasks of a ledger stand together
  let [last, ledger]: [string | null, number] = [null, NOT_HERE]
  for (let i = 0; i < tasks.length; i++) {
    const { ledgerId } = tasks[i] as Task
    if (ledgerId !== last) {
      last = ledgerId
      ledger = ledgers.get(last) ?? NOT_HERE
    }
    places[i] = ledger
    if (ledger !== NOT_HERE) count++
  }
  if (count === tasks.length) return { tasks, ledgers: places }
  return {
    tasks: tasks.filter((_, i) => places[i] !== NOT_HERE),
    ledgers: places.filter((place) => place !== NOT_HERE),
  }
}

const NOT_HERE = -1

/** Indexes of which it is remembered what they were made of: groups may see different ledgers. */
const FORMERS_KEPT = 4

const indexes = new WeakMap<Snapshot, LedgerIndex>()
/** The last index by the ids of its ledgers. */
const formers = new Map<string, LedgerIndex>()

/** The index of a state of the store; the same state is indexed once. */
export const indexOf = (snapshot: Snapshot): LedgerIndex => {
  const known = indexes.get(snapshot)
  if (known) return known
  const key = JSON.stringify(snapshot.ledgers.map(({ id }) => id))
  const index = new LedgerIndex(snapshot, formers.get(key))
  indexes.set(snapshot, index)
  // the map keeps the order of use: the first is the one longest out of use
  formers.delete(key)
  formers.set(key, index)
  if (formers.size > FORMERS_KEPT) formers.delete(formers.keys().next().value as string)
  return index
}
