import { expect, test } from '@jest/globals'
import { seeded } from '../../fault/random.ts'
import { malformedMessages } from '../../fault/wechat-malformed.ts'

test('malformed messages do no harm', async () => {
  const counts = await malformedMessages(300, seeded(7))
  expect(counts).toMatchObject({ messages: 300, wrong: 0, uncaught: 0, alive: true })
  expect(counts.taken).toBeGreaterThan(0)
})
