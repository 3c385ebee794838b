import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { adapterContract } from '../contract.ts'
import { closePlatforms, createTime, openPlatform } from './platform.ts'

afterEach(closePlatforms)

adapterContract('wechat', () => {
  const time = createTime()
  // a pause between two messages passes at once, a limit never
  const timer = {
    after: (ms: number, run: () => void) => {
      if (ms > 3_000) return () => {}
      const soon = setImmediate(run)
      return () => clearImmediate(soon)
    },
  }
  const platform = openPlatform({ time: { ...time, timer } })
  const { mocker, wechat, me } = platform
  const local = mocker.createContact({ id: 'local', name: '张某' })
  const shown: string[] = []
  ;(local as unknown as NodeJS.EventEmitter).on(
    'message',
    (message: { payload: { talkerId: string; text: string } }) => {
      if (message.payload.talkerId === me.id) shown.push(message.payload.text)
    },
  )
  const start = wechat.start.bind(wechat)
  let open: () => void = () => {}
  const ready = new Promise<void>((resolve) => {
    open = resolve
  })
  wechat.start = async (receive) => {
    await start(receive)
    mocker.login(me)
    open()
  }
  return {
    adapter: wechat,
    say: (text) => void ready.then(() => local.say(text).to(me)),
    shown: () => shown.join('\n'),
  }
})

describe('for doctor', () => {
  test('what is in order, and what a puppet with passing ids may not do', async () => {
    const platform = openPlatform({ puppet: 'wechaty-puppet-wechat4u', rooms: [] })
    const findings = await platform.wechat.check()
    expect(findings.map(({ level }) => level)).toEqual(['ok', 'warning', 'ok', 'warning'])
    expect(findings[1]?.message).toContain('只答复标为“公开”的台账')
    expect(platform.wechat.stableIds).toBe(false)
  })

  test('a package that is missing, a token that is missing, a session that others can read', async () => {
    const missing = openPlatform({ puppet: 'wechaty-puppet-absent' })
    expect((await missing.wechat.check())[0]).toMatchObject({
      level: 'error',
      message: expect.stringContaining('npm install wechaty-puppet-absent'),
    })
    const token = openPlatform({ puppet: 'wechaty-puppet-service', keys: {} })
    expect((await token.wechat.check())[0]).toMatchObject({
      level: 'error',
      message: expect.stringContaining('WECHATY_PUPPET_SERVICE_TOKEN'),
    })
    const platform = openPlatform()
    writeFileSync(join(platform.folder, 'duban.memory-card.json'), '{}', { mode: 0o644 })
    const open = openPlatform({ folder: platform.folder })
    expect((await open.wechat.check())[2]).toMatchObject({ level: 'error' })
  })

  test('a puppet that is not known is taken for one whose ids pass, unless it is said otherwise', () => {
    expect(openPlatform({ puppet: 'wechaty-puppet-other' }).wechat.stableIds).toBe(false)
    expect(openPlatform({ puppet: 'wechaty-puppet-other', stableIds: true }).wechat.stableIds).toBe(true)
    expect(openPlatform({ puppet: '@juzi/wechaty-puppet-service' }).wechat.stableIds).toBe(true)
  })
})
