import { expect, test } from '@jest/globals'
import { review } from '../../src/cli/review.ts'
import { planImport } from '../../src/importing/plan-import.ts'
import { memoryStore } from '../helpers/memory-store.ts'
import { testServices } from '../helpers/services.ts'
import { readText } from '../importing/ledgers.ts'

const LEDGER = readText(`序号\t工作任务\t责任单位\t完成时限
1\t更换老旧水表\t市水务局\t6月底前
2\t检修泵站\t市水务局市财政局\t2024年5月底前
3\t检测末梢水质\t市疾控中心\t2024年4月底前
`)

const office = (json = false) => {
  const services = testServices()
  const { state } = planImport(
    { ledgers: [], tasks: [], groups: [], people: [] },
    [{ file: '测试台账.txt', read: LEDGER }],
    services.clock(),
  )
  const store = memoryStore(state)
  const open = { ...services, openStore: async () => store, readStore: async () => store }
  const written: string[] = []
  const context = {
    services: open,
    dataDir: '',
    clock: services.clock,
    json,
    print: (text: string) => written.push(text),
  }
  return {
    store,
    written,
    run: (options = {}) => review({ ...context, print: (text) => void written.push(text) }, options),
  }
}

test('each field of a doubtful task with its original and how sure it is', async () => {
  const { run, written } = office(true)
  await run({ all: true })
  const rows = JSON.parse(written[0] ?? '') as { no: string; fields: object[] }[]
  const fields = Object.fromEntries(rows.map(({ no, fields: own }) => [no, own]))
  expect(fields[2]).toContainEqual({
    field: 'lead',
    value: '市水务局',
    original: '市水务局市财政局',
    confidence: 'doubtful',
  })
  expect(fields[3]).toContainEqual(
    expect.objectContaining({ field: 'lead', original: '市疾控中心', confidence: 'stated' }),
  )
  expect(fields[1]).toContainEqual(
    expect.objectContaining({ field: 'milestones', original: '6月底前', confidence: 'doubtful' }),
  )
})

test('without --all only doubtful tasks; settled by number', async () => {
  const { run, written, store } = office()
  await run()
  expect(written.join('')).toContain('牵头：市水务局［待核对］；原文“市水务局市财政局”')
  expect(written.join('')).not.toContain('检测末梢水质')
  await run({ settle: ['1改为2024年', '2对'] })
  expect(store.snapshot().tasks[0]?.milestones[0]?.due).toBe('2024-06-30')
  expect(store.snapshot().tasks.flatMap(({ doubts }) => doubts)).toEqual([])
})

test('what is no verdict is refused', async () => {
  await expect(office().run({ settle: ['看看'] })).rejects.toMatchObject({ code: 'usage' })
})
