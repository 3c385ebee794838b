import type { Ledger, Task } from '../domain/index.ts'
import type { Snapshot } from '../store/store.ts'
import { fold } from '../text/fold.ts'
import { buildDirectory } from '../units/build-directory.ts'
import type { UnitDirectory } from '../units/directory.ts'
import { type NameTable, nameTable } from './names.ts'
import { type NumberReference, numberParts } from './number-reference.ts'
import { placesOfNumbers } from './numbered.ts'
import { TopicIndex } from './topic-index.ts'

interface Postings {
  /** Places of tasks in {@link LedgerIndex.tasks}, ascending. */
  lead: number[]
  cooperating: number[]
}

/** The ledgers at hand, ready to be asked: built once for each state of the store. */
export class LedgerIndex {
  readonly ledgers: readonly Ledger[]
  /** Tasks of the ledgers that are not archived. */
  readonly tasks: readonly Task[]
  readonly directory: UnitDirectory
  /** People and their offices, as the ledgers write them. */
  readonly people: NameTable
  private readonly units = new Map<string, Postings>()
  private readonly positions = new Map<string, number>()
  private parts: readonly (readonly number[])[] | undefined
  private topicIndex: TopicIndex | undefined

  constructor(snapshot: Snapshot) {
    this.ledgers = snapshot.ledgers.filter((ledger) => !ledger.archived)
    const active = new Set(this.ledgers.map((ledger) => ledger.id))
    this.tasks = snapshot.tasks.filter((task) => active.has(task.ledgerId))
    const people: [string, string][] = []
    for (const [place, task] of this.tasks.entries()) {
      this.positions.set(task.id, place)
      for (const unit of task.lead) this.postings(unit).lead.push(place)
      for (const unit of task.cooperating) this.postings(unit).cooperating.push(place)
      for (const { name, office } of task.contacts) {
        people.push([fold(name), name])
        if (office !== null) people.push([fold(office), office])
      }
    }
    this.directory = buildDirectory(this.units.keys())
    this.people = nameTable(people)
  }

  /** The full-text index, built when it is first asked for. */
  get topics(): TopicIndex {
    this.topicIndex ??= new TopicIndex(this.tasks)
    return this.topicIndex
  }

  /** Tasks in which a unit, as the ledgers write it, takes part. */
  ofUnit(unit: string): Readonly<Postings> {
    return this.units.get(unit) ?? { lead: [], cooperating: [] }
  }

  /** Whether a ledger names a unit. */
  hasUnit(ledgerId: string, unit: string): boolean {
    const { lead, cooperating } = this.ofUnit(unit)
    return [...lead, ...cooperating].some((place) => this.tasks[place]?.ledgerId === ledgerId)
  }

  /** Whether a ledger has a task of one of these numbers. */
  hasNumber(ledgerId: string, references: readonly NumberReference[]): boolean {
    return placesOfNumbers(references, this.numbers).some((place) => this.tasks[place]?.ledgerId === ledgerId)
  }

  /** Where a task stands in {@link tasks}. */
  placeOf(id: string): number | undefined {
    return this.positions.get(id)
  }

  ledgerOf(task: Task): Ledger | undefined {
    return this.ledgers.find((ledger) => ledger.id === task.ledgerId)
  }

  /** The numbers in each task's `no`, outside in. */
  get numbers(): readonly (readonly number[])[] {
    this.parts ??= this.tasks.map((task) => numberParts(task.no))
    return this.parts
  }

  private postings(unit: string): Postings {
    let postings = this.units.get(unit)
    if (!postings) {
      postings = { lead: [], cooperating: [] }
      this.units.set(unit, postings)
    }
    return postings
  }
}

const indexes = new WeakMap<Snapshot, LedgerIndex>()

/** The index of a state of the store; the same state is indexed once. */
export const indexOf = (snapshot: Snapshot): LedgerIndex => {
  let index = indexes.get(snapshot)
  if (!index) {
    index = new LedgerIndex(snapshot)
    indexes.set(snapshot, index)
  }
  return index
}
