import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import type { Snapshot } from '../../src/store/store.ts'
import { conversation } from '../helpers/conversation.ts'
import { importedLedgers } from '../helpers/sample-ledger.ts'
import { isRight, storedAs } from './stored.ts'

interface Case {
  /** A key of `test/cases/ledgers/index.json`. */
  ledger: string
  now: string
  /** What the local administrator says; each is confirmed where the bot asks for it. */
  says: string[]
  /** By number what is stored in the end, in the words of {@link storedAs}; nothing else may change. */
  stored: Record<string, string>
}

const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as T
const documents = read<Record<string, { document: string }>>('../cases/ledgers/index.json')
/** By hand: the first of them while the reader was made, the others before it had seen a line of them. */
const FILES = ['reports', 'reports-wechat', 'reports-liaison', 'reports-numbered']
const cases = FILES.flatMap((name) => read<Case[]>(`../cases/${name}.json`))

const imported = new Map<string, Snapshot>()
const ledgerOf = (key: string): Snapshot => {
  const known = imported.get(key) ?? importedLedgers(documents[key]?.document ?? '')
  imported.set(key, known)
  return known
}

/** All that is wrong with what a case has stored. */
const wrongIn = async ({ ledger, now, says, stored }: Case): Promise<string[]> => {
  const before = ledgerOf(ledger)
  const { say, store } = conversation(before)
  let asked = false
  for (const [minute, text] of says.entries()) {
    const at = new Date(Date.parse(`${now}T09:00:00+08:00`) + minute * 120_000).toISOString()
    const reply = await say(text, { at })
    asked = reply.needs !== null
    if (reply.needs === 'confirmation') await say('确认', { at })
  }
  const after = store.snapshot().tasks
  return before.tasks.flatMap((task, place) => {
    const now = after[place]
    const made = now ? storedAs(now, task) : 'removed'
    return isRight(made, stored[task.no] ?? 'none', asked) ? [] : [`${says.join(' / ')} → ${task.no}: ${made}`]
  })
}

test.each([...new Set(cases.map(({ ledger }) => ledger))])(
  'reports on %s are stored as they are meant',
  async (key) => {
    const wrong: string[] = []
    for (const one of cases.filter(({ ledger }) => ledger === key)) wrong.push(...(await wrongIn(one)))
    expect(wrong).toEqual([])
  },
)
