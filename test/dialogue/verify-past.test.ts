import { describe, expect, test } from '@jest/globals'
import { CHANGE, type Change } from '../../src/domain/index.ts'
import { conversation } from '../helpers/conversation.ts'
import { importedLedgers, sampleLedger } from '../helpers/sample-ledger.ts'

const ledger = sampleLedger('北京医改23项.txt')
const OVERDUE = '时限已过的有哪些'

/** Says the lines, then asks what is overdue. */
const overdueAfter = async (...lines: string[]): Promise<string[]> => {
  const { say, numbers } = conversation(ledger)
  for (const line of lines) await say(line)
  return numbers(OVERDUE)
}

describe('待核实 settles what had passed at import', () => {
  test('shows it and offers three answers', async () => {
    const { say } = conversation(ledger)
    const { text } = await say('待核实')
    expect(text.split('\n')).toEqual([
      '〔北京医改23项〕导入时已过时限2项，是否完成请核实',
      '第2项 实施健康北京行动计划（2019年12月31日）',
      '第9项 强化重点监控合理用药（2019年12月31日）',
      '1 均已完成',
      '2 逐项核对',
      '3 未完成',
    ])
  })

  test.each<[string, string[], string[]]>([
    ['1: all done', ['1'], []],
    ['1 by its name', ['均已完成'], []],
    ['3: none done', ['3'], ['2', '9']],
    ['3 by its name', ['未完成'], ['2', '9']],
    ['2: one by one', ['2', '1', '2'], ['9']],
    ['2: the other one', ['2', '2', '1'], ['2']],
    ['2, left half way', ['2', '1'], ['9']],
  ])('%s', async (_, answers, overdue) => {
    expect(await overdueAfter('待核实', ...answers)).toEqual(overdue)
  })

  test.each([[['1']], [['3']], [['2', '1', '2']]])('is not asked again after %j', async (answers) => {
    const { say } = conversation(ledger)
    for (const line of ['待核实', ...answers]) await say(line)
    expect((await say('待核实')).text).toBe('没有待核实的时限。')
  })

  test('what was left half way is asked again', async () => {
    const { say, numbers } = conversation(ledger)
    for (const line of ['待核实', '2', '1', OVERDUE]) await say(line)
    expect(await numbers('待核实')).toEqual(['9'])
  })

  test('a milestone is marked done on its due day, the task goes on', async () => {
    const { say, store } = conversation(ledger)
    await say('待核实')
    await say('1')
    const task = store.snapshot().tasks.find(({ no }) => no === '9')
    expect(task?.milestones.map(({ due, done }) => [due, done])).toEqual([
      ['2019-12-31', '2019-12-31'],
      ['2020-12-31', undefined],
    ])
    expect(task?.status).toBe('not-started')
    expect(store.snapshot().ledgers[0]?.verification).toBe('answered')
  })
})

test('work that comes round is done until the last day that has passed, and the audit trail tells', async () => {
  const imported = importedLedgers('test/cases/ledgers/生态环保整改清单.txt')
  const ecology = {
    ...imported,
    ledgers: imported.ledgers.map((one) => ({ ...one, verification: 'open' as const })),
    tasks: imported.tasks.map((task) => ({ ...task, importedOn: '2026-03-01' })),
  }
  const { say, store } = conversation(ecology, '2026-05-10T09:00:00+08:00')
  await say('待核实')
  await say('1')
  const monthly = store.snapshot().tasks.find(({ no }) => no === '5')
  expect(monthly?.milestones.map(({ recurs, done }) => [recurs, done])).toEqual([['monthly', '2026-05-05']])
  const changes = store.entries(CHANGE).map(({ body }) => (body as { change: Change }).change)
  expect(changes.map(({ action }) => action)).toEqual(['verify'])
  expect(changes[0]?.rows.map(({ id }) => id)).toContain(monthly?.id)
})

describe('it takes over nobody’s answer', () => {
  const two = importedLedgers('data/samples/北京医改23项.txt', 'data/samples/吉林医改施工图55项.txt')

  test.each([
    ['the unit asked for last', ['待核实', '医保局牵头几项', '1'], 'count-tasks'],
    ['the ledgers listed last', ['待核实', '换台账', '1'], 'ledgers'],
    ['待核实 itself, where it was last', ['医保局牵头几项', '待核实', '1'], 'verify-past'],
    ['a number in a list', ['待核实', '市财政局有哪些任务', '3'], 'task-detail'],
  ])('1 answers %s', async (_, lines, intent) => {
    const { say, store } = conversation(two)
    const intents: string[] = []
    for (const line of lines) intents.push((await say(line)).intent)
    expect(intents.at(-1)).toBe(intent)
    const answered = store.snapshot().ledgers.some(({ verification }) => verification === 'answered')
    expect(answered).toBe(intent === 'verify-past')
  })
})

describe('it needs an administrator', () => {
  test.each([true, false])('group: %s', async (group) => {
    const { say, store } = conversation(ledger)
    const reply = await say('待核实', { from: 'li', group })
    expect(reply).toMatchObject({ text: '这项操作由督查室办理，您没有权限。', tasks: [] })
    await say('1', { from: 'li', group })
    expect(store.snapshot()).toBe(ledger)
  })

  test('nobody else answers the administrator’s question', async () => {
    const { say, store } = conversation(ledger)
    await say('待核实', { group: true })
    await say('1', { group: true, from: 'li' })
    expect(store.snapshot()).toBe(ledger)
  })
})
