import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, describe, expect, test } from '@jest/globals'
import { createTerminal, type TerminalOptions } from '../../adapters/terminal/terminal.ts'
import type { Incoming } from '../../src/adapter.ts'
import { adapterContract, replyOf } from './contract.ts'

const FILE = { name: '清单.xlsx', content: Buffer.from('内容').toString('base64') }

/** A terminal whose keyboard is `type` and whose screen is `screen()`. */
const setUp = (options: Partial<TerminalOptions> & { tty?: boolean; columns?: number } = {}) => {
  const { tty = false, columns, ...rest } = options
  const input = Object.assign(new PassThrough(), { isTTY: tty, setRawMode: () => input })
  const output = Object.assign(new PassThrough(), { isTTY: tty, ...(columns ? { columns } : {}) })
  const chunks: Buffer[] = []
  output.on('data', (chunk: Buffer) => chunks.push(chunk))
  let ids = 0
  const terminal = createTerminal({
    input,
    output,
    clock: () => new Date('2024-05-06T01:00:00Z'),
    newId: () => `m${++ids}`,
    greeting: '',
    historyFile: null,
    saveFile: ({ name }) => `data/exports/${name}`,
    ...rest,
  })
  return { terminal, input, screen: () => Buffer.concat(chunks).toString() }
}

adapterContract('terminal', () => {
  const { terminal, input, screen } = setUp()
  const conversation = { adapter: 'terminal', id: 'local', kind: 'direct' } as const
  return { adapter: terminal, conversation, say: (text) => void input.write(`${text}\n`), shown: screen }
})

describe('a file of questions on standard input', () => {
  test('each line is answered in order, then it is finished', async () => {
    const { terminal, input, screen } = setUp({ greeting: '欢迎' })
    const taken: Incoming[] = []
    await terminal.start(async (message) => {
      // the first answer takes longest: order must come from the lines
      if (message.text === '一') await new Promise((resolve) => setImmediate(resolve))
      taken.push(message)
      await terminal.send(message.conversation, replyOf(`答${message.text}`))
    })
    input.end('一\n\n二\r\n三')
    await terminal.finished
    expect(screen()).toBe('欢迎\n答一\n\n答二\n\n答三\n\n')
    expect(taken[0]).toEqual({
      id: 'm1',
      conversation: { adapter: 'terminal', id: 'local', kind: 'direct' },
      sender: null,
      text: '一',
      addressed: true,
      at: '2024-05-06T01:00:00.000Z',
    })
    expect(new Set(taken.map(({ id }) => id)).size).toBe(3)
  })

  test.each(['退出', ' EXIT '])('%j ends the conversation', async (farewell) => {
    const { terminal, input } = setUp()
    const taken: string[] = []
    await terminal.start(async ({ text }) => void taken.push(text))
    input.write(`一\n${farewell}\n二\n`)
    await terminal.finished
    expect(taken).toEqual(['一'])
  })
})

describe('a person at the keyboard', () => {
  test('is prompted, and answered above the next prompt', async () => {
    const { terminal, input, screen } = setUp({ tty: true })
    await terminal.start(({ conversation, text }) => terminal.send(conversation, replyOf(`答${text}`)))
    input.write('有哪些任务\r')
    await new Promise((resolve) => setImmediate(resolve))
    expect(screen()).toMatch(/督办> .*答有哪些任务\n\n.*督办> /s)
    await terminal.stop()
  })

  test('is told what to do after an empty line', async () => {
    const { terminal, input, screen } = setUp({ tty: true })
    const taken: string[] = []
    await terminal.start(async ({ text }) => void taken.push(text))
    input.write('  \r')
    await new Promise((resolve) => setImmediate(resolve))
    expect(screen()).toContain('请输入问题，或回复 帮助。\n\n')
    expect(taken).toEqual([])
    await terminal.stop()
  })

  test.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('%s leaves cleanly', async (_name, key) => {
    const { terminal, input, screen } = setUp({ tty: true })
    await terminal.start(async () => {})
    input.write(key)
    await terminal.finished
    expect(screen().endsWith('\n')).toBe(true)
  })
})

test('a failure of the receiver ends the conversation with it', async () => {
  const { terminal, input } = setUp()
  await terminal.start(async () => {
    throw new Error('broken')
  })
  input.write('一\n二\n')
  await expect(terminal.finished).rejects.toThrow('broken')
})

describe('what is shown', () => {
  test('a table where the reply has one, within the columns of the screen', async () => {
    const { terminal, screen } = setUp({ columns: 30 })
    const table = {
      before: '区应急局共2项',
      columns: ['序号', '任务'],
      rows: [
        ['3', '修订应急预案'],
        ['11', '开展燃气管道老化更新改造和隐患排查'],
      ],
      after: '回复序号看详情',
    }
    await terminal.send({ adapter: 'terminal', id: 'local', kind: 'direct' }, replyOf('文本', { table }))
    expect(screen()).toBe(
      [
        '区应急局共2项',
        '序号  任务',
        `────  ${'─'.repeat(24)}`,
        '3     修订应急预案',
        '11    开展燃气管道老化更新改…',
        '回复序号看详情\n\n',
      ].join('\n'),
    )
  })

  test('control characters of a ledger do not reach the screen', async () => {
    const { terminal, screen } = setUp()
    await terminal.send({ adapter: 'terminal', id: 'local', kind: 'direct' }, replyOf('甲\u001b[31m乙\u0007\n\u202e丙'))
    expect(screen()).toBe('甲[31m乙\n丙\n\n')
  })
})

describe('history', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duban-history-'))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('is kept for the next time, for nobody else to read', async () => {
    const historyFile = join(folder, 'history')
    writeFileSync(historyFile, '从前的问题\n', { mode: 0o644 })
    const { terminal, input, screen } = setUp({ tty: true, historyFile })
    await terminal.start(async () => {})
    input.write('新的问题\r')
    // up twice: the line before the newest
    input.write('\u001b[A\u001b[A')
    await new Promise((resolve) => setImmediate(resolve))
    expect(screen()).toContain('从前的问题')
    await terminal.stop()
    expect(readFileSync(historyFile, 'utf8')).toBe('从前的问题\n新的问题\n')
    expect(statSync(historyFile).mode & 0o777).toBe(0o600)
  })
})

test('a file that comes with an answer is kept, and the person told where', async () => {
  const kept: string[] = []
  const { terminal, screen } = setUp({
    saveFile: ({ name, content }) => {
      kept.push(Buffer.from(content, 'base64').toString())
      return `data/exports/${name}`
    },
  })
  await terminal.send({ adapter: 'terminal', id: 'local', kind: 'direct' }, { text: '2项已导出', file: FILE })
  expect(kept).toEqual(['内容'])
  expect(screen()).toContain('2项已导出\n文件已存到 data/exports/清单.xlsx\n')
})
