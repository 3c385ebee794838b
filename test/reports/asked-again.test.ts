import { expect, test } from '@jest/globals'
import { objects } from '../../src/reports/objection.ts'
import { readDecision } from '../../src/reports/read-decision.ts'
import { boundPerson } from '../helpers/bound-person.ts'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

test.each(['第9项不归我们牵头，应为配合', '第9项不属于我局牵头'])('%s objects', (text) => {
  expect(objects(text)).toBe(true)
})

test('what comes of a refusal is no part of its reason', () => {
  expect(readDecision('不同意，没有印发文号，退回补充')).toMatchObject({ verdict: 'refuse', reason: '没有印发文号' })
})

test('an application for completion is no decision on it', () => {
  expect(readDecision('回头看都做完了，第5项申请销号')).toBeNull()
  expect(readDecision('第5项予以销号')).toMatchObject({ verdict: 'close' })
})

const talk = () =>
  conversation({
    ...sampleLedger('北京医改23项.txt'),
    people: [boundPerson('health', '市卫生健康委'), boundPerson('west', '西城区政府')],
  })

test('a milestone that waits for the 督查室 is shown as one', async () => {
  const { say } = talk()
  const from = { from: 'health', adapter: 'slack', conversation: 'health' }
  await say('第9项目录已出台', from)
  await say('确认', from)
  expect((await say('待审核')).text).toContain('第9项　强化重点监控合理用药：节点“制定出台目录”办结')
})

test('who has not reported tells of how many bodies of a collective anything is known', async () => {
  const { say } = talk()
  const from = { from: 'west', adapter: 'slack', conversation: 'west' }
  await say('第1项我区已完成', from)
  await say('确认', from)
  const { text } = await say('第1项谁还没报')
  expect(text).toContain('都报送过进展')
  expect(text).toContain('各区政府只统计已绑定的1家，其余尚未绑定，不在统计内')
})
