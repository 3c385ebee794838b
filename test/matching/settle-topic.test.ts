import { describe, expect, test } from '@jest/globals'
import { indexOf } from '../../src/matching/ledger-index.ts'
import { settleTopic } from '../../src/matching/settle-topic.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'
import { reader } from './read.ts'

const snapshot = sampleLedger('北京医改23项.txt')
const read = reader(snapshot, '2020-01-05')
const settle = (text: string, otherwise: boolean): string | null =>
  settleTopic(read(text).topic, indexOf(snapshot), otherwise)?.text ?? null

describe('where the question says by other means which tasks it is about', () => {
  test.each(['市财政局推进的改革有哪些', '市医管中心落实的措施有哪些'])('%s: told nothing', (text) => {
    expect(settle(text, true)).toBeNull()
  })

  test.each([
    ['市财政局的无人机任务有哪些', '无人机'],
    ['市医保局的耗材任务有哪些', '耗材'],
    ['市中医局的垃圾分类有哪些', '垃圾分类'],
  ])('%s: a noun is never let go', (text, words) => expect(settle(text, true)).toBe(words))
})

test('where nothing else tells, every word counts', () => {
  expect(settle('改革措施有哪些', false)).toBe('改革措施')
})

test('no topic stays none', () => expect(settleTopic(null, indexOf(snapshot), false)).toBeNull())
