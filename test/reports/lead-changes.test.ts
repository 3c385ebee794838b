import { expect, test } from '@jest/globals'
import { boundPerson } from '../helpers/bound-person.ts'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const office = () =>
  conversation({
    ...sampleLedger('北京医改23项.txt'),
    people: [boundPerson('money', '市财政局'), boundPerson('care', '市医保局'), boundPerson('sport', '市体育局')],
  })

const MOVED = '第3项　落实对公立医院投入责任：牵头单位由市财政局改为市医保局'

test('whoever leads now and whoever led before hear of it, nobody else', async () => {
  const { say, told } = office()
  await say('第3项牵头单位改为市医保局')
  expect(told).toEqual([])
  await say('确认')
  expect(told.map(({ whom }) => whom).sort()).toEqual(['slack:care', 'slack:money'])
  expect(told.every(({ text }) => text.includes(MOVED))).toBe(true)
})

test('and once more when it is taken back', async () => {
  const { say, told } = office()
  await say('第3项牵头单位改为市医保局')
  await say('确认')
  told.length = 0
  await say('撤回')
  expect(told.map(({ whom }) => whom).sort()).toEqual(['slack:care', 'slack:money'])
  expect(told[0]?.text).toContain('牵头单位由市医保局改为市财政局')
})

test('a transfer that the 督查室 makes or grants is told alike', async () => {
  const { say, told } = office()
  await say('第3项转由市医保局牵头')
  await say('确认')
  expect(told.filter(({ text }) => text.includes(MOVED)).map(({ whom }) => whom)).toHaveLength(2)
})

test('a change of something else is told nobody', async () => {
  const { say, told } = office()
  await say('第3项时限改为2020年11月30日')
  await say('确认')
  expect(told).toEqual([])
})
