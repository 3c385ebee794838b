import { describe, expect, test } from '@jest/globals'
import { createCalendar } from '../../src/reminders/calendar.ts'
import { buildRoster } from '../../src/reminders/roster.ts'
import { objects } from '../../src/reports/objection.ts'
import { conversation } from '../helpers/conversation.ts'
import { ENABLED, ledger, person, settings, task } from '../reminders/samples.ts'

test.each([
  '第1项我们不是牵头，应为配合',
  '我单位不是第一责任单位',
  '这项不应由我局牵头',
  '第1项牵头单位写错了，我们只是配合',
  '对第1项的牵头单位有异议',
])('%s is an objection', (text) => expect(objects(text)).toBe(true))

test.each([
  '我们是不是牵头单位',
  '第1项我们牵头吗',
  '我们牵头的有哪些',
  '市水务局不是牵头单位',
  '这项建议转市药监局牵头',
  '我们不是牵头单位的任务有哪些',
])('%s is none', (text) => expect(objects(text)).toBe(false))

const river = task({
  lead: ['市水务局', '市住建局'],
  milestones: [{ ...task().milestones[0], due: '2020-12-31' } as never],
})
const SNAPSHOT = {
  ledgers: [ledger({ openness: 'public' })],
  tasks: [river, task({ no: '2', title: '清理河道', content: '清理河道。', lead: ['市城管局'] })],
  groups: [],
  people: [person()],
}
const liaison = { from: 'U1', adapter: 'slack' }
const chief = { from: 'chief', adapter: 'slack' }

const unitsReminded = (state: { tasks: readonly (typeof river)[] }): (string | null)[] => {
  const { recipientsOf } = buildRoster({
    ledgers: [ledger()],
    people: [person()],
    groups: [],
    settings: settings(ENABLED),
    calendar: createCalendar(),
    today: '2020-12-16',
    namesOf: (unit) => [unit],
    asIfSince: '2020-12-16',
  })
  return recipientsOf(state.tasks[0] as typeof river).map(({ unit }) => unit)
}

const raised = async () => {
  const talk = conversation(SNAPSHOT)
  const asked = await talk.say('第1项我们不是牵头，应为配合', liaison)
  await talk.say('确认', liaison)
  return { ...talk, asked }
}

describe('a unit that says it does not lead', () => {
  test('is asked to confirm, then kept with the task', async () => {
    const { asked, say, store } = await raised()
    expect(asked.needs).toBe('confirmation')
    expect(store.snapshot().tasks[0]?.request).toMatchObject({ kind: 'objection', unit: '市水务局' })
    expect((await say('第1项什么情况', chief)).text).toContain('异议：市水务局提出不是牵头单位')
  })

  test('is not reminded until it is decided; the other lead unit is', async () => {
    const { store, say } = await raised()
    expect(unitsReminded(SNAPSHOT)).toEqual(['市水务局', '市住建局'])
    expect(unitsReminded(store.snapshot() as never)).toEqual(['市住建局'])
    await say('待审核', chief)
    await say('退回1：分工已经市政府审定', chief)
    expect(unitsReminded(store.snapshot() as never)).toEqual(['市水务局', '市住建局'])
    expect(store.snapshot().tasks[0]?.lead).toEqual(['市水务局', '市住建局'])
  })

  test('cooperates once the 督查室 agrees, and a later edition does not undo that', async () => {
    const { store, say } = await raised()
    await say('待审核', chief)
    const reply = await say('同意1', chief)
    expect(reply.text).toContain('市水务局改为配合单位')
    expect(store.snapshot().tasks[0]).toMatchObject({
      lead: ['市住建局'],
      cooperating: ['市水务局'],
      request: null,
      edited: { lead: {} },
    })
  })

  test('of a task that it does not lead is refused', async () => {
    const { store, say } = conversation(SNAPSHOT)
    expect((await say('第2项我们不是牵头单位', liaison)).text).toContain('不由您的单位牵头')
    expect(store.snapshot()).toBe(SNAPSHOT)
  })

  test('by 取消 nothing is raised; the 督查室 itself changes the unit', async () => {
    const { store, say } = conversation(SNAPSHOT)
    await say('第1项我们不是牵头', liaison)
    await say('取消', liaison)
    expect((await say('第1项我们不是牵头', chief)).text).toContain('牵头单位改为')
    expect(store.snapshot()).toBe(SNAPSHOT)
  })
})
