// Runs dialogues through `chat --json` and judges every turn.

import path from 'node:path'
import { goldTasks, ledgerIndex } from './cases.mjs'
import { goldFinder, list } from './compare.mjs'
import { judge } from './judge.mjs'
import { duban, jsonLines, ROOT, withDataFolder } from './program.mjs'

/** The line of `chat --json` for a turn; each case is a conversation of its own. */
export const lineOf = (kase, turn) =>
  JSON.stringify({
    text: turn.text,
    ...(turn.from ? { from: turn.from } : {}),
    conversation: kase.id,
    ...(turn.inGroup ? { group: true } : {}),
    at: turn.now ?? kase.now,
  })

/**
 * Judges a case by its replies, one a turn.
 * @returns {{id: string, group: string, pass: boolean, turns: object[]}}
 */
export const judgeCase = (kase, replies, gold, find = goldFinder(gold)) => {
  const turns = kase.turns.map((turn, i) => ({
    text: turn.text,
    reply: replies[i],
    ...judge(turn.expect, replies[i], { gold, find, previous: replies[i - 1] }),
  }))
  return { id: kase.id, group: kase.group, pass: turns.every((turn) => turn.pass), turns }
}

const runSet = (ledgers, cases, notes) =>
  withDataFolder((data) => {
    const index = ledgerIndex()
    const imported = duban(['import', ...ledgers.map((key) => path.join(ROOT, index[key].document)), '--data', data])
    if (imported.code !== 0)
      notes.push(`import of ${ledgers.join(', ')} ended with ${imported.code}: ${imported.complaint}`)
    const lines = cases.flatMap((kase) => kase.turns.map((turn) => lineOf(kase, turn)))
    const chat = duban(['chat', '--json', '--data', data], `${lines.join('\n')}\n`)
    const replies = jsonLines(chat.out)
    if (replies.length !== lines.length)
      notes.push(`${ledgers.join(', ')}: ${lines.length} lines in, ${replies.length} out; ${chat.complaint}`)
    const drift = replies.filter((reply) => list(reply?.tasks).length && reply.total !== reply.tasks.length).length
    if (drift) notes.push(`${ledgers.join(', ')}: ${drift} replies whose total is not the number of their tasks`)
    const gold = goldTasks(ledgers)
    const find = goldFinder(gold)
    let next = 0
    return cases.map((kase) => {
      const own = replies.slice(next, next + kase.turns.length)
      next += kase.turns.length
      return judgeCase(kase, own, gold, find)
    })
  })

/**
 * Scores cases, one store and one chat a set of ledgers.
 * @returns {{results: object[], notes: string[]}} results in the order of the cases
 */
export const scoreQuestions = (cases) => {
  const notes = []
  const sets = new Map()
  for (const kase of cases) {
    const key = kase.ledgers.join('+')
    sets.set(key, [...(sets.get(key) ?? []), kase])
  }
  const byId = new Map(
    [...sets.values()].flatMap((set) => runSet(set[0].ledgers, set, notes)).map((result) => [result.id, result]),
  )
  return { results: cases.map((kase) => byId.get(kase.id)), notes }
}

/** Sums of some results. */
export const tally = (results) => {
  const turns = results.flatMap((result) => result.turns)
  return {
    cases: results.length,
    passed: results.filter((result) => result.pass).length,
    turns: turns.length,
    turnsPassed: turns.filter((turn) => turn.pass).length,
    confident: turns.filter((turn) => turn.confident).length,
    none: turns.filter((turn) => turn.none).length,
  }
}
