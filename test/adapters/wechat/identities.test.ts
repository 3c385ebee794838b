import { afterEach, describe, expect, test } from '@jest/globals'
import { types } from 'wechaty-puppet'
import type { FriendRequest } from '../../../adapters/wechat/options.ts'
import { firstTry } from '../contract.ts'
import { closePlatforms, openPlatform, settle } from './platform.ts'

afterEach(closePlatforms)

/** What ids begin with during the first login of a platform. */
const PASSING = `temp:${Date.parse('2024-05-06T01:00:00.000Z').toString(36)}`
const REMARK = /^duban-[23456789a-z]{8}$/

/** A platform whose ids pass, with remarks that can be set; `@` begins ids of the web protocol. */
const openWeb = (more: Parameters<typeof openPlatform>[0] = {}) => {
  let steps = 0
  const platform = openPlatform({ stableIds: false, random: () => (steps++ % 29) / 29, ...more })
  const { mocker, puppet } = platform
  const remark = (id: string, alias: string): void => {
    mocker.cacheContactPayload.set(id, { ...mocker.contactPayload(id), alias } as never)
    puppet.cache.contact.delete(id)
  }
  puppet.contactAlias = (async (id: string, alias?: string) => {
    if (alias !== undefined) remark(id, alias)
  }) as typeof puppet.contactAlias
  return { ...platform, remark }
}

const request = (platform: ReturnType<typeof openPlatform>, payload: Record<string, unknown>) => {
  const accepted: string[] = []
  platform.puppet.friendshipRawPayload = async () => payload
  platform.puppet.friendshipRawPayloadParser = async (raw) => raw
  platform.puppet.friendshipAccept = async (id) => void accepted.push(id)
  return accepted
}

describe('where ids pass', () => {
  test('people and rooms are nobody the core could know', async () => {
    const platform = openWeb()
    await platform.begin()
    expect(platform.wechat.stableIds).toBe(false)
    await platform.say('有几项')
    await platform.say('@小督 有几项', { room: 'office@chatroom' })
    expect(platform.taken.map(({ conversation, sender }) => [conversation.id, sender?.id])).toEqual([
      [`${PASSING}:zhang`, `${PASSING}:zhang`],
      [`${PASSING}:office@chatroom`, `${PASSING}:zhang`],
    ])
  })

  test('a friend is known in a room, the room is not', async () => {
    const platform = openWeb()
    platform.remark('zhang', 'duban-7k3m9x2q')
    await platform.begin()
    await platform.say('@小督 有几项', { room: 'office@chatroom' })
    expect(platform.taken).toMatchObject([{ sender: { id: 'duban-7k3m9x2q' }, unverified: true }])
  })

  test('a friend is known by the remark of the bot, never by a name', async () => {
    const platform = openWeb()
    platform.remark('zhang', 'duban-7k3m9x2q')
    platform.remark('li', '某局 李某')
    platform.mocker.createContact({ id: 'wang', name: 'duban-7k3m9x2q' })
    await platform.begin()
    for (const from of ['zhang', 'li', 'wang']) await platform.say('有几项', { from })
    expect(platform.taken.map(({ sender }) => sender?.id)).toEqual([
      'duban-7k3m9x2q',
      `${PASSING}:li`,
      `${PASSING}:wang`,
    ])
    expect(platform.taken[0]?.conversation.id).toBe('duban-7k3m9x2q')
    expect(platform.taken.map(({ unverified }) => unverified)).toEqual([undefined, true, true])
  })

  test('answers find their way, by the remark after a login as well', async () => {
    const platform = openWeb()
    platform.remark('zhang', 'duban-7k3m9x2q')
    await platform.begin()
    await platform.say('有几项', { from: 'li' })
    await platform.say('@小督 有几项', { from: 'li', room: 'office@chatroom' })
    const conversations = platform.taken.map(({ conversation }) => conversation)
    const friend = { adapter: 'wechat', id: 'duban-7k3m9x2q', kind: 'direct' } as const
    for (const to of [...conversations, friend]) {
      await platform.wechat.send(to, { text: '共2项' }, firstTry())
      await platform.time.advance(5_000)
    }
    expect(platform.sent.map(({ to }) => to)).toEqual(['li', 'office@chatroom', 'zhang'])

    await platform.puppet.logout('kicked')
    await platform.time.advance(10_000)
    platform.mocker.login(platform.me)
    for (const to of conversations)
      await expect(platform.wechat.send(to, { text: '共2项' }, firstTry())).rejects.toMatchObject({
        outcome: 'refused',
      })
    await platform.wechat.send(friend, { text: '共3项' }, firstTry())
    expect(platform.sent.at(-1)).toMatchObject({ to: 'zhang', text: '共3项' })
  })

  test('a remark that two have, or nobody, gets nothing', async () => {
    const platform = openWeb()
    platform.remark('zhang', 'duban-7k3m9x2q')
    platform.remark('li', 'duban-7k3m9x2q')
    await platform.begin()
    for (const id of ['duban-7k3m9x2q', 'duban-22222222'])
      await expect(
        platform.wechat.send({ adapter: 'wechat', id, kind: 'direct' }, { text: '共2项' }, firstTry()),
      ).rejects.toMatchObject({ outcome: 'refused' })
  })

  test('a gateway that runs a web client is told by its ids, whatever was configured', async () => {
    const platform = openPlatform({ stableIds: true })
    const web = platform.mocker.createContact({ id: '@8f2c', name: '小督' })
    await platform.wechat.start(async (message) => void platform.taken.push(message))
    expect(platform.wechat.stableIds).toBe(true)
    platform.mocker.login(web)
    expect(platform.wechat.stableIds).toBe(false)
  })

  test('one who has been approved of is given a remark, and keeps it', async () => {
    const platform = openWeb()
    await platform.begin()
    await platform.say('绑定 493817')
    const id = platform.taken[0]?.sender?.id ?? ''
    const known = await platform.wechat.giveRemark(id)
    expect(known).toMatch(REMARK)
    expect(await platform.wechat.giveRemark(id)).toBe(known)
    expect(await platform.wechat.giveRemark(known)).toBe(known)
    await platform.say('我的任务')
    expect(platform.taken[1]?.sender?.id).toBe(known)
  })

  test('a remark that the platform does not take is no identity', async () => {
    const platform = openWeb()
    platform.puppet.contactAlias = (async () => '') as never
    await platform.begin()
    const giving = platform.wechat.giveRemark(`${PASSING}:zhang`).catch((error) => error)
    await platform.time.advance(30_000)
    expect(await giving).toBeInstanceOf(Error)
  })
})

