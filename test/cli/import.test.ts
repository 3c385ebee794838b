import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type ImportOptions, importFiles } from '../../src/cli/import.ts'
import { memoryStore } from '../helpers/memory-store.ts'
import { testServices } from '../helpers/services.ts'

const TITLE = '永宁县2024年河道治理任务清单\n序号\t任务\t责任单位\t完成时限\n'
let dir = ''

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'duban-import-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

const office = (isTTY: boolean) => {
  const store = memoryStore({ ledgers: [], tasks: [], groups: [], people: [] })
  const services = testServices({ openStore: async () => store, readStore: async () => store })
  for (const stream of [services.streams.input, services.streams.output] as { isTTY?: boolean }[]) stream.isTTY = isTTY
  const print = (text: string): void => {
    services.streams.output.write(text)
  }
  const run = async (rows: string, options: ImportOptions = {}, json = false): Promise<string[]> => {
    const file = join(dir, '清单.txt')
    writeFileSync(file, TITLE + rows)
    await importFiles({ services, dataDir: dir, clock: services.clock, json, print }, [file], options)
    return store.snapshot().tasks.map(({ timing }) => timing)
  }
  const type = (line: string): void => {
    ;(services.streams.input as unknown as PassThrough).write(`${line}\n`)
  }
  return { run, type, written: services.written.output }
}

describe('a revision', () => {
  test('is shown at a terminal, and applied only after 确认', async () => {
    const { run, type, written } = office(true)
    expect(await run('1\t清淤\t县水利局\t2024年6月底前\n')).toEqual(['2024年6月底前'])
    type('不了')
    expect(await run('1\t清淤\t县水利局\t2024年7月底前\n')).toEqual(['2024年6月底前'])
    expect(written()).toContain('时限由“2024年6月底前”改为“2024年7月底前”')
    expect(written()).toContain('没有写入')
    type('确认')
    expect(await run('1\t清淤\t县水利局\t2024年7月底前\n')).toEqual(['2024年7月底前'])
  })

  test.each([
    ['with --yes', true, { yes: true }, false],
    ['where nobody sits at a terminal', false, {}, false],
    ['as JSON', true, {}, true],
  ])('is applied at once %s', async (_, isTTY, options, json) => {
    const { run } = office(isTTY)
    await run('1\t清淤\t县水利局\t2024年6月底前\n', options, json)
    expect(await run('1\t清淤\t县水利局\t2024年7月底前\n', options, json)).toEqual(['2024年7月底前'])
  })
})
