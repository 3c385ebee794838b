import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { Services } from '../../src/cli/services.ts'
import { runCli } from '../../src/cli.ts'
import type { PlannedMessage } from '../../src/reminders/compose.ts'
import { ENDED, PLANNED } from '../../src/reminders/records.ts'
import { SETTING, settingEntry } from '../../src/reminders/settings.ts'
import type { Store } from '../../src/store/store.ts'
import { memoryStore } from '../helpers/memory-store.ts'
import { testServices } from '../helpers/services.ts'
import { ENABLED, ledger, person, task } from '../reminders/samples.ts'

const storeWith = (...people: ReturnType<typeof person>[]): Store =>
  memoryStore({ ledgers: [ledger()], tasks: [task()], people, groups: [] })

const run = async (store: Store, args: string[], given: Partial<Services> = {}) => {
  const services = testServices({ readStore: async () => store, openStore: async () => store, ...given })
  const status = await runCli(args, services)
  return { status, output: services.written.output(), errors: services.written.errors() }
}

const NOW = ['--now', '2020-12-16T09:00:00+08:00']

describe('remind --dry-run', () => {
  test('--json has the fields of the contract, and the same keys a second time', async () => {
    const store = storeWith()
    const args = ['remind', '--dry-run', '--json', ...NOW]
    const [first, second] = [await run(store, args), await run(store, args)]
    const messages = JSON.parse(first.output) as object[]
    expect(messages.map((message) => Object.keys(message))).toEqual([
      ['key', 'to', 'channel', 'stage', 'tasks', 'text', 'why', 'held'],
    ])
    expect(messages).toMatchObject([
      { to: '市水务局', channel: null, stage: 'due-in-15', tasks: ['t1'], held: 'not-enabled' },
    ])
    expect(second.output).toBe(first.output)
  })

  test('says in words who gets what and why', async () => {
    const { output, status } = await run(storeWith(person()), ['remind', '--dry-run', ...NOW])
    expect(status).toBe(0)
    expect(output).toContain('2020-12-16　slack:U1　不发送：台账未启用提醒')
    expect(output).toContain('依据：第1项 时限前15天：12月31日（周四）到期；牵头单位的联络员或承办人')
  })

  test('walks a stretch of time; a day by itself is meant whole', async () => {
    const args = ['remind', '--dry-run', '--json', '--from', '2020-12-16', '--to', '2020-12-31']
    const { output } = await run(storeWith(), args)
    expect((JSON.parse(output) as PlannedMessage[]).map(({ stage }) => stage)).toEqual([
      'due-in-15',
      'digest',
      'due-in-3wd',
      'due-today',
    ])
  })

  test('warns where the holidays of the year are not known', async () => {
    const args = ['remind', '--dry-run', '--now', '2040-12-17T09:00:00+08:00']
    expect((await run(storeWith(), args)).output).toContain('没有2040、2041年的放假安排')
  })

  test.each([
    [['remind']],
    [['remind', '--dry-run', '--from', '2020-12-16']],
    [['remind', '--dry-run', '--from', '2020-12-16', '--to', '2020-12-01']],
  ])('%j is wrong usage', async (args) => {
    expect((await run(storeWith(), args)).status).toBe(2)
  })
})

describe('reminders', () => {
  const sentOnce = async (): Promise<Store> => {
    const store = storeWith(person())
    await store.append(settingEntry(ENABLED, null, 'm', '2020-12-01T01:00:00.000Z'))
    const message = { key: 'remind/2020-12-16/slack:U1', to: 'slack:U1', channel: 'slack', stage: 'due-in-15' }
    const planned = { ...message, tasks: ['t1'], reminders: [], day: '2020-12-16', title: '【工作提醒】市水务局' }
    await store.append({ kind: PLANNED, at: '2020-12-16T00:30:00.000Z', body: planned })
    return store
  }

  test('lists what is on its way and what has arrived', async () => {
    const store = await sentOnce()
    expect((await run(store, ['reminders'])).output).toMatch(/2020-12-16 08:30 .*slack:U1 .*发送中/)
    await store.append({
      kind: ENDED,
      at: '2020-12-16T00:31:00.000Z',
      body: { key: 'remind/2020-12-16/slack:U1', failed: null },
    })
    const { output } = await run(store, ['reminders'])
    expect(output).toContain('已启用提醒：河湖治理')
    expect(output).toMatch(/已送达/)
    expect(JSON.parse((await run(store, ['reminders', '--json'])).output)).toMatchObject([
      { state: 'sent', tasks: ['t1'] },
    ])
  })

  test('says that nothing has been sent', async () => {
    expect((await run(storeWith(), ['reminders'])).output).toContain('还没有发送过提醒')
  })
})

describe('the rules of a ledger', () => {
  const folders: string[] = []
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })
  const rules = (text: string): string => {
    const folder = mkdtempSync(join(tmpdir(), 'duban-rules-'))
    folders.push(folder)
    writeFileSync(join(folder, '规则.json'), text)
    return join(folder, '规则.json')
  }

  test('are read from a file and kept', async () => {
    const store = storeWith(person())
    const { status, output } = await run(store, ['reminders', '--policy', '河湖治理', rules('{"before":["30d"]}')])
    expect([status, output]).toEqual([0, '《2020年河湖治理任务分工表》的提醒规则已更新：before。\n'])
    expect(store.entries(SETTING)).toHaveLength(1)
    const walked = await run(store, ['remind', '--dry-run', '--json', '--from', '2020-12-01', '--to', '2020-12-20'])
    expect(JSON.parse(walked.output)).toMatchObject([{ stage: 'due-in-30' }])
  })

  test('that are wrong change nothing', async () => {
    const store = storeWith()
    const { status, errors } = await run(store, ['reminders', '--policy', '全部', rules('{"before":"30d"}')])
    expect([status, errors]).toEqual([2, expect.stringContaining('“before”')])
    expect(store.entries(SETTING)).toEqual([])
  })
})
