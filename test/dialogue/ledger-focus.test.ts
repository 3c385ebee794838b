import { expect, test } from '@jest/globals'
import { conversation } from '../helpers/conversation.ts'
import { importedLedgers } from '../helpers/sample-ledger.ts'

const two = importedLedgers('data/samples/北京医改23项.txt', 'data/samples/天津医改40项.txt')

test('换台账 lists them; a number chooses one, 全部台账 lets go of it', async () => {
  const { say } = conversation(two)
  const lines = (await say('换台账')).text.split('\n')
  expect(lines).toEqual([
    '1 〔北京医改23项〕北京医改23项，23项，1月1日导入',
    '2 〔2017年任务安排〕2017年重点工作任务分工及进度安排表，40项，1月1日导入',
    '回复序号换到该台账，回复 全部台账 不限',
  ])
  expect((await say('2')).text).toBe('以下按〔2017年任务安排〕回答。')
  expect((await say('现在一共几项任务')).total).toBe(40)
  expect((await say('换台账')).text).toContain('40项，1月1日导入（当前）')
  expect((await say('全部台账')).text).toBe('以下按全部台账回答。')
  expect((await say('现在一共几项任务')).total).toBe(63)
})

test('the ledger in focus settles a number that both have', async () => {
  const { say } = conversation(two)
  await say('换台账')
  await say('1')
  expect(await say('第12项由谁牵头')).toMatchObject({ needs: null, units: ['市医保局'] })
})

test('a ledger called by name comes into focus', async () => {
  const { say } = conversation(two)
  expect((await say('北京医改23项里第12项由谁牵头')).units).toEqual(['市医保局'])
  expect(await say('第3项由谁牵头')).toMatchObject({ needs: null, units: ['市财政局'] })
})

test('the focus is one person’s', async () => {
  const { say } = conversation(two)
  await say('换台账', { from: 'a', group: true })
  await say('2', { from: 'a', group: true })
  expect((await say('现在一共几项任务', { from: 'a', group: true })).total).toBe(40)
  expect((await say('现在一共几项任务', { from: 'b', group: true })).total).toBe(63)
})

test('an archived ledger is not spoken of', async () => {
  const [first, second] = two.ledgers
  if (!first || !second) throw new Error('two ledgers were imported')
  const { say } = conversation({ ...two, ledgers: [first, { ...second, archived: true }] })
  expect((await say('现在一共几项任务')).total).toBe(23)
  expect(await say('第12项由谁牵头')).toMatchObject({ needs: null, units: ['市医保局'] })
})

test('a year that is part of a ledger’s name is no time', async () => {
  const { say } = conversation(two)
  const { needs, tasks } = await say('2017年任务安排第2项谁牵头')
  expect([needs, tasks.map(({ no }) => no)]).toEqual([null, ['2']])
  expect((await say('2017年任务安排第2项正在推进')).text).toMatch(/^已记：第2项/)
})
