import { describe, expect, test } from '@jest/globals'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const jilin = sampleLedger('吉林医改施工图55项.txt')
const talk = () => {
  const { say } = conversation(jilin)
  const numbers = async (text: string): Promise<string> => (await say(text)).tasks.map(({ no }) => no).join(' ')
  const names = async (text: string): Promise<string[]> => [
    ...new Set((await say(text)).contacts.map(({ name }) => name)),
  ]
  return { say, numbers, names }
}

describe('他 is whom the last answer named', () => {
  test('his other tasks, filtered on, and his phone', async () => {
    const { say, numbers, names } = talk()
    const [name] = await names('（十一）的联络员是谁')
    const tasks = await numbers('她还负责哪些')
    expect(tasks.split(' ')).toContain('（十一）')
    expect(tasks.split(' ').length).toBeGreaterThan(1)
    expect((await say('他名下几项')).total).toBe(tasks.split(' ').length)
    expect(tasks.split(' ')).toEqual(expect.arrayContaining((await numbers('她年底前要完成的')).split(' ')))
    expect(await names('她的电话')).toEqual([name])
  })

  test('the number of another task lets go of him', async () => {
    const { numbers } = talk()
    await numbers('（十一）的联络员是谁')
    await numbers('她还负责哪些')
    expect(await numbers('（十九）呢')).toBe('（十九）')
  })

  test('of several it is asked which', async () => {
    const { say } = talk()
    expect((await say('（十一）')).tasks).toHaveLength(1)
    const asked = await say('他还负责哪些')
    expect(asked).toMatchObject({ needs: 'identity', tasks: [] })
    expect(asked.text).toMatch(/^指哪一位？\n1 /)
    const [, name] = /\n2 (\S+)/.exec(asked.text) ?? []
    const { tasks } = await say('2')
    expect(tasks.length).toBeGreaterThan(0)
    for (const { contacts } of tasks) expect(contacts.map((contact) => contact.name)).toContain(name)
  })

  test('of nobody it is asked who', async () => {
    expect(await talk().say('他负责哪些')).toMatchObject({ needs: 'identity', tasks: [] })
  })
})

test.each(['它有哪些任务', '这个部门有几项', '其他单位的任务有哪些', '他们逾期的'])(
  '%s: of a unit that nothing names',
  async (text) => expect(await talk().say(text)).toMatchObject({ needs: 'unit', tasks: [] }),
)

test.each(['这项谁牵头', '这项什么时候到期', '这个找谁'])('%s: of a task that nothing names', async (text) =>
  expect(await talk().say(text)).toMatchObject({ needs: 'task', tasks: [] }),
)

test('还有别的单位吗 after who leads', async () => {
  const { say } = talk()
  const { units } = await say('（十一）谁牵头')
  const others = await say('还有别的单位吗')
  expect(others.tasks.map(({ no }) => no)).toEqual(['（十一）'])
  expect(others.units.length).toBeGreaterThan(0)
  expect(others.units.filter((unit) => units.includes(unit))).toEqual([])
})
