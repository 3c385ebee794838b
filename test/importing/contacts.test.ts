import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { readContacts } from '../../src/importing/people/contacts.ts'
import { readText } from './ledgers.ts'

interface Case {
  cell: string
  people: [office: string, name: string, phone: string | null][]
}

const cases = JSON.parse(readFileSync(new URL('../cases/contacts.json', import.meta.url), 'utf8')) as Case[]

test.each(cases)('the people in $cell', ({ cell, people }) => {
  const read = readContacts(cell, '承办人')
  expect(read.map(({ office, name, phone }) => [office ?? '', name, phone])).toEqual(people)
  expect(read.every(({ role }) => role === '承办人')).toBe(true)
})

test('a column of telephone numbers belongs to the people on its left', () => {
  const { tasks } = readText('序号\t任务\t牵头单位\t联系人\t联系电话\n1\t修路\t市交通局\t陶敏\t0571-86000001\n')
  expect(tasks[0]?.contacts).toEqual([{ role: '联系人', name: '陶敏', office: null, phone: '057186000001' }])
})
