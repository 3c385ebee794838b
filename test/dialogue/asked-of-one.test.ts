import { describe, expect, test } from '@jest/globals'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const ledger = sampleLedger('北京医改23项.txt')

describe('what is asked of one task', () => {
  test.each([
    ['谁牵头', 'who-is-responsible'],
    ['电话多少', 'contacts'],
    ['联络员是谁', 'contacts'],
    ['什么时候到期', 'when-due'],
  ])('%s asks back which, where nothing was said before', async (text, intent) => {
    const { say } = conversation(ledger)
    expect(await say(text)).toMatchObject({ intent, needs: 'task', tasks: [] })
  })

  test('is answered of the task just spoken of', async () => {
    const { say } = conversation(ledger)
    await say('第11项说说')
    expect(await say('谁牵头')).toMatchObject({ intent: 'who-is-responsible', needs: null })
  })

  test.each(['谁啊', '牵头单位一共有几家', '你是谁'])('%s is none of it', async (text) => {
    const { say } = conversation(ledger)
    expect((await say(text)).needs).toBeNull()
  })
})

test('a number that is not there is answered with those that are', async () => {
  const { say } = conversation(sampleLedger('吉林医改施工图55项.txt'))
  expect((await say('第99项谁负责')).text).toBe('台账里没有第99项，序号从（一）1到（二十八）2。')
})

test('the last row, after a single task, is that of the ledger', async () => {
  const { say, numbers } = conversation(ledger)
  await say('第2项讲什么')
  expect(await numbers('最后一项呢')).toEqual(['23'])
})

test.each(['完成情况怎么样', '目前进度', '整体推进情况'])(
  '%s, where nothing was spoken of, is of all',
  async (text) => {
    expect(await conversation(ledger).say(text)).toMatchObject({ intent: 'overview', total: 23 })
  },
)
