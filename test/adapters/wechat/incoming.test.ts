import { afterEach, describe, expect, test } from '@jest/globals'
import { types } from 'wechaty-puppet'
import { ClosingError } from '../../../src/adapter.ts'
import { closePlatforms, openPlatform, settle } from './platform.ts'

afterEach(closePlatforms)

describe('in private', () => {
  test('everything said is meant for the bot', async () => {
    const platform = openPlatform()
    await platform.begin()
    await platform.say('区应急局有哪些任务')
    expect(platform.taken).toEqual([
      {
        id: 'm1',
        deliveryId: 'm1',
        conversation: { adapter: 'wechat', id: 'zhang', kind: 'direct' },
        sender: { id: 'zhang', name: '张某' },
        text: '区应急局有哪些任务',
        addressed: true,
        at: '2024-05-06T01:00:00.000Z',
      },
    ])
    expect(platform.wechat.lastInboundAt).toBe('2024-05-06T01:00:00.000Z')
  })

  test('own messages, those of official accounts and of the system are nothing to it', async () => {
    const platform = openPlatform()
    platform.mocker.createContact({ id: 'gh_1', name: '某服务号', type: types.Contact.Official })
    await platform.begin()
    await platform.say('自己说的', { from: 'bot' })
    await platform.say('欢迎关注', { from: 'gh_1' })
    await platform.say('登录提醒', { from: 'weixin' })
    await platform.say('你已添加了张某，现在可以开始聊天了。', { type: types.Message.Unknown })
    await platform.say('  ')
    expect(platform.taken).toEqual([])
  })

  test.each([
    ['Audio', 'voice'],
    ['Image', 'image'],
    ['Video', 'video'],
    ['Emoticon', 'sticker'],
    ['Contact', 'card'],
    ['Url', 'card'],
    ['MiniProgram', 'card'],
    ['ChatHistory', 'forwarded'],
    ['Location', 'location'],
  ] as const)('%s is passed on as %s without a text', async (type, unreadable) => {
    const platform = openPlatform()
    await platform.begin()
    await platform.say('<xml/>', { type: types.Message[type] })
    expect(platform.taken).toMatchObject([{ text: '', addressed: true, unreadable }])
  })

  test('a file comes with its name, and its bytes when they are wanted', async () => {
    const platform = openPlatform()
    await platform.begin()
    const content = Buffer.from('序号,任务\r\n1,修订预案\r\n')
    platform.mocker.cacheFileBoxPayload.set('f1', {
      type: 1,
      name: '台账.csv',
      base64: content.toString('base64'),
      metadata: {},
    } as never)
    await platform.say('', { id: 'f1', type: types.Message.Attachment, filename: '台账.csv' })
    const file = platform.taken[0]?.files?.[0]
    expect(platform.taken).toMatchObject([{ text: '', addressed: true }])
    expect(file).toEqual({ name: '台账.csv', size: null, ref: 'f1' })
    if (!file) throw new Error('no file')
    expect(Buffer.from(await platform.wechat.fetch(file))).toEqual(content)
  })

  test('a file that the platform no longer has is asked for again', async () => {
    const platform = openPlatform()
    await platform.begin()
    await expect(platform.wechat.fetch({ name: '台账.docx', size: null, ref: 'gone' })).rejects.toMatchObject({
      code: 'file-missing',
      message: '文件“台账.docx”没能从微信取到，请重新发送。',
    })
  })

  test('a file above twenty megabytes is not fetched, whatever the platform says of its size', async () => {
    const platform = openPlatform()
    await platform.begin()
    const base64 = Buffer.alloc(20 * 1024 * 1024 + 1).toString('base64')
    platform.mocker.cacheFileBoxPayload.set('f1', { type: 1, name: '大.xlsx', base64, metadata: {} } as never)
    const large = { code: 'file-too-large' }
    await expect(platform.wechat.fetch({ name: '大.xlsx', size: null, ref: 'f1' })).rejects.toMatchObject(large)
    await expect(platform.wechat.fetch({ name: '大.xlsx', size: 3e7, ref: 'f2' })).rejects.toMatchObject(large)
  })
})

describe('in rooms', () => {
  const room = 'office@chatroom'

  test('talk that does not mention the bot is passed on as such', async () => {
    const platform = openPlatform()
    await platform.begin()
    await platform.say('中午食堂吃什么', { room })
    expect(platform.taken).toMatchObject([
      { text: '中午食堂吃什么', addressed: false, conversation: { id: room, kind: 'group' }, sender: { id: 'zhang' } },
    ])
  })

  test('a mention is taken off, under each of its names', async () => {
    const platform = openPlatform()
    platform.puppet.roomMemberRawPayload = async (_room, id) =>
      ({ id, name: id === 'bot' ? '小督' : id, avatar: '', roomAlias: id === 'bot' ? '台账 机器人' : '' }) as never
    await platform.begin()
    for (const name of ['督办助手', '小督', '台账 机器人']) await platform.say(`@${name}\u2005本周有几项`, { room })
    expect(platform.taken.map(({ text, addressed }) => [text, addressed])).toEqual([
      ['本周有几项', true],
      ['本周有几项', true],
      ['本周有几项', true],
    ])
  })

  test('a room may be named by its id as well; one that is not listed is not heard', async () => {
    const platform = openPlatform({ rooms: ['other@chatroom'] })
    await platform.begin()
    await platform.say('@小督 在列', { room: 'other@chatroom' })
    await platform.say('@小督 不在列', { room })
    expect(platform.taken.map(({ text }) => text)).toEqual(['在列'])
  })

  test('no list: no room', async () => {
    const platform = openPlatform({ rooms: [] })
    await platform.begin()
    await platform.say('@小督 在吗', { room })
    expect(platform.taken).toEqual([])
  })

  test('what cannot mention the bot is left alone, and so is talk that nobody waits for', async () => {
    const platform = openPlatform()
    await platform.begin()
    await platform.say('', { room, type: types.Message.Audio })
    await platform.say('', { room, type: types.Message.Attachment, filename: '名单.xlsx' })
    await platform.say('下午三点在二楼会议室开会，请各科室负责同志准时参加，并带好有关材料', { room })
    expect(platform.taken).toEqual([])
  })

  test('nothing said there gets into the log', async () => {
    const platform = openPlatform()
    await platform.begin()
    await platform.say('内部事项某某某', { room })
    await platform.say('内部事项某某某', { room: 'other@chatroom' })
    await platform.wechat.stop()
    expect(JSON.stringify(platform.logged)).not.toContain('某某某')
  })
})

