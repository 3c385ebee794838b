// node test/eval/fill.mjs: writes the expectation of every case in test/cases/questions-*.jsonl from its filter.
// To add a case: append a line with id, ledgers, now, group, turns (text only) and filter, then run this.
import fs from 'node:fs'
import { filtersOf, goldTasks, questionFiles, readCases } from './cases.mjs'
import { expectationOf } from './expectation.mjs'

for (const url of questionFiles()) {
  const lines = readCases(url).map((kase) => {
    const gold = goldTasks(kase.ledgers)
    const turns = kase.turns.map((turn, i) => {
      const today = (turn.now ?? kase.now).slice(0, 10)
      return { ...turn, expect: expectationOf(filtersOf(kase)[i], gold, today) }
    })
    return JSON.stringify({ ...kase, turns })
  })
  fs.writeFileSync(url, `${lines.join('\n')}\n`)
}
