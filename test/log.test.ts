import { describe, expect, test } from '@jest/globals'
import { redactPhones } from '../src/domain/index.ts'
import { createLog } from '../src/log.ts'

const clock = () => new Date('2024-05-06T01:00:00Z')

describe('createLog', () => {
  test('a JSON line a call, from the level on', () => {
    const lines: string[] = []
    const log = createLog('warn', (line) => lines.push(line), clock)
    log.info('left out')
    log.error('failed', { file: 'a.txt', error: new Error('broken', { cause: 'disk' }) })
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] as string)).toMatchObject({
      level: 'error',
      time: '2024-05-06T01:00:00.000Z',
      msg: 'failed',
      file: 'a.txt',
      error: { type: 'Error', message: 'broken', cause: 'disk' },
    })
  })

  test('stacks are for those who ask for details', () => {
    const lines: string[] = []
    for (const level of ['info', 'debug'] as const)
      createLog(level, (line) => lines.push(line), clock).error('failed', { error: new Error('broken') })
    expect(JSON.parse(lines[0] as string).error).toEqual({ type: 'Error', message: 'broken' })
    expect(JSON.parse(lines[1] as string).error.stack).toContain('log.test')
  })

  test('silent writes nothing', () => {
    const lines: string[] = []
    createLog('silent', (line) => lines.push(line), clock).fatal('gone')
    expect(lines).toEqual([])
  })

  test('no phone gets through, wherever it stands', () => {
    const lines: string[] = []
    createLog('info', (line) => lines.push(line), clock).info('to 13912345678', { by: { phone: '139 1234 5678' } })
    expect(lines[0]).not.toMatch(/12345678|1234 5678/)
  })
})

test.each([
  ['13912345678', '139****5678'],
  ['+86 139-1234-5678', '139****5678'],
  ['010-87654321', '010****4321'],
  ['京政发202012345678901号', '京政发202012345678901号'],
  ['2024-05-06T01:00:00.000Z', '2024-05-06T01:00:00.000Z'],
])('%s is logged as %s', (text, logged) => expect(redactPhones(text)).toBe(logged))
