import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fallbackText } from '../../../adapters/slack/render/fallback.ts'
import { renderMessage } from '../../../adapters/slack/render/message.ts'
import type { Message } from '../../../src/reply.ts'
import { type AnyBlock, blocksProblem } from '../../helpers/slack/limits.ts'

const QUESTION = 'C0GROUP:1714957200.000100'

const render = (message: Message): AnyBlock[][] =>
  renderMessage(message, QUESTION).map(({ blocks }) => blocks as AnyBlock[])
const only = (message: Message): AnyBlock[] => {
  const parts = render(message)
  expect(parts).toHaveLength(1)
  return parts[0] as AnyBlock[]
}
const words = (block: AnyBlock | undefined): string => (block ? fallbackText([block as never]) : '')

// texts as documents and people make them, up to the length: markup, line ends, halves of characters, nothing at all
const PIECES = ['医', '<!channel>', '"', '\\', '\n', '🀄', '\ud83d', '\u202e', '\u0000', '各区政府、', '一行\n', ' ']
const text = (max: number) =>
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.tuple(fc.constantFrom(...PIECES), fc.nat(max)).map(([piece, times]) => piece.repeat(times).slice(0, max)),
  )
/** Up to so many, of a few different ones. */
const many = <T>(one: fc.Arbitrary<T>, max: number): fc.Arbitrary<T[]> =>
  fc
    .tuple(fc.array(one, { minLength: 1, maxLength: 3 }), fc.nat(max))
    .map(([some, times]) => Array.from({ length: times }, (_, i) => some[i % some.length] as T))

const message: fc.Arbitrary<Message> = fc.record(
  {
    text: text(20_000),
    table: fc.record({
      before: text(400),
      columns: many(text(30), 25),
      rows: many(many(text(600), 25), 250),
      after: text(2_000),
    }),
    card: fc.record({
      title: text(400),
      fields: many(fc.record({ label: text(20), value: text(2_500) }), 25),
      body: fc.option(fc.record({ label: text(10), text: text(9_000) })),
      notes: many(text(3_000), 15),
    }),
    sections: many(
      fc.record({
        heading: text(300),
        lines: many(fc.record({ label: text(10), text: text(1_500), note: fc.option(text(500)) }), 40),
      }),
      60,
    ),
    actions: many(
      fc.record(
        {
          label: text(120),
          say: text(2_500),
          group: fc.constantFrom('看详情', '办理', ''),
          style: fc.constantFrom('primary' as const, 'danger' as const),
          private: fc.boolean(),
        },
        { requiredKeys: ['label', 'say'] },
      ),
      130,
    ),
  },
  { requiredKeys: ['text'] },
)

