import { describe, expect, test } from '@jest/globals'
import { readChatLine } from '../../src/cli/chat-line.ts'

const now = new Date('2024-05-06T01:00:00Z')
const read = (line: string | object) =>
  readChatLine(typeof line === 'string' ? line : JSON.stringify(line), { id: 'm1', now, botName: '督办助手' })

describe('readChatLine', () => {
  test('plain text comes from the local administrator, now', () => {
    expect(read('区应急局有哪些任务')).toEqual({
      message: {
        id: 'm1',
        conversation: { adapter: 'terminal', id: 'local', kind: 'direct' },
        sender: null,
        text: '区应急局有哪些任务',
        addressed: true,
        at: '2024-05-06T01:00:00.000Z',
      },
      note: null,
    })
  })

  test('the fields of the contract', () => {
    const { message } = read({ text: '还有吗', from: 'u7', conversation: 'c3', at: '2024-05-07T08:00:00' })
    expect(message).toMatchObject({
      sender: { id: 'u7' },
      conversation: { id: 'c3', kind: 'direct' },
      at: '2024-05-07T00:00:00.000Z',
    })
  })

  test.each([
    ['@督办助手 有哪些任务', true, '有哪些任务'],
    ['＠督办助手\u2005有哪些任务', true, '有哪些任务'],
    ['@督办助手有哪些 @督办助手', true, '有哪些 '],
    ['有哪些任务', false, '有哪些任务'],
    ['@张科 有哪些任务', false, '@张科 有哪些任务'],
  ])('in a group %j: addressed %p', (text, addressed, rest) => {
    expect(read({ text, group: true }).message).toMatchObject({
      addressed,
      text: rest,
      conversation: { kind: 'group' },
    })
  })

  test('a time that is none is answered at the present one, with a sentence', () => {
    const { message, note } = read({ text: '今天到期的', at: '2024-02-30T09:00:00' })
    expect(message.at).toBe(now.toISOString())
    expect(note).toContain('2024-02-30T09:00:00')
    expect(note).toContain('2024-05-06 09:00')
  })

  test.each(['{"text":', '[]', 'null', '12', ''])('%j is the text itself', (line) => {
    expect(read(line).message.text).toBe(line)
  })

  test('fields of the wrong kind count as left out', () => {
    expect(read({ text: ['甲'], from: null, conversation: false, group: null, at: null })).toMatchObject({
      message: { text: '', sender: null, conversation: { id: 'local', kind: 'direct' } },
      note: null,
    })
  })

  test.each([{}, [], '', true])('a sender that cannot be read (%j) is not the administrator', (from) => {
    expect(read({ text: '甲', from }).message.sender).not.toBeNull()
  })

  test.each(['yes', 1, 'true'])('group %j is taken for a group', (group) => {
    expect(read({ text: '甲', group }).message).toMatchObject({ addressed: false, conversation: { kind: 'group' } })
  })
})
