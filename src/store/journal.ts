import { wordingFailures } from './failures.ts'
import { type FileSystem, ifPresent } from './files.ts'
import { entryIn, journalLine, readWholeJournal } from './journal-format.ts'
import { journalTail } from './journal-tail.ts'
import type { JournalEntry, Store } from './store.ts'

/** The journal beside the store file, open for one writer. */
export type Journal = Pick<Store, 'append' | 'compact' | 'entries' | 'close'>

/** An entry in memory. Most are never asked for again, so it is read from its line when somebody asks. */
interface Kept {
  readonly kind: string
  /** With its line end; null where it came from the file and has not been written since. */
  line: string | null
  /** As a restart would read it, and out of reach of what the caller does with its object. */
  entry: JournalEntry | null
}

const lineOf = (kept: Kept): string => {
  kept.line ??= journalLine(kept.entry as JournalEntry)
  return kept.line
}

const entryOf = (kept: Kept): JournalEntry => {
  kept.entry ??= entryIn(kept.line as string)
  return kept.entry
}

interface Waiting {
  readonly kept: Kept
  readonly line: string
  resolve(): void
  reject(error: unknown): void
}

/**
 * Opens the journal at a path, which need not exist yet: replays it and mends its torn end.
 * @throws DubanError `store-damaged` where a line other than the last cannot be read, `store-unwritable`
 */
export const openJournal = async (path: string, files: FileSystem): Promise<Journal> => {
  const bytes = await wordingFailures('读取', path, () => ifPresent(files.read(path)))
  const replayed = readWholeJournal(path, bytes ?? Buffer.alloc(0))
  const tail = journalTail(path, files, {
    length: replayed.length,
    ragged: bytes !== null && bytes.length !== replayed.length,
    named: bytes !== null,
  })
  let all: Kept[] = replayed.entries.map((entry) => ({ kind: entry.kind, line: null, entry }))
  let views = new Map<string, readonly JournalEntry[]>()
  /** Those that wait for the next write; null where none is asked for yet. */
  let group: Waiting[] | null = null
  /** All work on the file stands in one queue, which never rejects. */
  let queue: Promise<void> = Promise.resolve()

  const flush = async (waiting: readonly Waiting[]): Promise<void> => {
    if (group === waiting) group = null
    try {
      await wordingFailures('写入', path, () => tail.add(waiting.map(({ line }) => line).join('')))
    } catch (error) {
      for (const { reject } of waiting) reject(error)
      return
    }
    for (const { kept, resolve } of waiting) {
      all.push(kept)
      views.delete(kept.kind)
      resolve()
    }
  }

  const compact = async (keep: (entry: JournalEntry) => boolean): Promise<void> => {
    const left = all.filter((kept) => keep(entryOf(kept)))
    if (left.length === all.length) return
    await wordingFailures('写入', path, () => tail.replace(left.map(lineOf).join('')))
    all = left
    views = new Map()
  }

  if (replayed.open) await wordingFailures('写入', path, () => tail.add('\n'))

  return {
    append: (entry) =>
      new Promise((resolve, reject) => {
        const line = journalLine(entry)
        const waiting = { kept: { kind: entry.kind, line, entry: null }, line, resolve, reject }
        if (group !== null) {
          group.push(waiting)
          return
        }
        const opened = [waiting]
        group = opened
        queue = queue.then(() => flush(opened))
      }),
    compact: (keep) => {
      // what is appended from now on comes after
      group = null
      const done = queue.then(() => compact(keep))
      queue = done.catch(() => undefined)
      return done
    },
    entries: (kind) => {
      const view = views.get(kind) ?? all.filter((kept) => kept.kind === kind).map(entryOf)
      views.set(kind, view)
      return view
    },
    close: async () => {
      await queue
      await tail.close()
    },
  }
}
