import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { readConfig, requireSound, withConfigFile } from '../src/config.ts'

describe('readConfig', () => {
  test('nothing set', () => {
    expect(readConfig({})).toEqual({
      config: {
        dataDir: 'data',
        admins: [],
        botName: '督办助手',
        logLevel: 'info',
        host: '127.0.0.1',
        port: 3000,
        slack: null,
        wechat: null,
        lights: { yellowDays: 7, redDays: 1 },
        command: 'duban',
      },
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

test('days of lights are whole numbers within reason', () => {
  expect(readConfig({ DUBAN_YELLOW_DAYS: '10', DUBAN_RED_DAYS: '3' }).config.lights).toEqual({
    yellowDays: 10,
    redDays: 3,
  })
  const { config, problems } = readConfig({ DUBAN_YELLOW_DAYS: '一周', DUBAN_RED_DAYS: '0' })
  expect(problems.map(({ key }) => key)).toEqual(['DUBAN_YELLOW_DAYS', 'DUBAN_RED_DAYS'])
  expect(config.lights).toEqual({ yellowDays: 7, redDays: 1 })
})

describe('channels', () => {
  test.each([
    [{ SLACK_APP_TOKEN: 'xapp-1' }, { kind: 'socket', appToken: 'xapp-1' }],
    [{ SLACK_SIGNING_SECRET: 'secret' }, { kind: 'http', signingSecret: 'secret' }],
    [
      { SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: 'secret' },
      { kind: 'socket', appToken: 'xapp-1' },
    ],
  ])('Slack with %j', (keys, mode) => {
    const { config, problems } = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', ...keys })
    expect(problems).toEqual([])
    expect(config.slack).toEqual({ botToken: 'xoxb-1', apiUrl: null, mode })
  })

  test('WeChat with its rooms', () => {
    const { config } = readConfig({ WECHATY_PUPPET: 'wechaty-puppet-mock', DUBAN_ROOMS: '医改专班, 123@chatroom，' })
    expect(config.wechat).toEqual({ puppet: 'wechaty-puppet-mock', rooms: ['医改专班', '123@chatroom'] })
  })

  test.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'x', SLACK_API_URL: 'slack' }, 'SLACK_API_URL'],
    [{ WECHATY_PUPPET: '../puppet' }, 'WECHATY_PUPPET'],
    [{ PORT: '70000' }, 'PORT'],
    [{ PORT: '三千' }, 'PORT'],
  ])('%j is told with the key', (keys, key) => {
    const { problems } = readConfig(keys)
    expect(problems.map((problem) => problem.key)).toEqual([key])
    expect(problems[0]?.message).toContain(key)
  })
})

describe('the configuration file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duban-config-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('stands below the environment', () => {
    const path = join(folder, 'duban.env')
    writeFileSync(path, '# 注释\nPORT=8080\nLOG_LEVEL=warn\n')
    const { env, problems } = withConfigFile({ DUBAN_CONFIG: path, LOG_LEVEL: 'debug' })
    expect(problems).toEqual([])
    expect(readConfig(env).config).toMatchObject({ port: 8080, logLevel: 'debug' })
  })

  test('that is named and missing is a problem', () => {
    const path = join(folder, 'missing.env')
    expect(withConfigFile({ DUBAN_CONFIG: path }).problems[0]?.message).toContain(path)
  })

  test('example names every key that is read, and nothing else', () => {
    const keys = (text: string, pattern: RegExp) => new Set([...text.matchAll(pattern)].map((match) => match[1]))
    const example = keys(readFileSync('.env.example', 'utf8'), /^([A-Z_]+)=/gm)
    const read = keys(readFileSync('src/config.ts', 'utf8'), /(?<!key: )'([A-Z]+(?:_[A-Z]+)*)'(?!:)/g)
    expect([...example].sort()).toEqual([...read].sort())
  })
})

test('a problem stops the start', () => {
  expect(() => requireSound([])).not.toThrow()
  expect(() => requireSound([{ key: 'LOG_LEVEL', message: 'LOG_LEVEL 的值无效' }])).toThrow(/LOG_LEVEL/)
})
