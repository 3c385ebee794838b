import { setImmediate } from 'node:timers/promises'
import type { Day } from '../domain/index.ts'
import type { LedgerIndex } from './ledger-index.ts'

/** About a tenth of a second. */
const UNNOTICED = 40

/**
 * Has what is slow to build of an index built between the answers: above all the full-text index, a slice at a time, so
 * that other questions are answered in between.
 */
export class IndexBuilder {
  private until: AbortSignal | undefined
  private readonly begun = new WeakSet<LedgerIndex>()

  /**
   * @param onWait told, while a question waits, which share of the index is there, and 1 at the end.
   * @param unnoticed so many slices of work are over before anybody minds; nothing is told of them.
   */
  constructor(
    private readonly onWait: (share: number) => void = () => {},
    private readonly unnoticed = UNNOTICED,
  ) {}

  /** Resolves once questions about topics can be answered at once. */
  async wait(index: LedgerIndex): Promise<void> {
    let slices = 0
    for (let share = index.growTopics(); share < 1; share = index.growTopics()) {
      if (++slices > this.unnoticed) this.onWait(share)
      await setImmediate()
    }
    if (slices > this.unnoticed) this.onWait(1)
  }

  /** From now on completes every index that comes into use, until it is told to stop. */
  keepReady(until: AbortSignal): void {
    this.until = until
  }

  /** An index is in use, for a question of a day or for what may be asked. */
  async use(index: LedgerIndex, today: Day | null): Promise<void> {
    const { until } = this
    const isNew = !this.begun.has(index)
    if (until === undefined || (!isNew && (today === null || index.knowsStandings(today)))) return
    this.begun.add(index)
    // the question at hand goes first
    await setImmediate()
    if (until.aborted) return
    if (today !== null) index.standings(today)
    while (isNew && !until.aborted && index.growTopics() < 1) await setImmediate()
  }
}
