import { afterEach, describe, expect, test } from '@jest/globals'
import type { Conversation, Delivery } from '../../../src/adapter.ts'
import type { Message } from '../../../src/reply.ts'
import { ALICE, ALICE_DM, CHANNEL } from '../../helpers/slack/workspace.ts'
import { closeStages, setUpSlack } from './set-up.ts'

afterEach(closeStages)

const THREAD = '1714957200.000100'
const inPrivate: Conversation = { adapter: 'slack', id: ALICE_DM, kind: 'direct' }
const inThread: Conversation = { adapter: 'slack', id: CHANNEL, kind: 'group', thread: THREAD }

/** A delivery that counts its parts. */
const delivery = (change: Partial<Delivery> = {}): Delivery & { told: number } => {
  const made = {
    key: 'k1',
    answers: null,
    again: false,
    partsDone: 0,
    told: 0,
    partDone: async (): Promise<void> => {
      made.told++
    },
    ...change,
  }
  return made
}

/** So long that it takes several messages. */
const long = (lines: number): string =>
  Array.from({ length: lines }, (_, i) => `${i + 1} 开展燃气管道老化更新改造和隐患排查整治`).join('\n')

const textsOf = (blocks: unknown): string => JSON.stringify(blocks)

describe('an answer', () => {
  test('goes into the thread, with the first line as notification and nothing unfurled', async () => {
    const { slack, server } = await setUpSlack('http')
    const told = delivery()
    await slack.send(inThread, { text: '共2项\n1 甲\n2 乙' }, told)
    expect(server.posts).toMatchObject([
      {
        channel: CHANNEL,
        thread_ts: THREAD,
        text: '共2项',
        metadata: { event_type: 'duban_reply', event_payload: { key: 'k1', part: 0 } },
      },
    ])
    expect(server.calls.at(-1)?.params).toMatchObject({
      unfurl_links: 'false',
      unfurl_media: 'false',
      parse: 'none',
      link_names: 'false',
    })
    expect(told.told).toBe(0)
  })

  test('a ledger’s words ping nobody and forge no link', async () => {
    const { slack, server } = await setUpSlack('http')
    await slack.send(inPrivate, { text: '<!channel> <https://evil.example|点这里> & *重要*' }, delivery())
    const [post] = server.posts
    expect(post?.text).toBe('&lt;!channel&gt; &lt;https://evil.example|点这里&gt; &amp; *重要*')
    expect(post?.blocks).toEqual([
      expect.objectContaining({
        text: { type: 'plain_text', text: '<!channel> <https://evil.example|点这里> & *重要*', emoji: false },
      }),
    ])
  })

  test('a long one goes out in several messages, in order, each but the last told', async () => {
    const { slack, server } = await setUpSlack('http')
    const told = delivery()
    await slack.send(inPrivate, { text: long(1_500) }, told)
    expect(server.posts.length).toBeGreaterThan(2)
    expect(told.told).toBe(server.posts.length - 1)
    expect(server.posts.map(({ metadata }) => metadata?.event_payload.part)).toEqual(server.posts.map((_, i) => i))
    const shown = textsOf(server.posts.map(({ blocks }) => blocks))
    expect(shown).toContain('1500 开展')
    expect(shown.indexOf('700 开展')).toBeLessThan(shown.indexOf('1400 开展'))
  })

  test('that cannot be laid out is refused: it will be no better the next time', async () => {
    const { slack } = await setUpSlack('http')
    const broken = { text: '答', card: {} } as unknown as Message
    await expect(slack.send(inPrivate, broken, delivery())).rejects.toMatchObject({ outcome: 'refused' })
  })

  test('for one person alone is shown to that person in the channel', async () => {
    const { slack, server } = await setUpSlack('http')
    await slack.send({ ...inThread, only: ALICE }, { text: '号码' }, delivery())
    expect(server.posts).toMatchObject([{ channel: CHANNEL, only: ALICE, thread_ts: THREAD }])
  })

  test('for one person, where the bot is no member, goes to that person in private', async () => {
    const { slack, server } = await setUpSlack('http')
    await slack.send({ adapter: 'slack', id: 'C0FOREIGN', kind: 'group', only: ALICE }, { text: '号码' }, delivery())
    await slack.send({ adapter: 'slack', id: 'D0OTHERS', kind: 'direct', only: ALICE }, { text: '号码' }, delivery())
    expect(server.posts.map(({ channel, only }) => [channel, only])).toEqual([
      [ALICE_DM, undefined],
      [ALICE_DM, undefined],
    ])
  })

  test('with a file: the file follows', async () => {
    const { slack, server } = await setUpSlack('http')
    const file = { name: '台账.xlsx', content: Buffer.from('内容').toString('base64') }
    const told = delivery()
    await slack.send(inThread, { text: '导出如下', file }, told)
    expect(server.posts).toMatchObject([{ text: '导出如下' }, { files: [{ name: '台账.xlsx' }], thread_ts: THREAD }])
    const id = server.posts[1]?.files?.[0]?.id ?? ''
    expect(Buffer.from(server.workspace.files.get(id)?.bytes ?? []).toString()).toBe('内容')
    expect(told.told).toBe(1)
  })

  test('with a picture: what it shows is told in words to whoever cannot see it', async () => {
    const { slack, server } = await setUpSlack('http')
    const file = { name: '进度图.png', content: Buffer.from('图').toString('base64'), alt: '共23项' }
    await slack.send(inPrivate, { text: '进度图', file }, delivery())
    const asked = server.calls.find(({ method }) => method === 'files.getUploadURLExternal')
    expect(asked?.params).toMatchObject({ alt_text: '共23项' })
  })

  test('with a file, to a person', async () => {
    const { slack, server } = await setUpSlack('http')
    const file = { name: '台账.xlsx', content: Buffer.from('内容').toString('base64') }
    await slack.send({ adapter: 'slack', id: ALICE, kind: 'direct' }, { text: '导出如下', file }, delivery())
    expect(server.posts.map(({ channel }) => channel)).toEqual([ALICE_DM, ALICE_DM])
  })

  test('with a file for one person alone: the file goes to that person in private', async () => {
    const { slack, server } = await setUpSlack('http')
    const file = { name: '台账.xlsx', content: Buffer.from('内容').toString('base64') }
    await slack.send({ ...inThread, only: ALICE }, { text: '导出如下', file }, delivery())
    expect(server.posts.map(({ channel }) => channel)).toEqual([CHANNEL, ALICE_DM])
  })

  test('whose blocks Slack does not take goes out in words', async () => {
    const { slack, server } = await setUpSlack('http')
    server.fault({ method: 'chat.postMessage', how: { error: 'invalid_blocks' } })
    const table = { before: '共1项', columns: ['序号', '任务'], rows: [['1', '<甲>']], after: '回复序号看详情' }
    await slack.send(inPrivate, { text: '共1项', table }, delivery())
    expect(server.posts.map(({ text }) => text)).toEqual(['共1项\n序号　任务\n1　&lt;甲&gt;\n回复序号看详情'])
  })
})

