import { beforeAll, describe, expect, test } from '@jest/globals'
import { intents } from '../../intents/index.ts'
import { createBot } from '../../src/bot.ts'
import type { Snapshot } from '../../src/store/store.ts'
import { openNodeRsJieba } from '../../src/text/load-segmenter.ts'
import type { Segmenter } from '../../src/text/segmenter.ts'
import { type EvalCase, ledgerIndex, questionFiles, readCases } from '../eval/cases.mjs'
import { memoryStore } from '../helpers/memory-store.ts'
import { importedLedgers } from '../helpers/sample-ledger.ts'
import { sharedSegmenter } from '../helpers/segmenter.ts'

/** Asked of one ledger each, so that few ledgers have to be imported. */
const LEDGERS = ['safety', 'ecology', 'beijing23']
const PER_LEDGER = 16

let other: Segmenter
beforeAll(() => {
  other = openNodeRsJieba()
})

const cases = questionFiles()
  .filter(({ pathname }) => !pathname.includes('held-out'))
  .flatMap(readCases)

/** What a dialogue is answered with one of the segmenters. */
const answers = async (kase: EvalCase, snapshot: Snapshot, segmenter: Segmenter): Promise<unknown[]> => {
  const bot = createBot({ store: memoryStore(snapshot), intents, loadSegmenter: () => segmenter })
  const replies: unknown[] = []
  for (const [i, turn] of kase.turns.entries()) {
    const { intent, tasks, units, dates, total, needs } = await bot.answer({
      id: String(i),
      conversation: { adapter: 'test', id: kase.id, kind: 'direct' },
      sender: null,
      text: turn.text,
      addressed: true,
      at: turn.now ?? kase.now,
    })
    replies.push({ text: turn.text, intent, tasks: tasks.map(({ no }) => no), units, dates, total, needs })
  }
  return replies
}

describe('both segmenters lead to the same answers', () => {
  test.each(LEDGERS)('%s', async (ledger) => {
    const snapshot = importedLedgers(ledgerIndex()[ledger]?.document ?? '')
    const own = cases.filter(({ ledgers }) => ledgers.join() === ledger)
    const some = own.filter((_, i) => i % Math.floor(own.length / PER_LEDGER) === 0)
    expect(some.length).toBeGreaterThanOrEqual(PER_LEDGER)
    for (const kase of some) {
      expect(await answers(kase, snapshot, other)).toEqual(await answers(kase, snapshot, sharedSegmenter()))
    }
  })
})

describe('each of them', () => {
  const each = (): Segmenter[] => [other, sharedSegmenter()]

  test.each(['', 'PM2.5 浓度', '家庭医生签约服务', '𠮷野家😀', '  '])('cuts %j into pieces that make it up again', (text) => {
    for (const segmenter of each()) {
      expect(segmenter.cut(text).join('')).toBe(text)
      expect(segmenter.tag(text).map(({ word }) => word)).toEqual(segmenter.cut(text))
    }
  })

  test('keeps a word whole once it was inserted', () => {
    for (const segmenter of each()) {
      segmenter.insert('清湾智管通')
      expect(segmenter.cut('推广清湾智管通平台')).toContain('清湾智管通')
    }
  })
})
