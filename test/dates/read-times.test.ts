import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { readTimes, type TimeContext } from '../../src/dates/index.ts'

interface Expected {
  start?: string
  due: string | null
  recurs?: string
  until?: string
  ongoing?: boolean
  anchor?: string
  what?: string
  /** The words that the span covers. */
  of: string
}

interface Case {
  group: string
  text: string
  now?: string
  /** Minutes since midnight. */
  minutes?: number
  year?: number | null
  looks?: 'ahead' | 'back'
  milestones: Expected[]
  /** Due days of the other readings. */
  alternatives?: (string | null)[][]
  problems?: string[]
}

const cases = (name: string): Case[] =>
  JSON.parse(readFileSync(new URL(`../cases/${name}.json`, import.meta.url), 'utf8')) as Case[]

const read = ({ text, now, minutes, year, looks }: Case, purpose: TimeContext['purpose']) => {
  const context = {
    now: now ?? '1999-12-31',
    purpose,
    ...(minutes === undefined ? {} : { minutes }),
    ...(year === undefined ? {} : { year }),
    ...(looks ? { looks } : {}),
  }
  const reading = readTimes(text, context)
  return {
    milestones: reading.milestones.map(({ span, start, recurs, ongoing, what, ...rest }) => ({
      ...rest,
      ...(start === null ? {} : { start }),
      ...(recurs === null ? {} : { recurs }),
      ...(ongoing ? { ongoing } : {}),
      ...(what === null ? {} : { what }),
      of: text.slice(...span),
    })),
    alternatives: reading.alternatives.map((milestones) => milestones.map(({ due }) => due)),
    problems: reading.problems.map(({ message }) => message),
  }
}

const FILES = [
  ['dates', 'phrase'],
  ['dates-ledger', 'ledger'],
  ['dates-questions', 'question'],
] as const

describe.each(FILES)('%s', (file, purpose) => {
  const table = cases(file).map((each) => [each.group, each.text, each.now ?? '', each] as const)
  test.each(table)('%s: %s %s', (_group, _text, _now, each) => {
    expect(read(each, purpose)).toEqual({
      milestones: each.milestones,
      alternatives: each.alternatives ?? [],
      problems: each.problems ?? [],
    })
  })
})
