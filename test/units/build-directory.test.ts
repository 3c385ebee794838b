import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { buildDirectory } from '../../src/units/build-directory.ts'
import type { MatchKind } from '../../src/units/directory.ts'

interface Cases {
  ledgers: Record<string, string[]>
  find: [ledger: string, text: string, mentions: [words: string, units: string[], kind: MatchKind | null][]][]
  nobody: string[]
}

const cases = JSON.parse(readFileSync(new URL('../cases/units.json', import.meta.url), 'utf8')) as Cases
const directories = new Map(Object.entries(cases.ledgers).map(([name, units]) => [name, buildDirectory(units)]))

const found = (ledger: string, text: string) =>
  directories
    .get(ledger)
    ?.find(text)
    .map(({ text: words, candidates }) => [words, candidates.map(({ unit }) => unit), candidates[0]?.kind ?? null])

describe('names in questions', () => {
  test.each(cases.find)('%s: %s', (ledger, text, mentions) => {
    expect(found(ledger, text)).toEqual(mentions)
  })
})

describe('what names nobody', () => {
  test.each(cases.nobody)('%s', (text) => {
    for (const ledger of directories.keys()) expect(found(ledger, text)).toEqual([])
  })
})
