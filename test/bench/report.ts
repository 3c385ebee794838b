import { renderTable } from '../../src/display/table.ts'
import type { Answering } from './answering.ts'
import type { Loading } from './loading.ts'

export interface Phases {
  tasks: number
  /** Files → rows → tasks, milliseconds. */
  read: number
  /** Tasks into the state. */
  merge: number
  /** The state to the disk, synced. */
  write: number
  /** The state from the disk. */
  open: number
  /** A bot on it, with index and directory, up to its first answer. */
  assemble: number
}

const ROOM = 120
const print = (title: string, columns: string[], rows: string[][]): void => {
  process.stdout.write(`${title}\n${renderTable(columns, rows, ROOM)}\n\n`)
}
const fixed = (value: number, digits = 0): string => value.toFixed(digits)

export const printLoading = (loading: readonly Loading[]): void =>
  print(
    'Load, a fresh process each, until the first cut or answer',
    ['what', 'ms', 'MB'],
    loading.map(({ what, milliseconds, megabytes }) => [what, fixed(milliseconds), fixed(megabytes)]),
  )

export const printPhases = (phases: readonly Phases[]): void =>
  print(
    'Phases, ms',
    ['tasks', 'read', 'merge', 'write', 'open', 'assemble'],
    phases.map(({ tasks, read, merge, write, open, assemble }) => [
      String(tasks),
      ...[read, merge, write, open, assemble].map((value) => fixed(value)),
    ]),
  )

export const printAnswers = (tasks: number, answers: readonly Answering[]): void =>
  print(
    `Answering over ${tasks} tasks, µs, and as a multiple of nodejieba's cut of the same questions`,
    ['questions', 'number', 'median', 'p99', 'cut median', 'cut p99', 'ratio median', 'ratio p99', 'unknown'],
    answers.map(({ kind, questions, answer, cut, ratio, unknown }) => [
      kind,
      String(questions),
      fixed(answer.median),
      fixed(answer.p99),
      fixed(cut.median, 1),
      fixed(cut.p99, 1),
      fixed(ratio.median, 1),
      fixed(ratio.p99, 1),
      String(unknown),
    ]),
  )
