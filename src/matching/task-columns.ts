import type { Task, TaskStatus } from '../domain/index.ts'

const PLAIN = /^\d{1,4}$/
const COUNTED = /^[1-9]\d{0,8}$/

const FINISHED: ReadonlySet<TaskStatus> = new Set(['done', 'closed'])
const HELD: ReadonlySet<TaskStatus> = new Set(['pending-review', 'suspended'])

const UNKNOWN = -1
const NOT_PLAIN = -2
const PLAIN_OTHERWISE = -3

/**
 * What lists compare of thousands of tasks, as numbers: to look into the tasks themselves takes fifty times as long.
 * Each column is filled in as it is asked for.
 */
export class TaskColumns {
  /** 1 for each task that is 办结 or 销号, be it that it has opened again since. */
  readonly finished: Uint8Array
  /** 1 for each task that is with the reviewer, or suspended. */
  readonly held: Uint8Array
  private readonly numbers: Int32Array
  private readonly headings: Int32Array
  private readonly headingNumbers = new Map<string | undefined, number>()
  private idList: readonly string[] | undefined
  private named: Uint8Array | undefined

  /** @param ledgers of each task the place of its ledger in a list of them. */
  constructor(
    private readonly tasks: readonly Task[],
    readonly ledgers: Int32Array,
  ) {
    this.finished = new Uint8Array(tasks.length)
    this.held = new Uint8Array(tasks.length)
    for (let place = 0; place < tasks.length; place++) {
      const { status } = tasks[place] as Task
      if (FINISHED.has(status)) this.finished[place] = 1
      else if (HELD.has(status)) this.held[place] = 1
    }
    this.numbers = new Int32Array(tasks.length).fill(UNKNOWN)
    this.headings = new Int32Array(tasks.length).fill(UNKNOWN)
  }

  get ids(): readonly string[] {
    this.idList ??= this.tasks.map(({ id }) => id)
    return this.idList
  }

  /** 1 for each task that names somebody to contact. */
  get contacts(): Uint8Array {
    if (this.named === undefined) {
      this.named = new Uint8Array(this.tasks.length)
      for (let place = 0; place < this.tasks.length; place++)
        if ((this.tasks[place] as Task).contacts.length > 0) this.named[place] = 1
    }
    return this.named
  }

  /** Whether a task's number is a plain 序号 of up to four digits. */
  hasPlainNumber(place: number): boolean {
    const number = this.numberAt(place)
    return number === PLAIN_OTHERWISE || (number > 0 && number < 10_000)
  }

  /** Whether a task's number is written just like a count from 1. */
  hasNumber(place: number, count: number): boolean {
    return this.numberAt(place) === count
  }

  /** Equal for tasks under the same innermost heading, and for those without any. */
  headingAt(place: number): number {
    let heading = this.headings[place] as number
    if (heading === UNKNOWN) {
      const text = this.tasks[place]?.path.at(-1)
      heading = this.headingNumbers.get(text) ?? this.headingNumbers.size
      this.headingNumbers.set(text, heading)
      this.headings[place] = heading
    }
    return heading
  }

  private numberAt(place: number): number {
    let number = this.numbers[place] as number
    if (number === UNKNOWN) {
      const { no } = this.tasks[place] as Task
      number = COUNTED.test(no) ? Number(no) : PLAIN.test(no) ? PLAIN_OTHERWISE : NOT_PLAIN
      this.numbers[place] = number
    }
    return number
  }
}