describe('a failed attempt', () => {
  const failing = async (how: Parameters<Awaited<ReturnType<typeof setUpSlack>>['server']['fault']>[0]['how']) => {
    const { slack, server } = await setUpSlack('http')
    server.fault({ method: 'chat.postMessage', how })
    const told = delivery()
    const error = await slack.send(inPrivate, { text: '答' }, told).then(
      () => null,
      (reason) => reason,
    )
    return { error, posts: server.posts, told: told.told }
  }

  test.each([
    [
      { status: 429, retryAfter: 7 },
      { outcome: 'not-sent', retryAfterMs: 7_000 },
    ],
    [{ error: 'ratelimited' }, { outcome: 'not-sent' }],
    [{ status: 403 }, { outcome: 'not-sent' }],
    [{ status: 500 }, { outcome: 'unknown' }],
    [{ status: 503 }, { outcome: 'unknown' }],
    [{ error: 'internal_error' }, { outcome: 'unknown' }],
    [{ page: '<html>proxy</html>' }, { outcome: 'unknown' }],
    ['drop' as const, { outcome: 'unknown' }],
    [{ error: 'channel_not_found' }, { outcome: 'refused', message: 'channel_not_found' }],
    [{ error: 'not_in_channel' }, { outcome: 'refused' }],
    [{ error: 'is_archived' }, { outcome: 'refused' }],
    [{ error: 'invalid_auth' }, { outcome: 'refused' }],
  ])('%j', async (how, expected) => {
    const { error, posts, told } = await failing(how)
    expect(error).toMatchObject({ name: 'SendError', ...expected })
    expect([posts.length, told]).toEqual([0, 0])
  })

  test('an answer that was lost: taken by Slack once, not known to us', async () => {
    const { error, posts } = await failing('lose-answer')
    expect(error).toMatchObject({ outcome: 'unknown' })
    expect(posts).toHaveLength(1)
  })

  test('one conversation that is told to wait does not hold up another', async () => {
    const { slack, server } = await setUpSlack('http')
    server.fault({ method: 'chat.postMessage', channel: CHANNEL, how: { status: 429, retryAfter: 30 } })
    await expect(slack.send(inThread, { text: '甲' }, delivery())).rejects.toMatchObject({ retryAfterMs: 30_000 })
    await slack.send(inPrivate, { text: '乙' }, delivery({ key: 'k2' }))
    expect(server.posts.map(({ text }) => text)).toEqual(['乙'])
  })
})

