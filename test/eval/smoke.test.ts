import { expect, test } from '@jest/globals'
import type { Reply } from '../../src/reply.ts'
import type { Snapshot } from '../../src/store/store.ts'
import { conversation } from '../helpers/conversation.ts'
import { importedLedgers } from '../helpers/sample-ledger.ts'
import { type EvalCase, goldTasks, ledgerIndex, questionFiles, readCases } from './cases.mjs'
import { judgeCase } from './score-questions.mjs'

/** One case of so many is asked, spread over all files but the held-out one. */
const EVERY = 10
const LEAST_RIGHT = 0.95
const BOT_NAME = /@督办助手\s?/

const cases = questionFiles()
  .filter(({ pathname }) => !pathname.includes('held-out'))
  .flatMap(readCases)
  .filter((_, i) => i % EVERY === 0)

const imported = new Map<string, Snapshot>()
const snapshotOf = (ledgers: readonly string[]): Snapshot => {
  const key = ledgers.join()
  const snapshot = imported.get(key) ?? importedLedgers(...ledgers.map((name) => ledgerIndex()[name]?.document ?? ''))
  imported.set(key, snapshot)
  return snapshot
}

const repliesTo = async (kase: EvalCase): Promise<{ replies: Reply[]; errors: unknown[] }> => {
  const { say, errors } = conversation(snapshotOf(kase.ledgers))
  const replies: Reply[] = []
  for (const { text, now, inGroup } of kase.turns) {
    const group = inGroup ?? false
    const addressed = !group || BOT_NAME.test(text)
    replies.push(await say(text.replace(BOT_NAME, ''), { at: now ?? kase.now, group, addressed }))
  }
  return { replies, errors }
}

test('a tenth of the cases: nothing breaks, nearly all are right', async () => {
  expect(cases.length).toBeGreaterThan(100)
  const wrong: string[] = []
  for (const kase of cases) {
    const { replies, errors } = await repliesTo(kase)
    expect({ id: kase.id, errors }).toEqual({ id: kase.id, errors: [] })
    const { pass, turns } = judgeCase(kase, replies, goldTasks(kase.ledgers))
    if (!pass) wrong.push(`${kase.id}: ${turns.map(({ why }) => why ?? 'right').join(' / ')}`)
  }
  const most = Math.floor(cases.length * (1 - LEAST_RIGHT))
  if (wrong.length > most) throw new Error(`${wrong.length} of ${cases.length} are wrong:\n${wrong.join('\n')}`)
}, 60_000)
