import { describe, expect, test } from '@jest/globals'
import { intents } from '../../intents/index.ts'
import { defineIntent } from '../../src/intent.ts'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const ledger = sampleLedger('北京医改23项.txt')

describe('every example of an intent is answered by it', () => {
  test.each(intents.flatMap((intent) => intent.examples.map((example): [string, string] => [intent.name, example])))(
    '%s: %s',
    async (name, example) => {
      const { say, errors } = conversation(ledger)
      const reply = await say(example)
      expect(errors).toEqual([])
      expect(reply.intent).toBe(name)
      expect(reply.text).not.toBe('')
    },
  )
})

describe('an intent of one’s own', () => {
  const dutyPhone = defineIntent({
    name: 'duty-phone',
    summary: '查值班电话',
    examples: ['值班电话是多少', '今天谁值班'],
    run: () => ({ text: '值班安排见内网首页。' }),
  })

  test.each(['值班电话是多少', '今天谁值班', '今天谁值班啊'])('is found by its examples alone: %s', async (text) => {
    const { say } = conversation(ledger, undefined, [dutyPhone, ...intents])
    expect(await say(text)).toMatchObject({ intent: 'duty-phone', text: '值班安排见内网首页。', tasks: [] })
  })

  test('takes nothing away from the others', async () => {
    const { say } = conversation(ledger, undefined, [dutyPhone, ...intents])
    expect((await say('市财政局负责哪些任务')).intent).toBe('list-tasks')
  })
})
