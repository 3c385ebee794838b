import { expect, test } from '@jest/globals'
import { conversation } from '../helpers/conversation.ts'
import { importedLedgers } from '../helpers/sample-ledger.ts'

const ecology = importedLedgers('test/cases/ledgers/生态环保整改清单.txt')
const NOW = '2025-06-10T09:00:00+08:00'

test('what comes near is offered, and the choice answers the question', async () => {
  const { say } = conversation(ecology, NOW)
  const offer = await say('医疗污水谁负责')
  expect(offer).toMatchObject({ needs: 'task', units: [], tasks: [] })
  expect(offer.text).toMatch(/^台账里没有与“医疗污水”完全相符的任务，相近的有：\n1 第15项 /)
  expect(await say('1')).toMatchObject({ intent: 'who-is-responsible', units: ['县卫生健康局'] })
})

test('它 is what was offered, not what was spoken of before', async () => {
  const { say, numbers } = conversation(ecology, NOW)
  await say('县林业局有哪些任务')
  await say('医疗污水谁负责')
  expect(await numbers('那它什么时候到期')).toEqual(['15'])
  await say('县林业局有哪些任务')
  await say('医疗污水谁负责')
  expect(await numbers('那县农业农村局呢')).not.toContain('15')
})

test('a word in common is offered where tasks are asked for, and no task is claimed', async () => {
  const { say } = conversation(ecology, NOW)
  const offer = await say('有没有垃圾分类方面的任务')
  expect(offer).toMatchObject({ needs: 'task', tasks: [] })
  expect(offer.text).toContain('第14项')
  const { intent, tasks } = await say('是的')
  expect([intent, tasks.map(({ no }) => no)]).toEqual(['task-detail', ['14']])
})

test('talk with a word in common is not understood', async () => {
  expect(await conversation(ecology, NOW).say('垃圾分类怎么分')).toMatchObject({ intent: 'unknown', tasks: [] })
})

test('an answer that lets go of a word says so', async () => {
  const { text, tasks } = await conversation(ecology, NOW).say('农村生活污水谁负责')
  expect(tasks).toHaveLength(3)
  expect(text).toMatch(/^台账里没有“农村”，以下是相近的任务\n/)
})

test('a word that many tasks have means little without the one beside it', async () => {
  const business = importedLedgers('test/cases/ledgers/营商环境改革任务清单.txt')
  expect((await conversation(business).say('企业注销谁负责')).tasks).toEqual([])
})
