import { type Doubt, dayOf, type Ledger, type Task } from '../domain/index.ts'
import { DubanError } from '../errors.ts'
import type { Snapshot } from '../store/store.ts'
import type { ReadLedger } from './document.ts'
import type { DocumentValues } from './kept-edits.ts'
import { type LedgerMerge, ledgerOf, mergeLedger } from './merge-ledger.ts'

/** A file as it was read, before the store is asked. */
export interface ReadFile {
  /** Name of the file, without its folders. */
  file: string
  read: ReadLedger
}

/** What one file brings. */
export interface LedgerImport {
  file: string
  /** About the document as a whole; those about a task are with the task. */
  doubts: readonly Doubt[]
  /** Null where the document sets no tasks: then nothing is changed, not even a ledger of that title. */
  merge: LedgerMerge | null
}

/** A short name that no other ledger has: replies tell ledgers apart by it. */
const freeShort = (wanted: string, { id, year }: Ledger, ledgers: readonly Ledger[]): string => {
  const taken = new Set(ledgers.filter((ledger) => ledger.id !== id).map(({ short }) => short))
  if (!taken.has(wanted)) return wanted
  if (year !== null && !taken.has(`${wanted}${year}`)) return `${wanted}${year}`
  for (let n = 2; ; n++) if (!taken.has(`${wanted}${n}`)) return `${wanted}${n}`
}

const sameTasks = (a: readonly Task[], b: readonly Task[]): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The state with a ledger in its place, or behind the others where it is new; the same state where nothing differs. */
const withLedger = (state: Snapshot, { ledger, tasks }: LedgerMerge): Snapshot => {
  const place = state.ledgers.findIndex(({ id }) => id === ledger.id)
  if (place === -1) return { ...state, ledgers: [...state.ledgers, ledger], tasks: [...state.tasks, ...tasks] }
  const others = (task: Task): boolean => task.ledgerId !== ledger.id
  const before = state.tasks.filter((task) => !others(task))
  if (state.ledgers[place] === ledger && sameTasks(before, tasks)) return state
  const from = state.tasks.findIndex((task) => !others(task))
  const at = from === -1 ? state.tasks.length : from
  return {
    ...state,
    ledgers: state.ledgers.with(place, ledger),
    tasks: [...state.tasks.slice(0, at), ...tasks, ...state.tasks.slice(at).filter(others)],
  }
}

const refuseTwins = (files: readonly ReadFile[]): void => {
  for (const [index, { file, read }] of files.entries()) {
    const twin = files.slice(0, index).find((other) => ledgerOf(read, [{ name: other.read.name } as Ledger]))
    if (twin)
      throw new DubanError(
        'file-unsupported',
        `“${twin.file}”与“${file}”的标题都是《${read.name}》，后一份会取代前一份，没有导入；请修改标题或文件名后再导入`,
      )
  }
}

/**
 * Takes several files over into a state.
 * @param values what the documents said before of fields that messages have set, to be told beside them
 * @throws DubanError `file-unsupported` where two of them have one title: the later would replace the earlier.
 */
export const planImport = (
  state: Snapshot,
  files: readonly ReadFile[],
  now: Date,
  values?: DocumentValues,
): { state: Snapshot; imports: LedgerImport[] } => {
  refuseTwins(files)
  const context = { today: dayOf(now), now: now.toISOString(), ...(values ? { values } : {}) }
  let next = state
  const imports = files.map(({ file, read }): LedgerImport => {
    if (read.tasks.length === 0) return { file, doubts: read.doubts, merge: null }
    const ledger = ledgerOf(read, next.ledgers)
    const existing = ledger && { ledger, tasks: next.tasks.filter(({ ledgerId }) => ledgerId === ledger.id) }
    const merged = mergeLedger(existing ?? null, read, { ...context, file })
    const short = freeShort(merged.ledger.short, merged.ledger, next.ledgers)
    const merge = short === merged.ledger.short ? merged : { ...merged, ledger: { ...merged.ledger, short } }
    next = withLedger(next, merge)
    return { file, doubts: read.doubts, merge }
  })
  return { state: next, imports }
}