describe('Slack’s limits', () => {
  test('are kept by every message', () => {
    fc.assert(
      fc.property(message, fc.string({ maxLength: 300 }), (any, key) => {
        for (const { text: notice, blocks } of renderMessage(any, key)) {
          expect(blocksProblem(blocks as AnyBlock[])).toBeNull()
          expect(notice.length).toBeGreaterThan(0)
          expect(notice).not.toMatch(/[<>]/)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('nothing of a long text is lost', () => {
    const lines = Array.from({ length: 3_000 }, (_, i) => `${i} 落实${'各项任务'.repeat(i % 7)}`)
    const shown = render({ text: lines.join('\n') }).flatMap((blocks) => blocks.map(words))
    expect(shown.join('\n')).toBe(lines.join('\n'))
  })

  test('nothing of a long list is lost, and each table has the headings', () => {
    const rows = Array.from({ length: 400 }, (_, i) => [String(i), `任务${i}`, '12月31日'])
    const table = { before: '共400项', columns: ['序号', '任务', '时限'], rows, after: '' }
    const tables = render({ text: '共400项', table })
      .flat()
      .filter(({ type }) => type === 'table')
    expect(tables.length).toBeGreaterThan(3)
    const cells = tables.map(({ rows: shown = [] }) => shown.map((row) => row.map(({ text: cell }) => cell)))
    expect(cells.every(([first]) => first?.join() === '序号,任务,时限')).toBe(true)
    expect(cells.flatMap((shown) => shown.slice(1))).toEqual(rows)
  })
})

describe('a message', () => {
  test('of text alone is shown as it is', () => {
    expect(only({ text: '第3项\n*重点* _任务_' })).toEqual([
      { type: 'section', text: { type: 'plain_text', text: '第3项\n*重点* _任务_', emoji: false }, expand: true },
    ])
  })

  test('with nothing to say is no message', () => {
    expect(render({ text: ' \n' })).toEqual([])
  })

  test('a list: heading, columns, what can be answered in grey', () => {
    const table = {
      before: '市医保局共2项\n牵头2',
      columns: ['序号', '任务'],
      rows: [
        ['4', '集中采购'],
        ['6', ''],
      ],
      after: '回复序号看详情',
    }
    const blocks = only({ text: '市医保局共2项\n4 集中采购\n6', table })
    expect(blocks.map(({ type }) => type)).toEqual(['header', 'context', 'table', 'context'])
    expect(blocks.map(words)).toEqual(['市医保局共2项', '牵头2', '序号　任务\n4　集中采购\n6　—', '回复序号看详情'])
  })

  test('what is due: a part for each date, set apart, the unit beside the title', () => {
    const line = (label: string, title: string) => ({ label, text: title, note: '省人社厅' })
    const sections = [
      { heading: '1月31日 周五', lines: [line('1', '成立领导小组')] },
      { heading: '2月29日 周六', lines: [line('2', '上报结果'), { label: '3', text: '落实', note: null }] },
    ]
    const table = { before: '3月底前到期3项', columns: [], rows: [], after: '回复1—3看详情' }
    const blocks = only({ text: '3月底前到期3项\n…', table, sections })
    expect(blocks.map(({ type }) => type)).toEqual(['header', 'rich_text', 'divider', 'rich_text', 'context'])
    expect(words(blocks[3])).toBe('2月29日 周六\n2　上报结果　省人社厅\n3　落实')
  })

  test('one task: facts side by side, the text of it, its sources in grey', () => {
    const card = {
      title: '第11项　优化收入结构',
      fields: [
        { label: '状态', value: '进行中' },
        { label: '时限', value: '3月31日' },
      ],
      body: { label: '要求', text: '每年上报监测结果' },
      notes: ['依据：原表第11行'],
    }
    const blocks = only({ text: '第11项\n…', card })
    expect(blocks.map(words)).toEqual([
      '第11项　优化收入结构',
      '状态\n进行中\n时限\n3月31日',
      '要求：每年上报监测结果',
      '依据：原表第11行',
    ])
    expect(blocks[1]?.fields).toHaveLength(2)
  })

  test('with actions: buttons, and one select of what is of a kind', () => {
    const actions = [
      { label: '4 集中采购', say: '第4项', group: '看详情' },
      { label: '6 耗材采购', say: '第6项', group: '看详情' },
      { label: '只看牵头', say: '只看牵头', style: 'primary' as const },
      { label: '查看号码', say: '联系电话', private: true },
    ]
    const [, row] = only({ text: '共2项', actions })
    expect(row).toEqual({
      type: 'actions',
      block_id: `0/${QUESTION}`,
      elements: [
        {
          type: 'static_select',
          action_id: 'all/0',
          placeholder: { type: 'plain_text', text: '看详情', emoji: false },
          options: [
            { text: { type: 'plain_text', text: '4 集中采购', emoji: false }, value: '第4项' },
            { text: { type: 'plain_text', text: '6 耗材采购', emoji: false }, value: '第6项' },
          ],
        },
        expect.objectContaining({ type: 'button', action_id: 'all/1', value: '只看牵头', style: 'primary' }),
        expect.objectContaining({ type: 'button', action_id: 'alone/2', value: '联系电话' }),
      ],
    })
  })
})