describe('a quoting message', () => {
  test('has the quoted text apart, and only what follows can mention the bot', async () => {
    const platform = openPlatform()
    await platform.begin()
    const rule = '- - - - - - - - - - - - - - -'
    await platform.say(`「小督：第11项　优化收入结构\n牵头：某局」\n${rule}\n这项谁承办`)
    await platform.say(`「张某：@小督 第3项谁牵头」\n${rule}\n我看是某局`, { room: 'office@chatroom' })
    expect(platform.taken).toMatchObject([
      { quoted: '第11项　优化收入结构\n牵头：某局', text: '这项谁承办', addressed: true },
      { text: '我看是某局', addressed: false },
    ])
  })
})

describe('what comes late, twice or not at all', () => {
  const minute = 60_000

  test('after a login, the last hour is taken up and what is older is left', async () => {
    const platform = openPlatform()
    await platform.begin()
    const now = platform.time.clock().getTime()
    await platform.say('昨天的', { at: now - 1_440 * minute })
    await platform.say('停机时的', { at: now - 20 * minute })
    await platform.say('以秒计的', { at: Math.floor(now / 1_000) - 30 })
    expect(platform.taken.map(({ text }) => text)).toEqual(['停机时的', '以秒计的'])
    expect(platform.taken[1]?.at).toBe('2024-05-06T00:59:30.000Z')
  })

  test('what was said since the login is taken however late it comes', async () => {
    const platform = openPlatform()
    await platform.begin()
    const said = platform.time.clock().getTime()
    await platform.time.advance(119 * minute)
    await platform.say('迟到的', { at: said })
    expect(platform.taken.map(({ text }) => text)).toEqual(['迟到的'])
  })

  test('a recall is no message, and what was recalled is not answered', async () => {
    const platform = openPlatform()
    await platform.begin()
    await platform.say('later', { type: types.Message.Recalled })
    await platform.say('撤回了的', { id: 'later' })
    expect(platform.taken).toEqual([])
  })

  test('a message is offered again until it is kept, and the next one waits', async () => {
    const platform = openPlatform()
    const offered: string[] = []
    await platform.begin(async ({ text }) => {
      offered.push(text)
      if (offered.length < 3) throw new Error('disk full')
    })
    await platform.say('一')
    await platform.say('二')
    expect(offered).toEqual(['一'])
    await platform.time.advance(5_000)
    expect(offered).toEqual(['一', '一', '一', '二'])
  })

  test('a puppet that fails to tell is asked again', async () => {
    const platform = openPlatform()
    await platform.begin()
    const { messageRawPayload } = platform.puppet
    let failures = 2
    platform.puppet.messageRawPayload = async (id) => {
      if (failures-- > 0) throw new Error('connection lost')
      return messageRawPayload.call(platform.puppet, id)
    }
    await platform.say('问一下')
    await platform.time.advance(1_000)
    expect(platform.taken.map(({ text }) => text)).toEqual(['问一下'])
  })

  test('a puppet that never answers holds up the others for seconds only', async () => {
    const platform = openPlatform()
    await platform.begin()
    const { messageRawPayload } = platform.puppet
    platform.puppet.messageRawPayload = (id) =>
      id === 'stuck' ? new Promise(() => {}) : messageRawPayload.call(platform.puppet, id)
    await platform.say('没有下文', { id: 'stuck' })
    await platform.say('下一条')
    expect(platform.taken).toEqual([])
    await platform.time.advance(20_000)
    expect(platform.taken.map(({ text }) => text)).toEqual(['下一条'])
  })

  test('messages keep their order even where the puppet knows one sender and has to look up another', async () => {
    const platform = openPlatform()
    await platform.begin()
    const { contactRawPayload } = platform.puppet
    platform.puppet.contactRawPayload = async (id) => {
      if (id === 'li') await settle(3)
      return contactRawPayload.call(platform.puppet, id)
    }
    for (const [text, from] of [
      ['一', 'li'],
      ['二', 'zhang'],
      ['三', 'li'],
    ] as const)
      void platform.say(text, { from })
    await settle()
    expect(platform.taken.map(({ text }) => text)).toEqual(['一', '二', '三'])
  })
})

test('what is refused because the program ends is no failure, and is not tried again', async () => {
  const platform = openPlatform()
  let tries = 0
  await platform.begin(async () => {
    tries++
    throw new ClosingError()
  })
  await platform.say('有几项')
  await settle()
  expect(tries).toBe(1)
  expect(JSON.stringify(platform.logged)).toContain('closing')
  expect(JSON.stringify(platform.logged)).not.toContain('could not be kept')
})
