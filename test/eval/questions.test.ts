import { describe, expect, test } from '@jest/globals'
import { filtersOf, goldTasks, questionFiles, readCases } from './cases.mjs'
import { expectationOf } from './expectation.mjs'
import { oracleReply } from './oracle.ts'
import { judgeCase } from './score-questions.mjs'

const files = questionFiles()
const all = files.flatMap(readCases)

test('every case has an id of its own and a filter for each turn', () => {
  expect(new Set(all.map((kase) => kase.id)).size).toBe(all.length)
  expect(all.filter((kase) => filtersOf(kase).length !== kase.turns.length).map((kase) => kase.id)).toEqual([])
})

describe.each(files.map((url) => [url.pathname.split('/').pop(), readCases(url)] as const))('%s', (_name, cases) => {
  test('each expectation equals its filter applied to the gold', () => {
    for (const kase of cases) {
      const gold = goldTasks(kase.ledgers)
      const computed = kase.turns.map((turn, i) =>
        expectationOf(filtersOf(kase)[i] ?? '', gold, (turn.now ?? kase.now).slice(0, 10)),
      )
      expect({ id: kase.id, turns: computed }).toEqual({ id: kase.id, turns: kase.turns.map((turn) => turn.expect) })
    }
  })

  test('each expectation and each of its alternatives can be met', () => {
    for (const kase of cases) {
      const gold = goldTasks(kase.ledgers)
      const most = Math.max(...kase.turns.map((turn) => 1 + (turn.expect.alt?.length ?? 0)))
      for (let n = 0; n < most; n++) {
        const replies = kase.turns.map(({ expect: { alt = [], ...main } }) =>
          oracleReply([main, ...alt][n] ?? main, gold),
        )
        expect(judgeCase(kase, replies, gold)).toMatchObject({ id: kase.id, pass: true })
      }
    }
  })
})

const pick = (id: string) => {
  const kase = all.find((each) => each.id === id)
  if (!kase) throw new Error(`no case ${id}`)
  return { kase, gold: goldTasks(kase.ledgers) }
}

describe('the judge', () => {
  test('calls a list with one task too many confidently wrong', () => {
    const { kase, gold } = pick('safety-unit-01')
    const reply = oracleReply({ tasks: ['15', '28', '1'] }, gold)
    expect(judgeCase(kase, [reply], gold).turns[0]).toMatchObject({ pass: false, confident: true, none: false })
  })

  test('tells "there are none" from "I do not understand"', () => {
    const { kase, gold } = pick('safety-unit-01')
    const nothing = oracleReply({ tasks: [] }, gold)
    expect(judgeCase(kase, [nothing], gold).turns[0]).toMatchObject({ pass: false, confident: false, none: true })
    const lost = oracleReply({ unknown: true }, gold)
    expect(judgeCase(kase, [lost], gold).turns[0]).toMatchObject({ pass: false, confident: false, none: false })
  })

  test('accepts the second task of the list that the program itself gave', () => {
    const { kase, gold } = pick('safety-multiturn-02')
    const replies = kase.turns.map((turn) => oracleReply(turn.expect, gold))
    const list = replies[0]
    const last = list?.tasks[3]
    if (!list || !last) throw new Error('the case has changed')
    list.tasks = [list.tasks[0], last, list.tasks[1], list.tasks[2]].filter((task) => task !== undefined)
    replies[1] = { ...oracleReply({ tasks: [] }, gold), tasks: [last] }
    expect(judgeCase(kase, replies, gold).turns[1]).toMatchObject({ pass: true })
  })

  test('finds an answer where there should be none', () => {
    const { kase, gold } = pick('safety-outofscope-01')
    const reply = oracleReply({ tasks: ['24'] }, gold)
    expect(judgeCase(kase, [reply], gold).turns[0]).toMatchObject({ pass: false, confident: true })
  })
})
