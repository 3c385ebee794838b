import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { types } from 'wechaty-puppet'
import { closePlatforms, openPlatform, settle } from './platform.ts'

afterEach(closePlatforms)

const minute = 60_000
const { Waiting, Scanned } = types.ScanStatus

describe('logging in', () => {
  test('a code to scan is drawn at the terminal, once each', async () => {
    const platform = openPlatform()
    await platform.wechat.start(async () => {})
    expect(platform.wechat.state).toBe('starting')
    for (const code of ['https://login/1', 'https://login/1', 'https://login/2']) platform.mocker.scan(code, Waiting)
    platform.mocker.scan('https://login/2', Scanned)
    expect(platform.wechat.state).toBe('waiting-for-scan')
    expect(platform.shown).toHaveLength(2)
    expect(platform.shown[0]).toMatch(/[▀▄█]{10}/u)
    expect(platform.shown[0]).toContain('https://wechaty.js.org/qrcode/https%3A%2F%2Flogin%2F1')
    // nobody has been logged in before: the operator sits at the terminal
    expect(platform.alarms).toEqual([])
    platform.mocker.login(platform.me)
    await settle()
    expect(platform.wechat.state).toBe('logged-in')
  })

  test('the session is for nobody else to read', async () => {
    const platform = openPlatform()
    await platform.wechat.start(async () => {})
    const folder = join(platform.folder, 'wechat')
    const file = join(folder, 'duban.memory-card.json')
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    // Wechaty writes into the file it finds
    await platform.wechat.stop()
    expect(readFileSync(file, 'utf8')).toBe('{}')
  })

  test('a session that has run out is told through another channel', async () => {
    const first = openPlatform()
    await first.wechat.start(async () => {})
    const file = join(first.folder, 'wechat', 'duban.memory-card.json')
    writeFileSync(file, '{"\\rpuppet\\nwho":"bot"}')
    chmodSync(file, 0o644)
    const second = openPlatform({ folder: join(first.folder, 'wechat') })
    await second.wechat.start(async () => {})
    expect(statSync(file).mode & 0o777).toBe(0o600)
    second.mocker.scan('https://login/1', Waiting)
    expect(second.alarms).toEqual(['微信登录已失效，需要重新扫码，暂不能收发消息。请在运行督办助手的机器上扫码。'])
  })

  test('a folder that cannot be written is told at the start', async () => {
    const first = openPlatform()
    const file = join(first.folder, 'file')
    writeFileSync(file, '')
    const platform = openPlatform({ folder: join(file, 'wechat') })
    await expect(platform.wechat.start(async () => {})).rejects.toMatchObject({ code: 'store-unwritable' })
  })

  test('a package that is not installed is named', async () => {
    const platform = openPlatform({ puppet: 'wechaty-puppet-absent' })
    await expect(platform.wechat.start(async () => {})).rejects.toMatchObject({
      code: 'usage',
      message: '微信组件 wechaty-puppet-absent 没有安装，请运行 npm install wechaty-puppet-absent',
    })
  })
})

