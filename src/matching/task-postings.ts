import type { Task } from '../domain/index.ts'
import { fold } from '../text/fold.ts'
import { buildDirectory } from '../units/build-directory.ts'
import type { UnitDirectory } from '../units/directory.ts'
import { type NameTable, nameTable } from './names.ts'
import { NumberList } from './number-list.ts'
import { NumberIndex } from './numbered.ts'
import type { Places } from './places.ts'
import { Postings } from './postings.ts'

/** Places of tasks, ascending; a task that names a unit twice stands there twice. */
export interface UnitPostings {
  lead: Places
  cooperating: Places
}

const NONE: UnitPostings = { lead: [], cooperating: [] }

/** Tasks by who does them, who speaks for them and what number they have: what no report of progress changes. */
export class TaskPostings {
  /** What of a task is indexed here. */
  static readonly FIELDS = ['id', 'no', 'lead', 'cooperating', 'contacts'] as const
  readonly directory: UnitDirectory
  /** People and their offices, as the ledgers write them. */
  readonly people: NameTable
  /** Units in the order in which the ledgers first name them. */
  private readonly units = new Map<string, number>()
  private readonly lead: UnitColumn
  private readonly cooperating: UnitColumn
  private readonly contacts = new Map<string, number[]>()
  private positions: Map<string, number> | undefined
  private numberIndex: NumberIndex | undefined

  /** @param places that the ledgers are of: bodies of other places are then not taken for theirs. */
  constructor(
    readonly tasks: readonly Task[],
    places: readonly string[],
  ) {
    this.lead = new UnitColumn(tasks.length)
    this.cooperating = new UnitColumn(tasks.length)
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
    for (let place = 0; place < tasks.length; place++) {
      const task = tasks[place] as Task
      this.lead.add(place, task.lead, this.units)
      this.cooperating.add(place, task.cooperating, this.units)
      for (const { name, office } of task.contacts) {
        addName(name, place)
        if (office !== null) addName(office, place)
      }
    }
    this.directory = buildDirectory(this.units.keys(), places)
    this.people = nameTable(names)
  }

  /** Tasks in which a unit, as the ledgers write it, takes part. */
  ofUnit(unit: string): UnitPostings {
    const number = this.units.get(unit)
    if (number === undefined) return NONE
    const size = this.units.size
    return { lead: this.lead.placesOf(number, size), cooperating: this.cooperating.placesOf(number, size) }
  }

  /** Tasks of a person or an office; a place may stand there twice. */
  ofPerson(name: string): readonly number[] {
    return this.contacts.get(name) ?? []
  }

  /** Where a task stands; looked up in a table that is made when it is first asked for. */
  placeOf(id: string): number | undefined {
    this.positions ??= new Map(this.tasks.map((task, place) => [task.id, place]))
    return this.positions.get(id)
  }

  /** Made when a number is first asked for. */
  get numbers(): NumberIndex {
    this.numberIndex ??= new NumberIndex(this.tasks.map((task) => task.no))
    return this.numberIndex
  }

  /** How often some tasks name each unit, in the order in which they first name it. */
  countUnits(places: Places): UnitTally[] {
    const counts: (UnitTally | undefined)[] = []
    const names = [...this.units.keys()]
    const inOrder: UnitTally[] = []
    const countOf = (unit: number): UnitTally => {
      const known = counts[unit]
      if (known !== undefined) return known
      const made = { unit: names[unit] as string, lead: 0, all: 0 }
      counts[unit] = made
      inOrder.push(made)
      return made
    }
    for (let i = 0; i < places.length; i++) {
      const place = places[i] as number
      this.lead.each(place, (unit) => {
        const count = countOf(unit)
        count.lead++
        count.all++
      })
      this.cooperating.each(place, (unit) => {
        countOf(unit).all++
      })
    }
    return inOrder
  }

  /** The same of all tasks, in their order. */
  countAllUnits(): UnitTally[] {
    return Array.from(this.units.keys(), (unit) => {
      const { lead, cooperating } = this.ofUnit(unit)
      return { unit, lead: lead.length, all: lead.length + cooperating.length }
    })
  }
}

export interface UnitTally {
  unit: string
  /** In how many tasks it leads, and in how many it takes part. */
  lead: number
  all: number
}

/** One column of units, as numbers. */
class UnitColumn {
  private readonly numbers = new NumberList()
  private readonly ends: Int32Array
  private postings: Postings | undefined

  constructor(tasks: number) {
    this.ends = new Int32Array(tasks)
  }

  /** Numbers units as they come; tasks are added in their order. */
  add(place: number, names: readonly string[], units: Map<string, number>): void {
    for (let i = 0; i < names.length; i++) {
      const name = names[i] as string
      let number = units.get(name)
      if (number === undefined) {
        number = units.size
        units.set(name, number)
      }
      this.numbers.push(number)
    }
    this.ends[place] = this.numbers.length
  }

  each(place: number, visit: (unit: number) => void): void {
    const from = place === 0 ? 0 : (this.ends[place - 1] as number)
    for (let i = from; i < (this.ends[place] as number); i++) visit(this.numbers.at(i))
  }

  placesOf(unit: number, units: number): Places {
    this.postings ??= new Postings(this.numbers.toArray(), this.ends, units)
    return this.postings.of(unit)
  }
}