describe('a second attempt', () => {
  const attempts: [string, Conversation][] = [
    ['in private', inPrivate],
    ['to a person', { adapter: 'slack', id: ALICE, kind: 'direct' }],
    ['in a thread', inThread],
    ['in a channel', { adapter: 'slack', id: CHANNEL, kind: 'group' }],
  ]

  test.each(attempts)('finds what has arrived %s and does not send it twice', async (_name, to) => {
    const { slack, server } = await setUpSlack('http')
    server.fault({ method: 'chat.postMessage', how: 'lose-answer' })
    await expect(slack.send(to, { text: '答' }, delivery())).rejects.toMatchObject({ outcome: 'unknown' })
    const again = delivery({ again: true })
    await slack.send(to, { text: '答' }, again)
    expect(server.posts).toHaveLength(1)
    expect(again.told).toBe(0)
  })

  test.each(attempts)('sends what has not arrived %s', async (_name, to) => {
    const { slack, server } = await setUpSlack('http')
    await slack.send(to, { text: '别的' }, delivery({ key: 'other' }))
    server.fault({ method: 'chat.postMessage', how: 'drop' })
    await expect(slack.send(to, { text: '答' }, delivery())).rejects.toMatchObject({ outcome: 'unknown' })
    await slack.send(to, { text: '答' }, delivery({ again: true }))
    expect(server.posts.map(({ text }) => text)).toEqual(['别的', '答'])
  })

  test('goes on after the part that arrived', async () => {
    const { slack, server } = await setUpSlack('http')
    const message: Message = { text: long(1_500) }
    await slack.send(inPrivate, message, delivery({ key: 'whole' }))
    const whole = server.posts.splice(0).map(({ blocks }) => blocks)
    // the second answer is lost, the one known part is the first
    server.fault({ method: 'chat.postMessage', how: { status: 429, retryAfter: 1 } })
    const first = delivery()
    await expect(slack.send(inPrivate, message, first)).rejects.toMatchObject({ outcome: 'not-sent' })
    await slack.send(inPrivate, { text: message.text }, delivery({ partsDone: 1 }))
    expect(server.posts.map(({ blocks }) => blocks)).toEqual(whole.slice(1))
  })

  test('of a message in parts whose last answer was lost sends the rest only', async () => {
    const { slack, server } = await setUpSlack('http')
    const message: Message = { text: long(1_500) }
    server.fault({ method: 'chat.postMessage', how: 'lose-answer' })
    await expect(slack.send(inThread, message, delivery())).rejects.toMatchObject({ outcome: 'unknown' })
    const again = delivery({ again: true })
    await slack.send(inThread, message, again)
    const parts = server.posts.map(({ metadata }) => metadata?.event_payload.part)
    expect(parts).toEqual(parts.map((_, i) => i))
    expect(again.told).toBe(parts.length - 1)
  })

  test('finds it below a page of other messages', async () => {
    const { slack, server } = await setUpSlack('http')
    server.fault({ method: 'chat.postMessage', how: 'lose-answer' })
    await expect(slack.send(inPrivate, { text: '答' }, delivery())).rejects.toMatchObject({ outcome: 'unknown' })
    for (let i = 0; i < 450; i++) server.workspace.add(ALICE_DM, { user: ALICE, text: String(i) })
    await slack.send(inPrivate, { text: '答' }, delivery({ again: true }))
    expect(server.posts).toHaveLength(1)
  })

  test('of a file finds the one below its own text, not one of the same name before', async () => {
    const { slack, server } = await setUpSlack('http')
    const message: Message = { text: '导出', file: { name: '台账.xlsx', content: 'AAAA' } }
    await slack.send(inPrivate, message, delivery({ key: 'yesterday' }))
    server.fault({ method: 'files.completeUploadExternal', how: { status: 500 } })
    await expect(slack.send(inPrivate, message, delivery())).rejects.toMatchObject({ outcome: 'unknown' })
    expect(server.posts).toHaveLength(3)
    await slack.send(inPrivate, message, delivery({ again: true, partsDone: 1 }))
    expect(server.posts).toHaveLength(4)
    await slack.send(inPrivate, message, delivery({ again: true, partsDone: 1 }))
    expect(server.posts).toHaveLength(4)
  })

  test('waits with it where Slack cannot be asked', async () => {
    const { slack, server } = await setUpSlack('http')
    server.fault({ method: 'conversations.history', how: { status: 429, retryAfter: 60 } })
    const again = delivery({ again: true })
    await expect(slack.send(inPrivate, { text: '答' }, again)).rejects.toMatchObject({
      outcome: 'not-sent',
      retryAfterMs: 60_000,
    })
    expect(server.posts).toHaveLength(0)
  })

  test('without the permission to look sends it and says so in the log', async () => {
    const { slack, server, logged } = await setUpSlack('http', { scopes: ['chat:write'] })
    await slack.send(inPrivate, { text: '答' }, delivery({ again: true }))
    expect(server.posts).toHaveLength(1)
    expect(logged()).toContain('may arrive twice')
  })

  test('does not begin while the first is still at it', async () => {
    const { slack, server } = await setUpSlack('http')
    const first = slack.send(inPrivate, { text: '答' }, delivery())
    const second = slack.send(inPrivate, { text: '答' }, delivery({ again: true }))
    await Promise.all([first, second])
    expect(server.posts).toHaveLength(1)
  })
})

