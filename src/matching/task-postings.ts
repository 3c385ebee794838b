import type { Task } from '../domain/index.ts'
import { fold } from '../text/fold.ts'
import { buildDirectory } from '../units/build-directory.ts'
import type { UnitDirectory } from '../units/directory.ts'
import { type NameTable, nameTable } from './names.ts'
import { NumberIndex } from './numbered.ts'

export interface UnitPostings {
  /** Places of tasks, ascending. */
  lead: number[]
  cooperating: number[]
}

const NONE: Readonly<UnitPostings> = { lead: [], cooperating: [] }

/** Tasks by who does them, who speaks for them and what number they have: what no report of progress changes. */
export class TaskPostings {
  /** What of a task is indexed here. */
  static readonly FIELDS = ['id', 'no', 'lead', 'cooperating', 'contacts'] as const
  readonly directory: UnitDirectory
  /** People and their offices, as the ledgers write them. */
  readonly people: NameTable
  private readonly units = new Map<string, UnitPostings>()
  private readonly contacts = new Map<string, number[]>()
  private readonly positions = new Map<string, number>()
  private numberIndex: NumberIndex | undefined

  /** @param places that the ledgers are of: bodies of other places are then not taken for theirs. */
  constructor(
    readonly tasks: readonly Task[],
    places: readonly string[],
  ) {
    const names = new Map<string, string>()
    const folded = new Map<string, string>()
    const addName = (name: string, place: number): void => {
      let key = folded.get(name)
      if (key === undefined) {
        key = fold(name)
        folded.set(name, key)
        this.contacts.set(name, [])
      }
      names.set(key, name)
      this.contacts.get(name)?.push(place)
    }
    for (const [place, task] of tasks.entries()) {
      this.positions.set(task.id, place)
      for (const unit of task.lead) this.postings(unit).lead.push(place)
      for (const unit of task.cooperating) this.postings(unit).cooperating.push(place)
      for (const { name, office } of task.contacts) {
        addName(name, place)
        if (office !== null) addName(office, place)
      }
    }
    this.directory = buildDirectory(this.units.keys(), places)
    this.people = nameTable(names)
  }

  /** Tasks in which a unit, as the ledgers write it, takes part. */
  ofUnit(unit: string): Readonly<UnitPostings> {
    return this.units.get(unit) ?? NONE
  }

  /** Tasks of a person or an office; a place may stand there twice. */
  ofPerson(name: string): readonly number[] {
    return this.contacts.get(name) ?? []
  }

  /** Where a task stands. */
  placeOf(id: string): number | undefined {
    return this.positions.get(id)
  }

  /** Made when a number is first asked for. */
  get numbers(): NumberIndex {
    this.numberIndex ??= new NumberIndex(this.tasks.map((task) => task.no))
    return this.numberIndex
  }

  private postings(unit: string): UnitPostings {
    let postings = this.units.get(unit)
    if (!postings) {
      postings = { lead: [], cooperating: [] }
      this.units.set(unit, postings)
    }
    return postings
  }
}
