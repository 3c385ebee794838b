import { describe, expect, test } from '@jest/globals'
import { boundGroup } from './helpers/bound-group.ts'
import { boundPerson } from './helpers/bound-person.ts'
import { conversation } from './helpers/conversation.ts'
import { sampleLedger } from './helpers/sample-ledger.ts'

const ledger = sampleLedger('北京医改23项.txt')
/** After the deadlines of the ledger. */
const at = '2021-02-01T09:00:00+08:00'

const group = boundGroup()

const office = () => {
  const talk = conversation({
    ...ledger,
    groups: [group],
    people: [
      boundPerson('lia', '市体育局'),
      boundPerson('lead', '市医保局', { role: 'leader' }),
      boundPerson('mem', '市气象局', { role: 'member' }),
    ],
  })
  const inGroup = (text: string, from: string) => talk.say(text, { adapter: 'slack', group: true, from, at })
  const alone = (text: string, from: string) => talk.say(text, { adapter: 'slack', conversation: from, from, at })
  return { ...talk, inGroup, alone }
}

const LATE = '时限已过的有哪些'
const leads = (unit: string) => (task: { lead: string[]; cooperating: string[] }) =>
  [...task.lead, ...task.cooperating].includes(unit)

describe('overdue lists in a group', () => {
  test('show a liaison the own unit only, and tell how many are of others', async () => {
    const { inGroup } = office()
    const reply = await inGroup(LATE, 'lia')
    expect(reply.tasks.length).toBeGreaterThan(0)
    expect(reply.tasks.every(leads('市体育局'))).toBe(true)
    expect(reply.text).toMatch(/另\d+项属其他单位，群里由督查室或领导查询，您可私聊查看/)
  })

  test('show somebody of no unit in them nothing but the count', async () => {
    const { inGroup } = office()
    const reply = await inGroup(LATE, 'mem')
    expect(reply.tasks).toEqual([])
    expect(reply.text).toMatch(/^时限已过\d+项，都不属您的单位/)
  })

  test.each(['chief', 'lead'])('show %s all of them', async (from) => {
    const { inGroup, alone } = office()
    const all = (await alone(LATE, from)).total
    expect((await inGroup(LATE, from)).total).toBe(all)
    expect(all).toBeGreaterThan(10)
  })

  test('are whole in private, for whoever is bound', async () => {
    const { alone } = office()
    expect((await alone(LATE, 'mem')).total).toBe((await alone(LATE, 'chief')).total)
  })

  test('are whole for everybody where 群内通报 is on, until it is off', async () => {
    const { inGroup, store } = office()
    expect((await inGroup('打开群内通报', 'chief')).text).toContain('群内通报已打开')
    expect(store.snapshot().groups).toMatchObject([{ circular: true }])
    expect((await inGroup(LATE, 'mem')).total).toBe((await inGroup(LATE, 'chief')).total)
    expect((await inGroup('关闭群内通报', 'chief')).text).toContain('群内通报已关闭')
    expect((await inGroup(LATE, 'mem')).tasks).toEqual([])
  })
})

describe('群内通报', () => {
  test('is switched by administrators only', async () => {
    const { inGroup, store } = office()
    await inGroup('打开群内通报', 'lia')
    expect(store.snapshot().groups).toEqual([group])
  })

  test('is of a group that is bound', async () => {
    const { say, alone } = office()
    expect((await alone('打开群内通报', 'chief')).text).toContain('请在要打开或关闭通报的群里说')
    const elsewhere = { adapter: 'slack', group: true, conversation: 'two', from: 'chief', at }
    expect((await say('打开群内通报', elsewhere)).text).toContain('还没有绑定台账')
  })
})