describe('logged out', () => {
  test('is told after half a minute, once, and so is the way back', async () => {
    const platform = openPlatform()
    await platform.begin()
    await platform.puppet.logout('kicked')
    expect(platform.wechat.state).toBe('logged-out')
    await platform.time.advance(29_000)
    expect(platform.alarms).toEqual([])
    await platform.time.advance(2_000)
    platform.mocker.scan('https://login/9', Waiting)
    await platform.time.advance(10 * minute)
    expect(platform.alarms).toEqual(['微信已退出登录，暂不能收发消息。请在运行督办助手的机器上扫码，重新登录。'])
    platform.mocker.login(platform.me)
    expect(platform.alarms.slice(1)).toEqual(['微信已重新登录，恢复收发消息。'])
  })

  test('a reconnection is no alarm', async () => {
    const platform = openPlatform()
    await platform.begin()
    await platform.puppet.logout('network')
    await platform.time.advance(5_000)
    platform.mocker.login(platform.me)
    await platform.time.advance(10 * minute)
    expect(platform.alarms).toEqual([])
    expect(platform.wechat.state).toBe('logged-in')
  })

  test('an alarm that cannot be sent does no harm', async () => {
    const platform = openPlatform({
      alarm: () => {
        throw new Error('no other channel')
      },
    })
    await platform.begin()
    await platform.puppet.logout('kicked')
    await platform.time.advance(minute)
    expect(platform.logged.some(({ msg }) => msg === 'an alarm could not be sent')).toBe(true)
  })

  test('a puppet that neither asks for a scan nor logs in is started anew', async () => {
    const platform = openPlatform()
    await platform.begin()
    let starts = 0
    platform.puppet.on('start', () => void starts++)
    await platform.puppet.logout('kicked')
    await platform.time.advance(3 * minute)
    expect(starts).toBe(1)
    platform.mocker.login(platform.me)
    await platform.say('还在吗')
    expect(platform.taken.map(({ text }) => text)).toEqual(['还在吗'])
  })
})

describe('a puppet that fails', () => {
  test('to start is tried again, ever more slowly, and never ends the process', async () => {
    const platform = openPlatform()
    const starts: number[] = []
    const { start } = platform.puppet
    platform.puppet.start = async () => {
      starts.push(platform.time.clock().getTime())
      if (starts.length < 12) throw new Error('unreachable')
      return start.call(platform.puppet)
    }
    await platform.wechat.start(async () => {})
    await platform.time.advance(60 * minute)
    const waits = starts.slice(1).map((at, index) => at - (starts[index] as number))
    // doubling from two seconds to five minutes, a quarter off at the middle of the jitter
    expect(waits.slice(0, 9)).toEqual([1_500, 3_000, 6_000, 12_000, 24_000, 48_000, 96_000, 192_000, 225_000])
    expect(Math.max(...waits)).toBeLessThanOrEqual(300_000)
    platform.mocker.login(platform.me)
    expect(platform.wechat.state).toBe('logged-in')
  })

  test('silently is noticed by its heartbeat', async () => {
    const platform = openPlatform()
    await platform.begin()
    let starts = 0
    platform.puppet.on('start', () => void starts++)
    for (let beat = 0; beat < 20; beat++) {
      platform.puppet.emit('heartbeat', { data: 'alive' })
      await platform.time.advance(15_000)
    }
    expect(starts).toBe(0)
    await platform.time.advance(4 * minute)
    expect(starts).toBe(1)
    expect(platform.alarms).toHaveLength(1)
  })

  test('with storms of errors is logged once a minute, without what the errors say', async () => {
    const platform = openPlatform()
    await platform.begin()
    for (let error = 0; error < 500; error++)
      platform.puppet.emit('error', { data: JSON.stringify({ message: '某某说：内部事项' }) })
    await platform.time.advance(minute)
    platform.puppet.emit('error', { gerror: 'x' })
    await settle()
    const lines = platform.logged.filter(({ msg }) => msg === 'the puppet reports errors')
    expect(lines).toHaveLength(2)
    expect(JSON.stringify(platform.logged)).not.toContain('内部事项')
  })
})

describe('stopping', () => {
  test('leaves no wait behind and answers to nothing any more', async () => {
    const platform = openPlatform()
    await platform.begin()
    platform.puppet.emit('heartbeat', { data: 'alive' })
    await platform.wechat.stop()
    expect(platform.wechat.state).toBe('stopped')
    expect(platform.time.waiting()).toBe(0)
    platform.mocker.scan('https://login/1', Waiting)
    await platform.say('还在吗')
    expect(platform.taken).toEqual([])
    expect(platform.alarms).toEqual([])
  })

  test('before the start does no harm', async () => {
    const platform = openPlatform()
    await platform.wechat.stop()
    await platform.wechat.stop()
    expect(platform.wechat.state).toBe('stopped')
  })
})