describe('where ids last', () => {
  test('they are who somebody is, and remarks are left alone', async () => {
    const platform = openPlatform()
    await platform.begin()
    expect(platform.wechat.stableIds).toBe(true)
    expect(await platform.wechat.giveRemark('zhang')).toBe('zhang')
  })
})

describe('a friend request', () => {
  const receive = { contactId: 'wang', hello: '绑定 493817', timestamp: 0, type: types.Friendship.Receive, ticket: 't' }

  test('is accepted where the core knows who asks', async () => {
    const asked: FriendRequest[] = []
    const befriended: unknown[] = []
    const platform = openPlatform({
      mayBefriend: (each) => asked.push(each) === 1,
      befriended: (friend) => void befriended.push(friend),
    })
    platform.mocker.createContact({ id: 'wang', name: '王某' })
    const accepted = request(platform, { id: 'f1', ...receive })
    await platform.begin()
    platform.puppet.emit('friendship', { friendshipId: 'f1' })
    await settle()
    expect(asked).toEqual([{ name: '王某', hello: '绑定 493817', contactId: 'wang' }])
    expect(accepted).toEqual(['f1'])
    expect(befriended).toEqual([{ name: '王某', hello: '绑定 493817', contactId: 'wang', senderId: 'wang' }])
  })

  test.each([
    ['does not know who asks', () => false],
    [
      'cannot say',
      () => {
        throw new Error('store locked')
      },
    ],
  ])('is left alone where the core %s, and nothing of it is logged', async (_what, mayBefriend) => {
    const platform = openPlatform({ mayBefriend })
    platform.mocker.createContact({ id: 'wang', name: '王某' })
    const accepted = request(platform, { id: 'f1', ...receive })
    await platform.begin()
    platform.puppet.emit('friendship', { friendshipId: 'f1' })
    await settle()
    expect(accepted).toEqual([])
    expect(JSON.stringify(platform.logged)).not.toMatch(/王某|493817|wang/)
  })

  test('where ids pass, the new friend gets a remark, at the latest when the friendship stands', async () => {
    const befriended: { senderId: string }[] = []
    const platform = openWeb({ mayBefriend: () => true, befriended: (friend) => void befriended.push(friend) })
    platform.mocker.createContact({ id: 'wang', name: '王某' })
    request(platform, { id: 'f1', ...receive })
    const { contactAlias } = platform.puppet
    let stands = false
    platform.puppet.contactAlias = (async (id: string, alias?: string) => {
      if (!stands) throw new Error('no friend yet')
      return contactAlias.call(platform.puppet, id, alias as string)
    }) as typeof contactAlias
    await platform.begin()
    platform.puppet.emit('friendship', { friendshipId: 'f1' })
    await settle()
    expect(befriended).toEqual([])
    stands = true
    request(platform, { id: 'f2', contactId: 'wang', timestamp: 0, type: types.Friendship.Confirm })
    platform.puppet.emit('friendship', { friendshipId: 'f2' })
    await settle()
    expect(befriended).toHaveLength(1)
    expect(befriended[0]?.senderId).toMatch(REMARK)
  })

  test('a friendship that somebody else has confirmed means nothing', async () => {
    const befriended: unknown[] = []
    const platform = openWeb({ mayBefriend: () => true, befriended: (friend) => void befriended.push(friend) })
    request(platform, { id: 'f2', contactId: 'zhang', timestamp: 0, type: types.Friendship.Confirm })
    await platform.begin()
    platform.puppet.emit('friendship', { friendshipId: 'f2' })
    platform.puppet.emit('friendship', {} as never)
    await settle()
    expect(befriended).toEqual([])
  })
})
