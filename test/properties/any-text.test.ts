import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'
import { reader } from '../matching/read.ts'

const ledger = sampleLedger('吉林医改施工图55项.txt')
const read = reader(ledger, '2020-01-06')

const PIECES = [
  ...[
    '第',
    '项',
    '3',
    '十五',
    '（',
    '）',
    '、',
    '到',
    '的',
    '谁',
    '牵头',
    '配合',
    '不是',
    '除',
    '外',
    '其中',
    '那',
    '呢',
  ],
  ...[
    '省财政厅',
    '卫健委',
    '各市',
    '三月底前',
    '2月30日',
    '每年',
    '逾期',
    '持续推进',
    '集采',
    '台账',
    '换',
    '去掉',
    '第二个',
  ],
  ...['下一页', '待核实', '1', '电话', '\n', ' ', '\u0000', '😀', '＃', '.', '-', '%', '财', '市', '局'],
]
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join('')),
)

describe('whatever is written', () => {
  test('is read, every piece inside the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { text: normalised, numbers, selection, units } = read(text)
        const spans = [...numbers.map(({ span }) => span), ...units.map(({ mention }) => mention.span)]
        for (const [from, to] of selection ? [...spans, selection.span] : spans) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(normalised.length)
        }
      }),
      { numRuns: 1500 },
    )
  })

  test('is answered, and nothing breaks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 5 }), async (dialogue) => {
        const { say, errors } = conversation(ledger)
        for (const text of dialogue) {
          const reply = await say(text)
          expect(reply.text).not.toBe('')
          expect(reply.total).toBe(reply.tasks.length)
        }
        expect(errors).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
