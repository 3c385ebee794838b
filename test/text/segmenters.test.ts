import { beforeAll, describe, expect, test } from '@jest/globals'
import { intents } from '../../intents/index.ts'
import { createBot } from '../../src/bot.ts'
import type { Snapshot } from '../../src/store/store.ts'
import { openNodeRsJieba } from '../../src/text/load-segmenter.ts'
import type { Segmenter } from '../../src/text/segmenter.ts'
import { ledgerIndex, questionFiles, readCases } from '../eval/cases.mjs'
import { memoryStore } from '../helpers/memory-store.ts'
import { importedLedgers } from '../helpers/sample-ledger.ts'
import { sharedSegmenter } from '../helpers/segmenter.ts'
import { QUESTIONS } from '../properties/questions.ts'

/** The two dictionaries tag a few single characters differently, and with them a few colloquial questions. */
const LEAST_EQUAL = 0.97
const EVERY = 8

let other: Segmenter
beforeAll(() => {
  other = openNodeRsJieba()
})

/** What a dialogue is answered with a segmenter. */
const answers = async (
  lines: readonly { text: string; at: string }[],
  snapshot: Snapshot,
  segmenter: Segmenter,
): Promise<unknown[]> => {
  const bot = createBot({ store: memoryStore(snapshot), intents, loadSegmenter: () => segmenter })
  const replies: unknown[] = []
  for (const [i, line] of lines.entries()) {
    const conversation = { adapter: 'test', id: 'one', kind: 'direct' } as const
    const reply = await bot.answer({ ...line, id: String(i), conversation, sender: null, addressed: true })
    const { intent, tasks, units, dates, total, needs } = reply
    replies.push({ text: line.text, intent, tasks: tasks.map(({ no }) => no), units, dates, total, needs })
  }
  return replies
}

describe('both segmenters lead to the same answers', () => {
  test.each(QUESTIONS)('%s', async (text) => {
    const snapshot = snapshotOf('beijing23')
    const lines = [{ text, at: '2020-01-05T09:00:00+08:00' }]
    expect(await answers(lines, snapshot, other)).toEqual(await answers(lines, snapshot, sharedSegmenter()))
  })

  test('in nearly all dialogues of the cases', async () => {
    const cases = questionFiles()
      .filter(({ pathname }) => !pathname.includes('held-out'))
      .flatMap(readCases)
      .filter(({ ledgers }, i) => ledgers.length === 1 && i % EVERY === 0)
    expect(cases.length).toBeGreaterThan(100)
    const different: string[] = []
    for (const { id, ledgers, turns, now } of cases) {
      const snapshot = snapshotOf(ledgers[0] ?? '')
      const lines = turns.map((turn) => ({ text: turn.text, at: turn.now ?? now }))
      const [one, two] = [await answers(lines, snapshot, other), await answers(lines, snapshot, sharedSegmenter())]
      if (JSON.stringify(one) !== JSON.stringify(two)) different.push(id)
    }
    const most = Math.floor(cases.length * (1 - LEAST_EQUAL))
    if (different.length > most)
      throw new Error(`${different.length} of ${cases.length} differ: ${different.join(' ')}`)
  }, 30_000)
})

const imported = new Map<string, Snapshot>()
const snapshotOf = (ledger: string): Snapshot => {
  const snapshot = imported.get(ledger) ?? importedLedgers(ledgerIndex()[ledger]?.document ?? '')
  imported.set(ledger, snapshot)
  return snapshot
}

describe('each of them', () => {
  const each = (): Segmenter[] => [other, sharedSegmenter()]

  test.each(['', 'PM2.5 浓度', '家庭医生签约服务', '𠮷野家😀', '  '])('cuts %j into pieces that make it up', (text) => {
    for (const segmenter of each()) {
      expect(segmenter.cut(text).join('')).toBe(text)
      expect(
        segmenter
          .tag(text)
          .map(({ word }) => word)
          .join(''),
      ).toBe(text)
    }
  })

  test('keeps a word whole once it was inserted', () => {
    for (const segmenter of each()) {
      segmenter.insert('清湾智管通')
      expect(segmenter.cut('推广清湾智管通平台')).toContain('清湾智管通')
    }
  })
})
