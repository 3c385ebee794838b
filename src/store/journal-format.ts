import { createHash } from 'node:crypto'
import { damaged } from './failures.ts'
import type { JournalEntry } from './store.ts'

/** A journal as read from its file. */
export interface JournalText {
  readonly entries: readonly JournalEntry[]
  /** Bytes from the start that hold whole lines; what follows is the torn rest of a line that was never acknowledged. */
  readonly length: number
  /** The last whole line lacks its line end. */
  readonly open: boolean
  /** Numbers of the lines that cannot be read although others follow, counted from 1. */
  readonly damagedLines: readonly number[]
}

const CHECK = /,"check":"([0-9a-f]{16})"}$/

const checkOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** One line, with its line end: the entry as JSON, closed by a check on all that stands before it. */
export const journalLine = ({ kind, at, body }: JournalEntry): string => {
  const text = JSON.stringify({ kind, at, body }).slice(0, -1)
  return `${text},"check":"${checkOf(text)}"}\n`
}

/** The entry of a line that we have written. */
export const entryIn = (line: string): JournalEntry =>
  JSON.parse(`${line.slice(0, line.lastIndexOf(',"check":"'))}}`) as JournalEntry

/** The entry of a line without its line end; null where the line is not whole. */
export const journalEntry = (line: string): JournalEntry | null => {
  const check = CHECK.exec(line)
  if (check === null) return null
  const text = line.slice(0, -check[0].length)
  if (checkOf(text) !== check[1]) return null
  return JSON.parse(`${text}}`) as JournalEntry
}

/**
 * Reads a journal without refusing anything. A last line without its line end is what an interrupted write leaves; it
 * counts where it is whole, be it that only its line end is missing or wrong.
 */
export const readJournal = (bytes: Buffer): JournalText => {
  const entries: JournalEntry[] = []
  const damagedLines: number[] = []
  let start = 0
  let number = 1
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    const entry = journalEntry(bytes.toString('utf8', start, end))
    if (entry === null) damagedLines.push(number)
    else entries.push(entry)
    start = end + 1
    number++
  }
  for (const end of [bytes.length, bytes.length - 1]) {
    const last = end > start ? journalEntry(bytes.toString('utf8', start, end)) : null
    if (last !== null) return { entries: [...entries, last], length: end, open: true, damagedLines }
  }
  return { entries, length: start, open: false, damagedLines }
}

/** Reads a journal that must be whole. `path` is named in the error. @throws DubanError `store-damaged` */
export const readWholeJournal = (path: string, bytes: Buffer): JournalText => {
  const journal = readJournal(bytes)
  const [first] = journal.damagedLines
  if (first === undefined) return journal
  const count = journal.damagedLines.length
  throw damaged(path, `第 ${first} 行${count > 1 ? `等 ${count} 行` : ''}读不出或与校验码不符`)
}
