import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'

// The program as it is built and run by people: real processes on folders of their own. Few of them, they cost time.

// a loaded machine starts processes slowly
jest.setTimeout(60_000)

const MAIN = resolve(dirname(fileURLToPath(import.meta.url)), '../../dist/src/main.js')
const NOW = ['--now', '2024-05-06T09:00:00+08:00']

const LEDGER = [
  '安全生产治本攻坚2024年任务分工表',
  '',
  '\t序号\n\t重点任务\n\t牵头单位\n\t配合单位\n\t完成时限',
  '\n\t1\n\t修订生产安全事故应急预案\n\t区应急局\n\t区消防救援大队、各街道办事处\n\t2024年6月底前',
  '\n\t2\n\t排查整治城镇燃气管道占压\n\t区城管委\n\t区应急局\n\t2024年3月底前',
  '',
].join('\n')

let folder: string
const started: ChildProcess[] = []
const inFolder = (name: string): string => join(folder, name)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duban-process-'))
  writeFileSync(inFolder('安全生产.txt'), LEDGER)
  writeFileSync(inFolder('图片.txt'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
})
afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

interface Running {
  child: ChildProcess
  /** Waits for that many lines of output in all. */
  lines(count: number): Promise<string[]>
  ended: Promise<{ status: number | null; output: string; errors: string }>
}

const start = (...args: string[]): Running => {
  const env = { ...process.env, LOG_LEVEL: 'error', DUBAN_DATA: '' }
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, env, stdio: 'pipe' })
  started.push(child)
  let [output, errors] = ['', '']
  const waiting: (() => void)[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    for (const look of waiting) look()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const ended = new Promise<{ status: number | null; output: string; errors: string }>((resolveEnd) => {
    child.on('close', (status) => resolveEnd({ status, output, errors }))
  })
  const lines = (count: number): Promise<string[]> =>
    new Promise((resolveLines, reject) => {
      const look = (): void => {
        const complete = output.split('\n').slice(0, -1)
        if (complete.length >= count) resolveLines(complete)
      }
      waiting.push(look)
      look()
      void ended.then(() => reject(new Error(`ended after ${output.split('\n').length - 1} lines: ${errors}`)))
    })
  return { child, lines, ended }
}

const run = (args: string[], input = '') => {
  const { child, ended } = start(...args)
  child.stdin?.end(input)
  return ended
}

describe('import and export', () => {
  test('a ledger goes in with a report and comes out as the JSON of the contract', async () => {
    const imported = await run(['import', '安全生产.txt', '--data', 'one', ...NOW])
    expect(imported).toMatchObject({ status: 0, errors: '' })
    expect(imported.output).toMatch(/共2项任务：新增2/)
    expect(imported.output).toMatch(/待核实1项/)
    const again = await run(['import', '安全生产.txt', '--data', 'one', ...NOW])
    expect(again.output).toMatch(/新增0、变更0、移除0、不变2/)

    const exported = await run(['export', '--format', 'json', '--data', 'one', ...NOW])
    expect(JSON.parse(exported.output)).toMatchObject([
      { no: '1', lead: ['区应急局'], milestones: [{ due: '2024-06-30' }], timeliness: 'on-time' },
      { no: '2', lead: ['区城管委'], cooperating: ['区应急局'], timeliness: 'overdue' },
    ])
  })

  test('one bad file among several: nothing is changed, one line says which', async () => {
    const failed = await run(['import', '安全生产.txt', '图片.txt', '--data', 'two', ...NOW])
    expect(failed).toMatchObject({ status: 1, output: '' })
    expect(failed.errors).toMatch(/^[^\n]*图片\.txt[^\n]*\n$/)
    expect(JSON.parse((await run(['export', '--data', 'two'])).output)).toEqual([])
  })

  test('a dry run tells and does not write', async () => {
    const told = await run(['import', '安全生产.txt', '--dry-run', '--json', '--data', 'three', ...NOW])
    expect(JSON.parse(told.output).tasks).toHaveLength(2)
    expect(existsSync(inFolder('three'))).toBe(false)
  })
})

