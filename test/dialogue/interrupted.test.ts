import { expect, test } from '@jest/globals'
import { conversation } from '../helpers/conversation.ts'
import { importedLedgers, sampleLedger } from '../helpers/sample-ledger.ts'

const beijing = sampleLedger('北京医改23项.txt')
const TEACH = '以后医保处都算市医保局'

test('a question inside a confirmation is answered, and the confirmation waits', async () => {
  const { say } = conversation(beijing)
  await say(TEACH)
  const between = await say('市卫健委逾期的有哪些')
  expect(between.tasks.map(({ no }) => no)).toEqual(['2', '9'])
  expect(between.text).toMatch(/待确认，请回复 确认 或 取消$/)
  // a number now means the list
  expect((await say('9')).tasks.map(({ no }) => no)).toEqual(['9'])
  expect((await say('确认')).text).toMatch(/^已记/)
  expect((await say('医保处有几项')).total).toBe(8)
})

test.each([
  ['对', /^已记/],
  ['没错', /^已记/],
  ['1', /^已记/],
  ['不用了', /^没有记/],
  ['取消', /^没有记/],
])('a confirmation is answered by %s', async (answer, text) => {
  const { say } = conversation(beijing)
  await say(TEACH)
  expect((await say(answer)).text).toMatch(text)
})

test('what was confirmed or dropped waits no more', async () => {
  const { say } = conversation(beijing)
  await say(TEACH)
  await say('取消')
  expect((await say('市体育局的任务')).text).not.toContain('待确认')
})

test.each(['谢谢', '稍等，你是谁', '帮助'])('numbered choices wait while somebody says %s', async (aside) => {
  const { say } = conversation(importedLedgers('data/samples/北京医改23项.txt', 'data/samples/吉林医改施工图55项.txt'))
  expect(await say('医保局牵头的有哪些')).toMatchObject({ needs: 'unit' })
  await say(aside)
  expect((await say('1')).total).toBe(8)
})

test('好的 is no confirmation', async () => {
  const { say } = conversation(beijing)
  await say(TEACH)
  expect((await say('好的')).text).toMatch(/待确认，请回复 确认 或 取消$/)
  expect((await say('1')).text).toMatch(/^已记/)
})
