import type { EventEmitter } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { type payloads, types } from 'wechaty-puppet'
import { adapterContract } from '../contract.ts'
import { closePlatforms, createTime, openPlatform } from './platform.ts'

afterEach(closePlatforms)

const LONGEST_PAUSE_MS = 2_500

/** The platform as the contract plays it: one person, one room, a bot that is logged in at once. */
const setUp = () => {
  const time = createTime()
  let now = time.clock().getTime()
  // pauses between messages pass at once, limits never
  const timer = {
    after: (ms: number, run: () => void) => {
      if (ms > LONGEST_PAUSE_MS) return () => {}
      const soon = setImmediate(() => {
        now += ms
        run()
      })
      return () => clearImmediate(soon)
    },
  }
  const platform = openPlatform({ time: { ...time, timer, clock: () => new Date(now) } })
  const { mocker, puppet, wechat, me } = platform
  const local = mocker.createContact({ id: 'local', name: '张某' })
  const shown: string[] = []
  ;(local as unknown as EventEmitter).on('message', ({ payload }: { payload: payloads.Message }) => {
    if (payload.talkerId === me.id) shown.push(payload.text ?? '')
  })
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
  let last = ''
  puppet.on('message', ({ messageId }) => {
    last = messageId
  })
  return {
    adapter: wechat,
    conversation: { adapter: 'wechat', id: 'local', kind: 'direct' } as const,
    say: (text: string): void => void ready.then(() => local.say(text).to(me)),
    shown: () => shown.join('\n'),
    sayInGroup: (text: string, addressed: boolean): void =>
      void ready.then(() => local.say(addressed ? `@小督\u2005${text}` : text).to(platform.office)),
    sendFile: (name: string, content: string): void => {
      const id = `file-${name}`
      const base64 = Buffer.from(content).toString('base64')
      mocker.cacheFileBoxPayload.set(id, { type: 1, name, base64, metadata: {} } as never)
      void ready.then(() => platform.say('', { id, from: 'local', type: types.Message.Attachment, filename: name }))
    },
    repeat: (): void => void ready.then(() => puppet.emit('message', { messageId: last })),
    failNext: (): void => {
      const { messageSendText } = puppet
      puppet.messageSendText = async () => {
        puppet.messageSendText = messageSendText
        throw new Error('not taken')
      }
    },
  }
}

adapterContract('wechat', setUp, ['sayInGroup', 'sendFile', 'repeat', 'failNext'])

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
