import { read, utils } from '@e965/xlsx'
import { describe, expect, test } from '@jest/globals'
import type { Person, Task } from '../../src/domain/index.ts'
import { EXPORTED } from '../../src/domain/index.ts'
import { readLedgerFile } from '../../src/importing/import-file.ts'
import type { Reply } from '../../src/reply.ts'
import type { Snapshot } from '../../src/store/store.ts'
import { conversation } from '../helpers/conversation.ts'
import { importedLedgers, sampleLedger } from '../helpers/sample-ledger.ts'

const beijing = sampleLedger('北京医改23项.txt')

const bytesOf = ({ file }: Reply): Buffer => Buffer.from(file?.content ?? '', 'base64')
const numbersIn = async (reply: Reply): Promise<string> => {
  const { tasks } = await readLedgerFile({ name: reply.file?.name ?? '', bytes: bytesOf(reply) })
  return tasks.map(({ no }) => no).join(' ')
}
const textOf = (reply: Reply): string => {
  const { Sheets } = read(bytesOf(reply))
  return Object.values(Sheets)
    .map((sheet) => utils.sheet_to_csv(sheet))
    .join('\n')
}

describe('what was just listed', () => {
  test.each(['刚才那几条导个表', '导出成Excel', '导表', '这些导出来'])('%s', async (text) => {
    const { say } = conversation(beijing)
    await say('市卫生健康委负责哪些任务')
    const list = await say('其中年底前要完成的')
    expect(list.total).toBe(14)
    const reply = await say(text)
    expect(reply.intent).toBe('export-file')
    expect((await numbersIn(reply)).split(' ').sort()).toEqual(list.tasks.map(({ no }) => no).sort())
    expect(reply.text).toContain(`${list.total}项已导出为Excel表格：`)
  })

  test('as a Word document', async () => {
    const { say } = conversation(beijing)
    await say('市医保局牵头的有哪些')
    const reply = await say('导个Word')
    expect(reply.file?.name).toBe('市医保局牵头_20200105.docx')
    expect(await numbersIn(reply)).toBe('4 5 6 12 13 16 17 19')
  })

  test('a question that follows is answered with a list again', async () => {
    const { say } = conversation(beijing)
    await say('市医保局牵头的有哪些')
    await say('导个表')
    const reply = await say('那市教委呢')
    expect([reply.intent, reply.file]).toEqual(['list-tasks', undefined])
  })
})

describe('what the message itself names', () => {
  test.each([
    ['市医保局牵头的导出成Excel', '4 5 6 12 13 16 17 19'],
    ['第3项导个表', '3'],
    ['导出2020年3月底前要完成的任务', '11 15'],
  ])('%s', async (text, numbers) => {
    const { say } = conversation(beijing)
    expect(await numbersIn(await say(text))).toBe(numbers)
  })

  test('all of them', async () => {
    const { say } = conversation(beijing)
    expect((await say('全部任务导出成Excel')).total).toBe(23)
  })

  test.each(['导个表', '导出成Excel'])('nothing at all is asked about: %s', async (text) => {
    const { say } = conversation(beijing)
    const reply = await say(text)
    expect(reply.file).toBeUndefined()
    expect(reply.text).toContain('请说明导出哪些任务')
  })
})

const liaison = (unit: string): Person => ({
  id: 'slack:U1',
  name: '联络员甲',
  role: 'liaison',
  units: [unit],
  state: 'active',
  since: '2020-01-01T00:00:00Z',
  deputies: [],
})

/** A ledger with telephone numbers, each of its tasks reported on. */
const reported = (): Snapshot => {
  const state = importedLedgers('test/cases/ledgers/营商环境改革任务清单.txt')
  const reports = (task: Task) => [
    { at: '2020-01-02T09:00:00+08:00', by: '甲', text: `报送原文${task.no}完`, progress: 10, status: null },
  ]
  return { ...state, tasks: state.tasks.map((task) => ({ ...task, reports: reports(task) })) }
}

const WHOLE = /1[3-9]\d{9}/u

