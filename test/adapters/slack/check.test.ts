import { afterEach, describe, expect, test } from '@jest/globals'
import { START } from '../../helpers/slack/workspace.ts'
import { closeStages, setUpSlack } from './set-up.ts'

afterEach(closeStages)

describe('what doctor is told', () => {
  test('all is well', async () => {
    const { slack, server } = await setUpSlack('socket')
    const findings = await slack.check()
    expect(findings.map(({ level }) => level)).toEqual(['ok', 'ok', 'ok', 'ok'])
    expect(findings[0]?.message).toContain('Home')
    expect(server.sockets.connections).toBe(0)
  })

  test('a scope is missing', async () => {
    const { slack } = await setUpSlack('http', { scopes: ['chat:write', 'commands', 'app_mentions:read'] })
    expect(await slack.check()).toContainEqual({ level: 'error', message: expect.stringContaining('im:history') })
  })

  test.each([
    [200_000, '快200秒'],
    [-400_000, '慢400秒'],
  ])('the clock is off by %i ms', async (ms, words) => {
    const { slack } = await setUpSlack('http', { clock: () => new Date(START + ms) })
    expect(await slack.check()).toContainEqual({ level: 'error', message: expect.stringContaining(words) })
  })

  test('a token is wrong', async () => {
    const { slack } = await setUpSlack('socket', { botToken: 'xoxb-wrong', appToken: 'xapp-wrong' })
    expect(await slack.check()).toEqual([
      { level: 'error', message: expect.stringContaining('SLACK_BOT_TOKEN（invalid_auth）') },
      { level: 'error', message: expect.stringContaining('SLACK_APP_TOKEN（invalid_auth）') },
    ])
  })

  test('Slack cannot be reached', async () => {
    const { slack, server } = await setUpSlack('http')
    server.fault({ method: 'auth.test', how: 'drop' })
    expect(await slack.check()).toEqual([{ level: 'error', message: expect.stringContaining('连不上') }])
  })
})
