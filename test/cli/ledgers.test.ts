import { describe, expect, test } from '@jest/globals'
import { runCli } from '../../src/cli.ts'
import type { Ledger, Task } from '../../src/domain/index.ts'
import type { Store } from '../../src/store/store.ts'
import { memoryStore } from '../helpers/memory-store.ts'
import { testServices } from '../helpers/services.ts'
import { draft } from '../importing/read-files.ts'

const ledger = (id: string, short: string, name: string): Ledger => ({
  id,
  short,
  name,
  year: 2024,
  file: `${name}.txt`,
  importedAt: '2024-05-06T01:00:00.000Z',
  archived: false,
  openness: 'internal',
  verification: 'none',
})

const LEDGERS = [
  ledger('a1', '安全生产', '安全生产治本攻坚任务分工表'),
  ledger('b2', '营商环境', '优化营商环境任务分工表'),
]

const TASK: Task = {
  ...draft('1', '修订应急预案'),
  id: 't1',
  ledgerId: 'a1',
  status: 'not-started',
  progress: 0,
  extensions: 0,
  reports: [],
  importedOn: '2024-05-06',
}

const run = async (...args: string[]) => {
  let closed = false
  const store: Store = {
    ...memoryStore({ ledgers: LEDGERS, tasks: [TASK], groups: [], people: [] }),
    close: async () => {
      closed = true
    },
  }
  const services = testServices({ openStore: async () => store, readStore: async () => store })
  const status = await runCli(['ledgers', ...args], services)
  expect(closed || status === 2).toBe(true)
  return { status, store, output: services.written.output(), errors: services.written.errors() }
}

describe('ledgers', () => {
  test('lists them', async () => {
    const { output } = await run()
    expect(output).toMatch(/安全生产 .*安全生产治本攻坚任务分工表 .*1项 .*2024-05-06 09:00 .*使用中 .*a1/)
    expect(JSON.parse((await run('--json')).output)).toMatchObject([{ id: 'a1', tasks: 1 }, { id: 'b2' }])
  })

  test.each(['a1', '安全生产', '安全生产治本攻坚任务分工表', '治本攻坚'])('renames the one named %s', async (name) => {
    const { store, output } = await run('--short', name, '治本攻坚')
    expect(store.snapshot().ledgers.map(({ short }) => short)).toEqual(['治本攻坚', '营商环境'])
    expect(output).toContain('治本攻坚')
  })

  test('archives, brings back and removes', async () => {
    expect((await run('--archive', 'b2')).store.snapshot().ledgers[1]?.archived).toBe(true)
    expect((await run('--unarchive', 'b2')).store.snapshot().ledgers[1]?.archived).toBe(false)
    expect((await run('--remove', 'b2')).store.snapshot().ledgers).toHaveLength(1)
  })

  test.each([
    [['--archive', '医改'], '没有名为“医改”的台账'],
    [['--remove', '任务分工表'], '对应多份台账'],
    [['--short', 'a1', '营商环境'], '已被另一份台账使用'],
    [['--short', 'a1', ' '], '简称应为'],
    [['--short', 'a1', '12'], '会被当成'],
    [['--short', 'a1', '三月'], '会被当成'],
    [['--short', 'a1', '区应急局'], '会被当成'],
  ])('%j is refused and changes nothing', async (args, sentence) => {
    const { status, store, errors } = await run(...args)
    expect(status).toBe(2)
    expect(errors).toContain(sentence)
    expect(store.snapshot().ledgers).toBe(LEDGERS)
  })
})