describe('chat --json', () => {
  test('a line in, a line out, in order; a second process is refused; SIGTERM ends it with 0', async () => {
    const { child, lines, ended } = start('chat', '--json', '--data', 'four', ...NOW)
    const messages = [
      '帮助',
      '',
      JSON.stringify({ text: '大家好', group: true }),
      '{"text":',
      '长'.repeat(100_000),
      JSON.stringify({ text: '帮助', at: '昨天' }),
    ]
    child.stdin?.write(`${messages.join('\n')}\n`)
    const replies = (await lines(messages.length)).map((line) => JSON.parse(line))
    expect(replies).toHaveLength(messages.length)
    expect(replies[0]).toMatchObject({ intent: 'help', tasks: [], total: 0, needs: null })
    expect(replies[2]).toMatchObject({ intent: 'silent', text: '' })
    expect(replies[5].text).toContain('昨天')

    const second = await run(['chat', '--data', 'four'])
    expect(second).toMatchObject({ status: 1, output: '' })
    expect(second.errors).toContain(String(child.pid))

    child.kill('SIGTERM')
    expect(await ended).toMatchObject({ status: 0, errors: '' })
    expect(existsSync(inFolder('four/duban.lock'))).toBe(false)
  })
})

test('when reads a line each, JSON or plain, with its own clock', async () => {
  const input = `${JSON.stringify({ text: '6月底前', now: '2024-05-06T09:00:00' })}\n\n每月25日前\n${JSON.stringify({ text: '10小时后', now: '2024-05-06T17:00:00' })}\n`
  const { status, output } = await run(['when', '--json', ...NOW], input)
  expect(status).toBe(0)
  expect(
    output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { text: '6月底前', milestones: [{ due: '2024-06-30', recurs: null, span: [0, 4] }] },
    { text: '', milestones: [] },
    { milestones: [{ due: '2024-05-25', recurs: 'monthly' }] },
    { milestones: [{ due: '2024-05-07' }] },
  ])
})

test('the demonstration says what it is and answers a file of questions', async () => {
  const { status, output, errors } = await run(['demo', '--data', 'five'], '有哪些台账\n')
  expect({ status, errors }).toEqual({ status: 0, errors: '' })
  expect(output.split('\n')[0]).toMatch(/演示.*2020年1月5日.*import/)
  expect(output).toContain('23')
  expect(readFileSync(inFolder('five/demo/duban.json'), 'utf8')).toContain('"importedAt":"2020-01-05T01:00')
})

test('trials on a damaged folder say what to do', async () => {
  mkdirSync(inFolder('six/demo'), { recursive: true })
  writeFileSync(inFolder('six/demo/duban.json'), '{')
  const { status, output, errors } = await run(['demo', '--data', 'six'])
  expect({ status, output }).toEqual({ status: 1, output: '' })
  expect(errors).toMatch(/^试用数据已损坏.*six.demo[^\n]*\n$/)
})

const FULL = '/dev/full'
;(existsSync(FULL) ? test : test.skip)('output that cannot be written is a failure, told in one line', () => {
  const output = openSync(FULL, 'w')
  const { status, stderr } = spawnSync(process.execPath, [MAIN, 'ask', '帮助', '--data', 'seven'], {
    cwd: folder,
    stdio: ['ignore', output, 'pipe'],
    encoding: 'utf8',
  })
  closeSync(output)
  expect(status).toBe(1)
  expect(stderr).toMatch(/^[^\n]*ENOSPC[^\n]*\n$/)
})

test('doctor names what is wrong and ends with 1', async () => {
  writeFileSync(inFolder('file'), '')
  const { status, output } = await run(['doctor', '--data', 'file/below', '--json'])
  const { ok, findings } = JSON.parse(output)
  expect({ status, ok }).toEqual({ status: 1, ok: false })
  expect(findings).toContainEqual(expect.objectContaining({ name: '数据文件夹', level: 'error' }))
})
