import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { createChannels } from '../src/channels.ts'
import { readConfig } from '../src/config.ts'
import { createLog } from '../src/log.ts'
import { manualTimer } from './helpers/manual-timer.ts'

const clock = () => new Date('2024-05-06T09:00:00+08:00')
const channelsOf = (environment: Record<string, string>) =>
  createChannels(
    readConfig(environment).config,
    {
      dataDir: join(tmpdir(), 'duban-none'),
      clock,
      timer: manualTimer(),
      alarm: () => {},
      isOnRoster: () => false,
      redeem: async () => false,
      befriended: async () => {},
    },
    { log: createLog('silent', () => {}, clock), random: () => 0, show: () => {}, environment },
  )

test('nothing configured: no channel', async () => expect(await channelsOf({})).toEqual([]))

test('WeChat with the puppet that was chosen, looked at without being started', async () => {
  const [wechat, ...more] = await channelsOf({
    WECHATY_PUPPET: 'wechaty-puppet-service',
    DUBAN_ROOMS: '工作群，督查群',
  })
  expect(more).toEqual([])
  expect(wechat?.adapter.name).toBe('wechat')
  const findings = (await wechat?.check()) ?? []
  expect(findings[0]).toMatchObject({
    level: 'error',
    message: expect.stringContaining('WECHATY_PUPPET_SERVICE_TOKEN'),
  })
  expect(findings.at(-1)).toEqual({ level: 'ok', message: '在 2 个群里答复' })
})

test("a puppet's own keys are handed on from the configuration", async () => {
  const [wechat] = await channelsOf({
    WECHATY_PUPPET: 'wechaty-puppet-service',
    WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_test',
  })
  expect((await wechat?.check())?.[0]?.level).toBe('ok')
})
