import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { redactPhones } from '../../src/domain/index.ts'
import { boundGroup } from '../helpers/bound-group.ts'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const ledger = sampleLedger('吉林医改施工图55项.txt')
const numbers = ledger.tasks.map(({ no }) => no)
const units = [...new Set(ledger.tasks.flatMap(({ lead }) => lead))]
const people = [...new Set(ledger.tasks.flatMap(({ contacts }) => contacts.map(({ name }) => name)))]

const target = fc.oneof(fc.constantFrom(...numbers), fc.constantFrom(...units), fc.constantFrom(...people))
const question = fc
  .tuple(
    target,
    fc.constantFrom(
      '的联络员电话',
      '谁承办',
      '什么情况',
      '的进展历史',
      '有哪些任务',
      '找谁',
      '的原文',
      '电话多少',
      '，联系13900001234，已完成',
    ),
  )
  .map(([about, asked]) => `${about}${asked}`)

test('no answer in a group ever has a whole phone number in it, whoever asks', async () => {
  const group = boundGroup()
  await fc.assert(
    fc.asyncProperty(fc.array(question, { minLength: 1, maxLength: 4 }), fc.boolean(), async (questions, chief) => {
      const { say } = conversation({ ...ledger, groups: [group] })
      for (const text of questions) {
        const reply = await say(text, { adapter: 'slack', group: true, from: chief ? 'chief' : 'li' })
        const shown = JSON.stringify({ ...reply, tasks: [] })
        expect(redactPhones(shown)).toBe(shown)
      }
    }),
    { numRuns: 40, seed: 5 },
  )
})
