import { afterEach, expect, test } from '@jest/globals'
import { lightOf, USUAL_LIGHTS, useLights } from '../../src/domain/index.ts'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const ledger = sampleLedger('天津医改40项.txt')
/** Due on the last day of September. */
const task = ledger.tasks.find(({ milestones }) => milestones.length === 1 && milestones[0]?.due === '2017-09-30')

afterEach(() => useLights(USUAL_LIGHTS))

const on = (day: string) => (task ? lightOf(task, day) : null)

test('the usual thresholds are seven days before and the day after', () => {
  expect(['2017-09-22', '2017-09-23', '2017-09-30', '2017-10-01'].map(on)).toEqual(['green', 'yellow', 'yellow', 'red'])
})

test('those of the configuration take their place', () => {
  useLights({ yellowDays: 3, redDays: 4 })
  expect(['2017-09-26', '2017-09-27', '2017-10-01', '2017-10-03', '2017-10-04'].map(on)).toEqual([
    'green',
    'yellow',
    'yellow',
    'yellow',
    'red',
  ])
})

test('what is asked for by its light goes by them as well', async () => {
  const at = '2017-09-20T09:00:00+08:00'
  expect((await conversation(ledger, at).say('亮黄灯的有哪些')).tasks).toEqual([])
  useLights({ yellowDays: 15, redDays: 1 })
  const reply = await conversation(ledger, at).say('亮黄灯的有哪些')
  expect(reply.tasks.map(({ id }) => id)).toContain(task?.id)
  expect(reply.text).toContain('15天内到期')
})