describe('taking back', () => {
  test('deletes every part of what was sent under the key, and nothing else', async () => {
    const { slack, server } = await setUpSlack('http')
    const alice: Conversation = { adapter: 'slack', id: ALICE, kind: 'direct' }
    await slack.send(alice, { text: long(400) }, delivery({ key: 'remind/1' }))
    await slack.send(alice, { text: '另一条' }, delivery({ key: 'remind/2' }))
    expect(await slack.recall(alice, 'remind/1')).toBe(true)
    const left = server.workspace.channels.get(ALICE_DM)?.map(({ text }) => text)
    expect(left).toEqual(['另一条'])
  })

  test('what is not there any more cannot be taken back', async () => {
    const { slack } = await setUpSlack('http')
    expect(await slack.recall(inPrivate, 'remind/1')).toBe(false)
  })
})

describe('a card that was pressed', () => {
  const pressed = (card: string): string => `press:${card}:1714957300.000100:${ALICE}`

  test('becomes the line, and stays where Slack does not take that', async () => {
    const { slack, server, logged } = await setUpSlack('http')
    await slack.send(inPrivate, { text: '请核对' }, delivery())
    const card = server.posts.at(-1)?.ts as string
    const answer = { text: '已登记', settled: '已确认：第3项（联络员甲，5月6日 09:00）' }
    await slack.send(inPrivate, answer, delivery({ key: 'k2', answers: pressed(card) }))
    expect(server.workspace.history(ALICE_DM).map(({ text }) => text)).toEqual(['已登记', answer.settled])
    server.fault({ method: 'chat.update', how: { error: 'cant_update_message' } })
    await slack.send(inPrivate, answer, delivery({ key: 'k3', answers: pressed(card) }))
    expect(server.posts).toHaveLength(3)
    expect(logged()).toContain('what was pressed keeps its buttons')
  })

  test('is left alone where it was shown to one person, or where nothing was pressed', async () => {
    const { slack, server } = await setUpSlack('http')
    const answer = { text: '已登记', settled: '已确认' }
    await slack.send({ ...inThread, only: ALICE }, answer, delivery({ answers: pressed('1714957200.000200') }))
    await slack.send(inPrivate, answer, delivery({ key: 'k2', answers: '1714957200.000200' }))
    expect(server.posts).toHaveLength(2)
    expect(server.calls.map(({ method }) => method)).not.toContain('chat.update')
  })
})
