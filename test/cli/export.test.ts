import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { savingIn } from '../../src/cli/save-file.ts'
import { runCli } from '../../src/cli.ts'
import { readLedgerFile } from '../../src/importing/import-file.ts'
import { EMPTY_SNAPSHOT } from '../../src/store/store.ts'
import { memoryStore } from '../helpers/memory-store.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'
import { testServices } from '../helpers/services.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duban-export-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const program = (snapshot = sampleLedger('北京医改23项.txt'), tty = false) => {
  const services = testServices({ readStore: async () => memoryStore(snapshot) })
  Object.assign(services.streams.output, { isTTY: tty })
  return { run: (...args: string[]) => runCli(args, services), written: services.written }
}

describe('export', () => {
  test.each(['xlsx', 'docx'])('--format %s writes a file that is read back', async (format) => {
    const out = join(folder, `清单.${format}`)
    const { run, written } = program()
    expect([await run('export', '--format', format, '--out', out), written.errors()]).toEqual([0, ''])
    const { tasks } = await readLedgerFile({ name: `清单.${format}`, bytes: readFileSync(out) })
    expect(tasks).toHaveLength(23)
    expect(readdirSync(folder)).toHaveLength(1)
  })

  test('--format ics goes to standard output as the text that it is', async () => {
    const { run, written } = program()
    expect(await run('export', '--format', 'ics')).toBe(0)
    expect(written.output()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/u)
  })

  test('a workbook is not shown on a screen', async () => {
    const { run, written } = program(undefined, true)
    expect(await run('export', '--format', 'xlsx')).toBe(2)
    expect(written.errors()).toContain('--out')
  })

  test('of nothing says so', async () => {
    const { run, written } = program(EMPTY_SNAPSHOT)
    expect(await run('export', '--format', 'xlsx', '--out', join(folder, 'x.xlsx'))).toBe(1)
    expect(written.errors()).toContain('还没有任务可以导出')
    expect(readdirSync(folder)).toEqual([])
  })

  test('a format that there is not', async () => {
    const { run, written } = program()
    expect(await run('export', '--format', 'pdf')).toBe(2)
    expect(written.errors()).toContain('可用 json、csv、xlsx、docx、ics')
  })
})

test('a file at the terminal is kept below the data folder, for its owner alone, and takes no other’s place', () => {
  const save = savingIn(folder)
  const file = { name: '../清单.xlsx', content: Buffer.from('内容').toString('base64') }
  const [first, second] = [save(file), save(file)]
  expect([first, second]).toEqual([join(folder, 'exports', '..清单.xlsx'), join(folder, 'exports', '..清单(2).xlsx')])
  expect(readFileSync(second, 'utf8')).toBe('内容')
  expect(statSync(first).mode & 0o777).toBe(0o600)
})
