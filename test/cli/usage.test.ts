import { describe, expect, test } from '@jest/globals'
import { runCli } from '../../src/cli.ts'
import { readConfig } from '../../src/config.ts'
import { DubanError } from '../../src/errors.ts'
import { type TestServices, testServices } from '../helpers/services.ts'

const run = async (args: string[], services: TestServices = testServices()) => {
  const status = await runCli(args, services)
  return { status, output: services.written.output(), errors: services.written.errors() }
}

describe('wrong usage', () => {
  test.each([
    [['dance'], '没有“dance”这个命令'],
    [['ask'], '缺少参数'],
    [['import'], '缺少参数'],
    [['chat', '--loud'], '没有“--loud”这个选项'],
    [['export', '--format'], '选项 --format'],
    [['when', 'tomorrow'], '参数多了'],
    [['ask', '有哪些', '--now', '昨天'], '--now 的值“昨天”不是时间'],
    [['ledgers', '--short', '甲'], '--short 后面写台账和新简称'],
    [['ledgers', '--archive', '甲', '--remove', '乙'], '一次只用一个'],
  ])('%j ends with 2 and one line that says what to write', async (args, sentence) => {
    const { status, output, errors } = await run(args)
    expect(status).toBe(2)
    expect(output).toBe('')
    expect(errors).toContain(sentence)
    expect(errors.split('\n')).toHaveLength(2)
  })

  test('no command at all shows the usage', async () => {
    const { status, output, errors } = await run([])
    expect(status).toBe(2)
    expect(output + errors).toContain('import')
  })
})

describe('help', () => {
  test('lists every command in Chinese', async () => {
    const { status, output } = await run(['--help'])
    expect(status).toBe(0)
    expect(output).toMatch(/用法： duban/)
    expect(output).not.toMatch(/Usage|[Oo]ptions|Commands|display help|default:/)
  })

  test('of one command names its own options and the common ones', async () => {
    const { status, output } = await run(['import', '--help'])
    expect(status).toBe(0)
    expect(output).toContain('--dry-run')
    expect(output).toContain('--data')
  })

  test('the version', async () => {
    expect(await run(['--version'])).toMatchObject({ status: 0, output: '0.0.0\n' })
  })
})

describe('failures', () => {
  const failing = (error: unknown) => testServices({ readStore: () => Promise.reject(error) })

  test('an expected one is told as it is, on one line', async () => {
    const { status, errors } = await run(['ask', '有哪些任务'], failing(new DubanError('store-damaged', '甲\n乙')))
    expect(status).toBe(1)
    expect(errors).toBe('甲 乙\n')
  })

  test('one of the system in plain words', async () => {
    const error = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES', path: '/x/y' })
    const { status, errors } = await run(['ask', '有哪些任务'], failing(error))
    expect(status).toBe(1)
    expect(errors).toMatch(/^\/x\/y：没有读写权限.*\n$/)
  })

  test('an unforeseen one without its stack', async () => {
    const { status, errors } = await run(['ask', '有哪些任务'], failing(new TypeError('x is not a function')))
    expect(status).toBe(1)
    expect(errors).toMatch(/^程序内部错误（代码 TypeError）.*\n$/)
  })

  test('a wrong configuration stops every command', async () => {
    const { config, problems } = readConfig({ LOG_LEVEL: 'loud' })
    const { status, errors } = await run(['ask', '有'], testServices({ config, configProblems: problems }))
    expect(status).toBe(2)
    expect(errors).toContain('LOG_LEVEL')
  })
})
