import { expect, test } from '@jest/globals'
import { toReplyJson } from '../../src/cli/reply-json.ts'
import type { Task } from '../../src/domain/index.ts'
import type { Reply } from '../../src/reply.ts'
import { draft } from '../importing/read-files.ts'

const PHONE = '13900000001'
const contacts = [{ role: '联络员', name: `陶敏${PHONE}`, office: null, phone: PHONE }]

const task: Task = {
  ...draft('1', `修订应急预案，联系 ${PHONE}`, { contacts, timing: `5月底前报${PHONE}` }),
  doubts: [{ field: 'row', message: `原文：${PHONE}` }],
  id: 't1',
  ledgerId: 'l1',
  status: 'in-progress',
  progress: 0,
  extensions: 0,
  reports: [{ at: '2024-05-06T01:00:00Z', by: '陶敏', text: `请打${PHONE}`, progress: null, status: null }],
  importedOn: '2024-05-06',
}

const reply: Reply = {
  intent: 'contacts',
  text: `联络员：陶敏 ${PHONE}`,
  tasks: [task],
  total: 1,
  units: [],
  dates: [],
  contacts,
  needs: null,
}

const line = (phones: boolean): string =>
  JSON.stringify(
    toReplyJson(
      { ...reply, phones },
      { ledgers: [], tasks: [], groups: [], people: [] },
      new Date('2024-05-06T01:00:00Z'),
    ),
  )

test('somebody entitled gets whole numbers', () => expect(line(true).split(PHONE)).toHaveLength(10))

test('to anybody else no whole number leaves, in no field', () => {
  expect(line(false)).not.toContain(PHONE)
  expect(line(false)).toContain('139****0001')
})
