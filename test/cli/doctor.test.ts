import { describe, expect, test } from '@jest/globals'
import type { Services } from '../../src/cli/services.ts'
import { runCli } from '../../src/cli.ts'
import { readConfig } from '../../src/config.ts'
import { DubanError } from '../../src/errors.ts'
import type { StoreInspection } from '../../src/store/index.ts'
import type { Segmenter } from '../../src/text/segmenter.ts'
import { testServices } from '../helpers/services.ts'

const SOUND: StoreInspection = { exists: true, ledgers: 2, tasks: 40, backups: [], lockedBy: null, problems: [] }

const segmenter = (name: Segmenter['name']): Segmenter => ({
  name,
  cut: (text) => [...text],
  tag: () => [],
  insert: () => {},
})

const examine = async (given: Partial<Services> = {}, ...args: string[]) => {
  const services = testServices({
    inspectStore: async () => SOUND,
    loadSegmenter: async () => segmenter('nodejieba'),
    ...given,
  })
  const status = await runCli(['doctor', ...args], services)
  return { status, lines: services.written.output().trimEnd().split('\n') }
}

describe('doctor', () => {
  test('all is well', async () => {
    const { status, lines } = await examine()
    expect(status).toBe(0)
    expect(lines.every((line) => line.startsWith('正常　'))).toBe(true)
    expect(lines).toContainEqual(expect.stringContaining('台账 2 份、任务 40 项'))
  })

  test('what does not keep it from starting is pointed out', async () => {
    const { status, lines } = await examine(
      {
        inspectStore: async () => ({ ...SOUND, lockedBy: { pid: 4711, host: 'h', started: null } }),
        loadSegmenter: async () => segmenter('@node-rs/jieba'),
      },
      '--now',
      '2099-01-01',
    )
    expect(status).toBe(0)
    const warnings = lines.filter((line) => line.startsWith('注意　'))
    expect(warnings).toHaveLength(3)
    expect(warnings.join()).toMatch(/4711.*@node-rs\/jieba.*2099年/)
  })

  test('every problem is named at once, and the end is 1', async () => {
    const { config, problems } = readConfig({ LOG_LEVEL: 'loud', DUBAN_ADMINS: '张科' })
    const { status, lines } = await examine({
      config,
      configProblems: problems,
      inspectStore: async () => ({ ...SOUND, problems: [new DubanError('store-damaged', 'duban.json 已损坏')] }),
      loadSegmenter: () => Promise.reject(new Error('no such module')),
    })
    expect(status).toBe(1)
    expect(lines.filter((line) => line.startsWith('错误　'))).toEqual([
      expect.stringContaining('DUBAN_ADMINS'),
      expect.stringContaining('LOG_LEVEL'),
      '错误　台账库：duban.json 已损坏',
      expect.stringContaining('分词组件'),
    ])
  })

  test('as JSON', async () => {
    const { lines } = await examine({}, '--json')
    const { ok, findings } = JSON.parse(lines.join('\n'))
    expect(ok).toBe(true)
    expect(findings[0]).toMatchObject({ name: '运行环境', level: 'ok' })
  })
})
