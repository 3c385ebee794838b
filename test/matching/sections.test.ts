import { describe, expect, test } from '@jest/globals'
import { indexOf } from '../../src/matching/ledger-index.ts'
import { Sections, sectionCalled } from '../../src/matching/sections.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

describe('what a stretch calls a part of the ledger', () => {
  test.each<[string, string | null]>([
    ['支付改革这部分', '支付改革'],
    ['要素保障类里', '要素保障'],
    ['产业板块有', '产业'],
    ['价格方面', '价格'],
    ['家庭医生', null],
    ['部分', null],
  ])('%s', (run, name) => expect(sectionCalled(run)).toBe(name))
})

test('tasks under the outermost headings that are so called', () => {
  const { tasks } = indexOf(sampleLedger('吉林医改施工图55项.txt'))
  const sections = new Sections(tasks)
  const under = (name: string) => sections.under(name).map((place) => tasks[place]?.no)
  expect(under('薪酬制度')).toEqual(['（十五）1', '（十五）2', '（十六）1', '（十六）2', '（十七）1', '（十七）2'])
  expect(under('两个允许')).toEqual(['（十五）1', '（十五）2'])
  expect(under('无人机')).toEqual([])
})
