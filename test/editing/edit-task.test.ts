import { describe, expect, test } from '@jest/globals'
import { CHANGE, type Change } from '../../src/domain/index.ts'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const beijing = sampleLedger('北京医改23项.txt')
const jilin = sampleLedger('吉林医改施工图55项.txt')

const started = (snapshot = beijing) => {
  const { say, store } = conversation(snapshot)
  const task = (no: string) => store.snapshot().tasks.find((one) => one.no === no)
  const changes = () => store.entries(CHANGE).map(({ body }) => (body as { change: Change }).change)
  return { say, store, task, changes }
}

describe('a change by message', () => {
  test('shows both values, waits for 确认, and is in the history with the fields that it set', async () => {
    const { say, task, changes } = started()
    const shown = await say('第4项时限改为6月底')
    expect(shown).toMatchObject({ intent: 'edit-task', needs: 'confirmation' })
    expect(shown.text).toContain('2020年12月31日（周四） → 2020年6月30日（周二）')
    expect(task('4')?.edited).toBeUndefined()
    expect((await say('确认')).text).toContain('已修改：第4项')
    expect(task('4')).toMatchObject({
      timing: '6月底',
      milestones: [{ due: '2020-06-30' }],
      edited: { timing: { by: '督查室' }, milestones: { at: '2020-01-05T09:00:00+08:00' } },
      extensions: 0,
    })
    expect(changes()).toMatchObject([
      { action: 'edit', text: '第4项时限改为6月底', rows: [{ before: { edited: null } }] },
    ])
  })

  test('取消 changes nothing', async () => {
    const { say, task, changes } = started()
    await say('第4项牵头单位改为市财政局')
    expect((await say('取消')).text).toBe('没有改动。')
    expect(task('4')).toEqual(beijing.tasks[3])
    expect(changes()).toEqual([])
  })

  test('撤回 within ten minutes restores what was, the note of the edit included', async () => {
    const { say, task } = started()
    await say('第4项牵头单位改为市财政局')
    await say('确认')
    expect(task('4')).toMatchObject({ lead: ['市财政局'], edited: { lead: { by: '督查室' } } })
    await say('撤回')
    expect(task('4')?.lead).toEqual(beijing.tasks[3]?.lead)
    expect(task('4')?.edited ?? null).toBeNull()
  })

  test('who comes to lead does not cooperate any more, and 配合 is noted as set as well', async () => {
    const { say, task } = started(jilin)
    await say('（十一）牵头单位改为省财政厅')
    await say('确认')
    expect(task('（十一）')).toMatchObject({ lead: ['省财政厅'], edited: { lead: {}, cooperating: {} } })
    expect(task('（十一）')?.cooperating).not.toContain('省财政厅')
  })

  test('of several milestones the one that is named, else it is asked which', async () => {
    const { say, task } = started()
    expect((await say('第9项时限改为6月底')).text).toContain('第9项　强化重点监控合理用药有2个节点，改哪一个？')
    await say('2')
    await say('确认')
    expect(task('9')?.milestones.map(({ due }) => due)).toContain('2020-06-30')
    expect(task('9')?.milestones).toHaveLength(2)
  })

  test.each([
    ['第99项时限改为6月底', '没有找到“第99项”'],
    ['第4项时限改为2月30日', '2月没有30日'],
    ['第4项时限改为尽快', '没有读出时限'],
    ['修改第4项的时限', '没有写明改为什么'],
    ['第4项去掉配合单位市气象局', '配合单位中没有市气象局'],
    ['第4项牵头单位改为市医保局', '没有改动'],
    ['第4项时限改为2020年12月31日', '没有改动'],
  ])('%s', async (text, refusal) => {
    const { say, changes } = started()
    const reply = await say(text)
    expect(reply.text).toContain(refusal)
    expect(changes()).toEqual([])
  })

  test('a unit that the ledgers do not know is told before it is taken as written', async () => {
    const { say, task } = started()
    expect((await say('第4项配合单位增加市气象局')).text).toContain('台账里没有“市气象局”，按原文登记')
    await say('确认')
    expect(task('4')?.cooperating).toContain('市气象局')
  })

  test('is for administrators; others hear what they can do instead', async () => {
    const { say, changes } = started()
    const reply = await say('第4项时限改为6月底', { from: 'u1' })
    expect(reply.text).toContain('由督查室办理')
    expect(reply.text).toContain('申请延期')
    expect((await say('确认', { from: 'u1' })).text).not.toContain('已修改')
    expect(changes()).toEqual([])
  })
})

describe('a new task', () => {
  const ADD = '新增任务：排查公立医院债务，牵头市财政局，配合市卫生健康委，6月底前完成'

  test('gets the next number and stands in its ledger like any other', async () => {
    const { say, task, changes } = started()
    expect((await say(ADD)).text).toContain('第24项')
    await say('确认')
    expect(task('24')).toMatchObject({
      lead: ['市财政局'],
      cooperating: ['市卫生健康委'],
      milestones: [{ due: '2020-06-30' }],
      added: { by: '督查室' },
      source: { file: '' },
    })
    expect(changes()).toMatchObject([{ action: 'add', rows: [{ before: null }] }])
    expect((await say('第24项什么情况')).text).toContain('督查室1月5日新增，不在导入的文件中')
    await say('第24项完成40%')
    expect(task('24')?.progress).toBe(40)
  })

  test('撤回 takes it out again', async () => {
    const { say, task } = started()
    await say(ADD)
    await say('确认')
    await say('撤回')
    expect(task('24')).toBeUndefined()
  })

  test('where there are several ledgers it is asked to which', async () => {
    const both = {
      ...beijing,
      ledgers: [...beijing.ledgers, ...jilin.ledgers],
      tasks: [...beijing.tasks, ...jilin.tasks],
    }
    const { say, store } = started(both)
    expect((await say(ADD)).needs).toBe('ledger')
    await say('1')
    await say('确认')
    const { tasks } = store.snapshot()
    // behind its own ledger's tasks, not at the end
    expect(tasks[beijing.tasks.length]).toMatchObject({ no: '24', ledgerId: beijing.ledgers[0]?.id })
  })
})

test('第1项 is the document’s, 新增1 the one that was added', async () => {
  const { say } = started(jilin)
  await say('新增任务：开展防汛检查，省财政厅牵头，6月底前完成')
  await say('确认')
  expect((await say('第1项谁牵头')).tasks.map(({ no }) => no)).not.toContain('新增1')
  expect((await say('新增3谁牵头')).text).toContain('没有新增3')
  expect((await say('新增1谁牵头')).tasks.map(({ no }) => no)).toEqual(['新增1'])
  expect((await say('新增1改过什么')).text).toContain('新增：新增任务')
})
