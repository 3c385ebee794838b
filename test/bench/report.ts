import { renderTable } from '../../src/display/table.ts'
import type { Answering } from './answering.ts'
import type { Reading } from './documents.ts'
import type { Fresh } from './fresh-process.ts'
import type { PlanningSpeed } from './planning.ts'
import type { ReportingSpeed } from './reporting.ts'
import type { Throughput } from './slack.ts'
import type { Phases } from './store-of.ts'
import type { WhenSpeed } from './when.ts'

const ROOM = 140
const print = (title: string, columns: string[], rows: string[][]): void => {
  process.stdout.write(`${title}\n${renderTable(columns, rows, ROOM)}\n\n`)
}
const fixed = (value: number, digits = 0): string => value.toFixed(digits)
const times = (ratio: number, digits = 1): string => `${fixed(ratio, digits)} ×`

export const printFresh = (title: string, by: string, fresh: readonly Fresh[]): void =>
  print(
    title,
    ['what', 'ms', by, 'MB'],
    fresh.map(({ what, milliseconds, ratio, megabytes }) => [
      what,
      fixed(milliseconds),
      times(ratio, 2),
      megabytes === null ? '' : fixed(megabytes),
    ]),
  )

export const printWhen = ({ duban, recognizers }: WhenSpeed): void =>
  print(
    'Times in deadline cells, phrases a second',
    ['reader', 'phrases/s', 'to recognizers-text'],
    [
      ['when', fixed(duban), times(duban / recognizers)],
      ['recognizers-text', fixed(recognizers), times(1)],
    ],
  )

export const printPlanning = (speeds: readonly PlanningSpeed[]): void =>
  print(
    'Planning the reminders of a day, ms',
    ['tasks', 'plan', 'bare pass', 'to the pass', 'messages'],
    speeds.map(({ tasks, plan, pass, messages }) => [
      String(tasks),
      fixed(plan),
      pass.toFixed(2),
      times(plan / pass),
      String(messages),
    ]),
  )

export const printReporting = ({ tasks, people, median, p95, write, refused }: ReportingSpeed): void =>
  print(
    `${people} people reporting at once on ${tasks} tasks, until it is on disk, ms`,
    ['median', 'p95', 'raw synced write', 'p95 to it', 'not recorded'],
    [[fixed(median), fixed(p95), write.toFixed(2), times(p95 / write), String(refused)]],
  )

export const printSlack = (apps: readonly Throughput[]): void =>
  print(
    'Messages through Slack over HTTP',
    ['app', 'messages/s', 'to Bolt', 'processor ms'],
    apps.map(({ app, perSecond, ratio, cpuMs }) => [app, fixed(perSecond), times(ratio, 2), cpuMs.toFixed(2)]),
  )

export const printDocuments = (readings: readonly Reading[]): void =>
  print(
    'Documents, a process each: ms, and MB that it grows by',
    ['what', 'read', 'first', 'median', 'MB first', 'MB last'],
    readings.map(({ what, result, first, median, grownFirst, grownLast }) => [
      what,
      String(result),
      ...[first, median, grownFirst, grownLast].map((value) => fixed(value)),
    ]),
  )

export const printPhases = (phases: readonly Phases[]): void =>
  print(
    'Import, ms',
    ['tasks', 'read', 'merge', 'write'],
    phases.map(({ tasks, read, merge, write }) => [tasks, read, merge, write].map((value) => fixed(value))),
  )

export const printAnswers = (tasks: number, answers: readonly Answering[]): void =>
  print(
    `Answering over ${tasks} tasks, ms; to nodejieba's cut of the same questions, and to a Fuse.js scan of the same tasks`,
    ['questions', 'number', 'read', 'to cut', 'answer', 'p99', 'p99 cpu', 'to cut', 'to scan', 'scan', 'unknown'],
    answers.map(({ kind, questions, reading, answer, used, cut, scan, unknown }) => [
      kind,
      String(questions),
      fixed(reading.median, 3),
      times(reading.median / cut.median),
      fixed(answer.median, 2),
      fixed(answer.p99, 2),
      fixed(used.p99, 2),
      times(answer.median / cut.median),
      `1/${fixed(scan / answer.median)}`,
      fixed(scan),
      String(unknown),
    ]),
  )
