import { describe, expect, test } from '@jest/globals'
import { findNames, findTitled, nameTable } from '../../src/matching/names.ts'

const table = nameTable([
  ['综合科', 'general'],
  ['综合科教处', 'science'],
  ['王五', 'wang'],
  ['李', 'too short'],
])
const found = (text: string): string[] => findNames(text, table).map(({ id, from, to }) => `${id} ${from}-${to}`)

describe('names in a text', () => {
  test.each<[string, string[]]>([
    ['王五负责哪些', ['wang 0-2']],
    ['综合科教处的任务', ['science 0-5']],
    ['综合科的任务', ['general 0-3']],
    ['综合科王五和王五', ['general 0-3', 'wang 3-5', 'wang 6-8']],
    ['王', []],
    ['李', []],
    ['', []],
  ])('%s', (text, names) => expect(found(text)).toEqual(names))
})

test('one character is no name', () => {
  expect(nameTable([['李', 'li']])).toMatchObject({ longest: 0, names: new Map() })
})

describe('a surname with a post', () => {
  const people = nameTable([
    ['王五', 'wang'],
    ['王小明', 'ming'],
    ['李四', 'li'],
    ['李庄管理站', 'office'],
  ])

  test.each<[string, string[] | null]>([
    ['李处长负责哪些', ['li']],
    ['李副局长分管几项', ['li']],
    ['王主任的电话', ['wang', 'ming']],
    ['张局长的电话', null],
    ['局长是谁', null],
  ])('%s', (text, ids) => expect(findTitled(text, people)?.ids ?? null).toEqual(ids))
})