describe('what somebody may not read is not in the file', () => {
  const state = reported()
  const own = state.tasks[0]?.lead[0] as string
  const bound = { ...state, people: [liaison(own)] }

  test('the words of other units’ reports, and numbers that one is not entitled to', async () => {
    const { say } = conversation(bound)
    const reply = await say('全部任务导个表', { adapter: 'slack', from: 'U1' })
    const text = textOf(reply)
    const mine = state.tasks.filter(({ lead, cooperating }) => [...lead, ...cooperating].includes(own))
    expect(text.match(/报送原文/gu)).toHaveLength(mine.length)
    expect(text).toContain('2020-01-02 已报送')
    expect(text).not.toMatch(WHOLE)
    expect(reply.text).toContain('其他单位的进展只列日期，不列原文')
    expect(reply.text).toContain('联系电话隐去中间四位')
  })

  test('whole numbers of one’s own tasks are, in private', async () => {
    const { say } = conversation(bound)
    expect(textOf(await say(`导出${own}牵头的任务`, { adapter: 'slack', from: 'U1' }))).toMatch(WHOLE)
  })

  test('in a group neither is, whoever asks', async () => {
    const group = {
      ...{ id: 'slack:G', adapter: 'slack', conversation: 'G', ledgers: [], carries: 'internal' as const },
      ...{ purpose: null, owner: null, boundAt: '2020-01-01T00:00:00Z', until: null },
    }
    const { say } = conversation({ ...state, groups: [group] })
    const saying = { adapter: 'slack', from: 'chief', group: true, conversation: 'G' }
    const text = textOf(await say('全部任务导个表', saying))
    expect(text).not.toMatch(WHOLE)
    expect(text).not.toContain('报送原文')
  })

  test('an internal ledger goes to no group that may not carry it, and to nobody who is not bound', async () => {
    const { say } = conversation(state)
    const inGroup = await say('全部任务导个表', { adapter: 'slack', from: 'chief', group: true })
    expect(inGroup.file).toBeUndefined()
    const guest = await say('全部任务导个表', { adapter: 'slack', from: 'U9' })
    expect([guest.file, guest.text]).toEqual([undefined, expect.stringContaining('还没有绑定单位')])
  })
})

test('who was given what is in the audit trail', async () => {
  const { say, store } = conversation(reported())
  const file = await say('第2项导个表', { adapter: 'slack', from: 'chief' })
  await say('第2项谁牵头', { adapter: 'slack', from: 'chief' })
  const entries = store.entries(EXPORTED)
  expect(entries.map(({ body }) => body)).toEqual([
    expect.objectContaining({ by: 'slack:chief', phones: true, tasks: file.tasks.map(({ id }) => id) }),
  ])
})

describe('a 专报', () => {
  test('is drafted for the office', async () => {
    const { say } = conversation(beijing)
    const reply = await say('起草一份3月份督查通报')
    expect([reply.total, reply.file?.name]).toEqual([23, '北京医改23项专报_20200105.docx'])
  })

  test('and for nobody else', async () => {
    const { say } = conversation({ ...beijing, people: [liaison('市医保局')] })
    const reply = await say('起草一份督查专报', { adapter: 'slack', from: 'U1' })
    expect([reply.file, reply.text]).toEqual([undefined, expect.stringContaining('专报由督查室生成')])
  })
})

describe('a calendar of due dates', () => {
  test('of one’s own unit', async () => {
    const { say } = conversation({ ...beijing, people: [liaison('市卫生健康委')] })
    const reply = await say('把我们委的时限导成日历', { adapter: 'slack', from: 'U1' })
    expect(reply.file?.name).toBe('市卫生健康委_20200105.ics')
    expect(
      bytesOf(reply)
        .toString()
        .match(/BEGIN:VEVENT/gu)?.length,
    ).toBeGreaterThan(10)
  })

  test('is none where no day is set', async () => {
    const { say } = conversation(beijing)
    const reply = await say('持续推进的任务导成日历')
    expect([reply.file, reply.text]).toEqual([undefined, '这些任务没有具体日期，没有生成日历文件。'])
  })
})

test('a 进度图 is a picture, and its words say the same', async () => {
  const { say } = conversation(beijing)
  const reply = await say('进度图')
  expect(reply.file?.name).toBe('北京医改23项进度图_20200105.png')
  expect(bytesOf(reply).subarray(1, 4).toString()).toBe('PNG')
  expect(reply.text).toContain('截至2020年1月5日共23项')
  expect(reply.file?.alt).toBe(reply.text)
})
