import { describe, expect, test } from '@jest/globals'
import { readConfig, requireSound } from '../src/config.ts'

describe('readConfig', () => {
  test('nothing set', () => {
    expect(readConfig({})).toEqual({
      config: { dataDir: 'data', admins: [], botName: '督办助手', logLevel: 'info', command: 'duban' },
      problems: [],
    })
  })

  test('what is set is taken, blanks and full-width commas forgiven', () => {
    const { config, problems } = readConfig({
      DUBAN_DATA: ' /srv/duban ',
      DUBAN_ADMINS: 'slack:U1, wechat:wxid_a，slack:U2,',
      DUBAN_NAME: '@小督',
      LOG_LEVEL: 'Debug',
    })
    expect(problems).toEqual([])
    expect(config).toMatchObject({
      dataDir: '/srv/duban',
      admins: ['slack:U1', 'wechat:wxid_a', 'slack:U2'],
      botName: '小督',
      logLevel: 'debug',
    })
  })

  test('every problem names its key and what to write', () => {
    const { config, problems } = readConfig({ DUBAN_ADMINS: '张科,slack:U1', LOG_LEVEL: 'loud' })
    expect(problems.map(({ key }) => key)).toEqual(['DUBAN_ADMINS', 'LOG_LEVEL'])
    expect(problems[0]?.message).toContain('slack:U123')
    expect(problems[1]?.message).toContain('warn')
    expect(config).toMatchObject({ admins: ['slack:U1'], logLevel: 'info' })
  })
})

test('a problem stops the start', () => {
  expect(() => requireSound([])).not.toThrow()
  expect(() => requireSound([{ key: 'LOG_LEVEL', message: 'LOG_LEVEL 的值无效' }])).toThrow(/LOG_LEVEL/)
})
