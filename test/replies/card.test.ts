import { expect, test } from '@jest/globals'
import { withLineAbove, withLineBelow } from '../../src/replies/around.ts'
import { cardMessage } from '../../src/replies/card.ts'

test('a card says what its text says: facts, the text of it, notes', () => {
  const { text, card } = cardMessage({
    before: ['没有办结：还有5天'],
    title: '第3项　培训网格员',
    lines: [
      '牵头：区应急局',
      '时限：3月31日',
      '　　　12月31日，验收',
      '要求：全员培训；考核。',
      '剩5天',
      '依据：表第4行',
    ],
  })
  expect(text).toBe(
    '没有办结：还有5天\n第3项　培训网格员\n牵头：区应急局\n时限：3月31日\n　　　12月31日，验收\n要求：全员培训；考核。\n剩5天\n依据：表第4行',
  )
  expect(card).toEqual({
    before: '没有办结：还有5天',
    title: '第3项　培训网格员',
    fields: [
      { label: '牵头', value: '区应急局' },
      { label: '时限', value: '3月31日\n12月31日，验收' },
    ],
    body: { label: '要求', text: '全员培训；考核。' },
    notes: ['剩5天', '依据：表第4行'],
  })
})

test('a line above or below stands in every form of an answer', () => {
  const table = { before: '共2项', columns: [], rows: [], after: '回复序号' }
  const card = { title: '第3项', fields: [], body: null, notes: [] }
  expect(withLineBelow(withLineAbove({ text: '共2项', table }, '相近的有'), '仍待确认')).toEqual({
    text: '相近的有\n共2项\n仍待确认',
    table: { ...table, before: '相近的有\n共2项', after: '回复序号\n仍待确认' },
  })
  expect(withLineBelow(withLineAbove({ text: '第3项', card }, '相近的有'), '仍待确认')).toEqual({
    text: '相近的有\n第3项\n仍待确认',
    card: { ...card, before: '相近的有', notes: ['仍待确认'] },
  })
})
