import { afterEach, expect, test } from '@jest/globals'
import { intents } from '../../../intents/index.ts'
import { createBot } from '../../../src/bot.ts'
import { openMailroom } from '../../../src/delivery/mailroom.ts'
import { createLog } from '../../../src/log.ts'
import { memoryStore } from '../../helpers/memory-store.ts'
import { sampleLedger } from '../../helpers/sample-ledger.ts'
import { sharedSegmenter } from '../../helpers/segmenter.ts'
import { closePlatforms, createTime, openPlatform } from './platform.ts'

afterEach(closePlatforms)

const room = 'office@chatroom'

/** An office on WeChat: the real core behind the real channel. */
const openOffice = async (openness: 'public' | 'internal', stableIds: boolean) => {
  const time = createTime('2020-01-05T01:00:00.000Z')
  const platform = openPlatform({ time, stableIds })
  const state = sampleLedger('北京医改23项.txt')
  const store = memoryStore({ ...state, ledgers: state.ledgers.map((ledger) => ({ ...ledger, openness })) })
  const mailroom = openMailroom({
    store,
    bot: createBot({ store, intents, loadSegmenter: sharedSegmenter, admins: ['wechat:zhang'] }),
    channels: new Map([['wechat', platform.wechat]]),
    clock: time.clock,
    timer: time.timer,
    random: () => 0,
    log: createLog('silent', () => {}, time.clock),
  })
  mailroom.start()
  await platform.begin((message) => mailroom.receive(message))
  const ask = async (text: string, said: Parameters<typeof platform.say>[1] = {}): Promise<string[]> => {
    const before = platform.sent.length
    await platform.say(text, said)
    await time.advance(10_000)
    return platform.sent.slice(before).map((each) => each.text)
  }
  return { ...platform, store, ask }
}

test('a question in private is answered in private, and what follows is understood', async () => {
  const { ask, sent } = await openOffice('public', true)
  expect((await ask('市医保局牵头的任务有几项')).join()).toMatch(/\d+项/)
  expect((await ask('那市财政局呢')).join()).toContain('市财政局')
  expect(new Set(sent.map(({ to }) => to))).toEqual(new Set(['zhang']))
})

test('in a room the bot speaks when it is spoken to, and keeps nothing of what others say', async () => {
  const { ask, sent, store } = await openOffice('public', true)
  expect(await ask('下午三点开会', { room })).toEqual([])
  expect(await ask('收到', { room })).toEqual([])
  expect(await ask('@所有人 第3项请抓紧', { room, mentions: ['zhang', 'li', 'bot'] })).toEqual([])
  expect(JSON.stringify(store.entries('taken'))).not.toMatch(/开会|收到|抓紧/)
  expect(await ask('@督办助手\u2005市医保局牵头的任务有几项', { room })).toHaveLength(1)
  expect(sent.map(({ to }) => to)).toEqual([room])
})

test('what the bot asked back for needs no mention, for ten minutes, from the one who was asked', async () => {
  const { ask, time, store } = await openOffice('public', true)
  const bind = '@督办助手\u2005绑定本群'
  expect((await ask(bind, { room })).join()).toContain('群里可以发什么')
  expect(await ask('1', { room, from: 'li' })).toEqual([])
  await time.advance(11 * 60_000)
  expect(await ask('1', { room })).toEqual([])
  await ask(bind, { room })
  expect((await ask('1', { room })).join()).toContain('已绑定本群')
  expect(store.snapshot().groups).toMatchObject([{ adapter: 'wechat', conversation: room, carries: 'public' }])
})

test('a message that comes twice, or again after a login, is answered once', async () => {
  const { ask, puppet, mocker, me, time, sent } = await openOffice('public', true)
  await ask('市医保局牵头的任务有几项', { id: 'once' })
  puppet.emit('message', { messageId: 'once' })
  await puppet.logout('network')
  await time.advance(5_000)
  mocker.login(me)
  puppet.emit('message', { messageId: 'once' })
  await time.advance(10_000)
  expect(sent).toHaveLength(1)
})

test('where nobody knows who asks, only public ledgers are answered from', async () => {
  const open = await openOffice('public', false)
  expect((await open.ask('市医保局牵头的任务有几项')).join()).toMatch(/\d+项/)
  const closed = await openOffice('internal', false)
  expect((await closed.ask('市医保局牵头的任务有几项')).join()).not.toMatch(/[1-9]\d*项/)
})
