import { read, utils } from '@e965/xlsx'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { csvOf, unguarded } from '../../src/display/csv.ts'

const STARTS = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '＝',
  '＋',
  '－',
  '＠',
  ' =',
  '\u3000＝',
  "'=",
  "''@",
  '\ufeff-',
  '"=',
  ',',
]
const ENDS = [
  '1+1',
  "cmd|' /C calc'!A0",
  'HYPERLINK("http://x","点")',
  'SUM(A1:A9)',
  '2"3,4',
  '市"财政"局\r\n第二行',
  '',
  '；甲,乙',
]

/** Fields of RFC 4180, by a reader of its own. */
const parse = (text: string): string[][] => {
  const rows: string[][] = [[]]
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy
  for (let at = 0; at < text.length; ) {
    field.lastIndex = at
    const [whole, quoted, bare, end] = field.exec(text) as unknown as [string, string?, string?, string?]
    rows.at(-1)?.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'))
    at += whole.length
    if (end === '\r\n' && at < text.length) rows.push([])
  }
  return rows
}

const hostile = (): string[] =>
  Array.from({ length: 500 }, (_, i) => {
    const [start, end] = [STARTS[i % STARTS.length], ENDS[Math.floor(i / STARTS.length) % ENDS.length]]
    return `${start}${end}${i % 7 === 0 ? i : ''}`
  })

describe('five hundred hostile cells', () => {
  const cells = hostile()
  const rows = Array.from({ length: 100 }, (_, i) => cells.slice(i * 5, i * 5 + 5))
  const csv = csvOf(rows)

  test('come back as they were', () => {
    expect(csv.startsWith('\ufeff')).toBe(true)
    expect(parse(csv.slice(1)).map((row) => row.map(unguarded))).toEqual(rows)
  })

  test('and none of them is a formula to a spreadsheet', () => {
    for (const cell of parse(csv.slice(1)).flat()) expect(cell).not.toMatch(/^[\s\ufeff]*[=+\-@＝＋－＠]/u)
    const { Sheet1: sheet } = read(csv, { type: 'string', raw: true }).Sheets
    expect(sheet).toBeDefined()
    for (const row of utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1 }))
      for (const cell of row) expect(String(cell)).not.toMatch(/^[=+@]/u)
  })
})

test('any cell comes back', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      expect(parse(csvOf(rows).slice(1)).map((row) => row.map(unguarded))).toEqual(rows)
    }),
  )
})
