import { afterEach, describe, expect, test } from '@jest/globals'
import { ALICE, ALICE_DM, BOT_USER, CHANNEL } from '../../helpers/slack/workspace.ts'
import { closeStages, type Mode, setUpSlack } from './set-up.ts'

afterEach(closeStages)

describe.each<Mode>(['socket', 'http'])('messages that come in over %s', (mode) => {
  test('in private: addressed to the bot, no thread', async () => {
    const { start, tell, server, taken } = await setUpSlack(mode)
    await start()
    await tell(server.payloads.direct('区应急局有哪些任务'))
    expect(taken).toEqual([
      {
        id: expect.stringMatching(/^D0ALICE:\d+\.\d+$/),
        deliveryId: 'Ev1',
        conversation: { adapter: 'slack', id: ALICE_DM, kind: 'direct' },
        sender: { id: ALICE },
        text: '区应急局有哪些任务',
        addressed: true,
        at: '2024-05-06T01:00:01.000Z',
      },
    ])
  })

  test('a mention: both its events are one message, answered in the thread below it', async () => {
    const { start, tell, server, taken } = await setUpSlack(mode)
    await start()
    const [mention, message] = server.payloads.mention('第3项谁牵头')
    await tell(mention)
    await tell(message)
    expect(taken).toHaveLength(2)
    expect(taken[0]).toMatchObject({ text: '第3项谁牵头', addressed: true, deliveryId: 'Ev1' })
    expect(taken[1]).toEqual({ ...taken[0], deliveryId: 'Ev2' })
    const [, ts] = taken[0]?.id.split(':') ?? []
    expect(taken[0]?.conversation).toEqual({ adapter: 'slack', id: CHANNEL, kind: 'group', thread: ts })
  })

  test('a mention within a thread stays in it', async () => {
    const { start, tell, server, taken } = await setUpSlack(mode)
    await start()
    await tell(server.payloads.mention('更多', { thread: '1714957200.000001' })[0])
    expect(taken[0]?.conversation.thread).toBe('1714957200.000001')
  })

  test('of talk among others only what may be an answer arrives, as not addressed', async () => {
    const { start, tell, server, taken, logged } = await setUpSlack(mode)
    await start()
    await tell(server.payloads.inChannel('确认'))
    await tell(server.payloads.inChannel('今天下午三点在二楼会议室开会，请各科室负责同志准时参加，不要迟到'))
    expect(taken.map(({ text, addressed }) => [text, addressed])).toEqual([['确认', false]])
    expect(logged()).not.toMatch(/确认|会议室/)
  })

  test('edits, deletions, bots, the bot itself and comings and goings are nobody’s message', async () => {
    const { start, tell, server, taken } = await setUpSlack(mode)
    await start()
    const { direct, eventOf, mention } = server.payloads
    const edit = { type: 'message', subtype: 'message_changed', channel: ALICE_DM, ts: '1714957300.000100' }
    await tell(eventOf({ ...edit, message: { type: 'message', user: ALICE, text: '改过', ts: '1714957200.000100' } }))
    await tell(eventOf({ ...edit, subtype: 'message_deleted', deleted_ts: '1714957200.000100', hidden: true }))
    await tell(direct('机器', { event: { bot_id: 'B0OTHER', subtype: 'bot_message' } }))
    await tell(direct('自己', { user: BOT_USER }))
    await tell(direct('系统', { user: 'USLACKBOT' }))
    await tell(direct('来了', { event: { subtype: 'channel_join' } }))
    await tell(mention('补上', { event: { edited: { user: ALICE, ts: '1714957300.000000' } } })[0])
    expect(taken).toEqual([])
    await tell(direct('还在'))
    expect(taken.map(({ text }) => text)).toEqual(['还在'])
  })

  test('an event delivered again has the same ids', async () => {
    const { start, tell, server, taken } = await setUpSlack(mode)
    await start()
    const payload = server.payloads.direct('更多')
    for (const retry of [0, 1, 2]) await tell(payload, retry)
    expect(taken).toHaveLength(3)
    expect(new Set(taken.map(({ id, deliveryId }) => `${id} ${deliveryId}`)).size).toBe(1)
  })

  test('a command is a question, answered to the one who gave it', async () => {
    const { start, interact, server, taken } = await setUpSlack(mode)
    await start()
    await interact(server.payloads.command('三月底前要交什么'))
    await interact(server.payloads.command('show 3'))
    await interact(server.payloads.command(''))
    expect(taken.map(({ text }) => text)).toEqual(['三月底前要交什么', '第3项', '帮助'])
    expect(taken[0]).toMatchObject({
      id: 'command:trigger-1',
      conversation: { id: CHANNEL, kind: 'group', only: ALICE },
      sender: { id: ALICE, name: 'alice' },
      addressed: true,
    })
  })

  test('a button says what it means, about the question that its message answered', async () => {
    const { start, interact, server, taken } = await setUpSlack(mode)
    await start()
    const question = `${CHANNEL}:1714957200.000100`
    const pressed = { type: 'button', action_id: 'all/0', block_id: `0/${question}`, value: '只看牵头' }
    await interact(server.payloads.press(pressed, { message: '1714957201.000100', thread: '1714957200.000100' }))
    expect(taken[0]).toMatchObject({
      text: '只看牵头',
      addressed: true,
      about: question,
      sender: { id: ALICE, name: 'alice' },
    })
    expect(taken[0]?.conversation).toEqual({
      adapter: 'slack',
      id: CHANNEL,
      kind: 'group',
      thread: '1714957200.000100',
    })
  })

  test('an option chosen says its value; what is private is answered to the one who pressed', async () => {
    const { start, interact, server, taken } = await setUpSlack(mode)
    await start()
    const { press } = server.payloads
    await interact(press({ type: 'static_select', action_id: 'all/1', selected_option: { value: '第3项' } }))
    await interact(press({ type: 'button', action_id: 'alone/0', value: '查看号码' }, { message: '1714957299.000100' }))
    await interact(press({ type: 'button', action_id: 'all/0', value: '更多' }, { ephemeral: true }))
    expect(taken.map(({ text }) => text)).toEqual(['第3项', '查看号码', '更多'])
    expect(taken[0]?.conversation.only).toBeUndefined()
    expect(taken[1]?.conversation).toMatchObject({ only: ALICE, thread: '1714957299.000100' })
    // below a message that one person sees there can be no thread
    expect(taken[2]?.conversation).toEqual({ adapter: 'slack', id: CHANNEL, kind: 'group', only: ALICE })
  })

  test('the acknowledgement waits until the message is kept', async () => {
    const { start, tell, server } = await setUpSlack(mode)
    const order: string[] = []
    await start(async () => {
      await new Promise((resolve) => setImmediate(resolve))
      order.push('kept')
    })
    await tell(server.payloads.direct('一'))
    order.push('acknowledged')
    expect(order).toEqual(['kept', 'acknowledged'])
  })

  test('what is no message of any known kind is dropped and the next one taken', async () => {
    const { start, tell, interact, server, taken, logged } = await setUpSlack(mode)
    await start()
    const { eventOf, direct } = server.payloads
    for (const event of [
      { type: 'message', channel: null, user: { id: null }, ts: 12 },
      { type: 'message', item: 'C1', channel: { id: {} } },
      { type: 'message', channel: ALICE_DM, user: ALICE, ts: 'yesterday', text: '一' },
      { type: 'message', channel: ALICE_DM, user: ALICE, ts: '1714957200.000100', text: 7, files: 'none' },
      { type: 'message', channel: 'D0\ud800', user: ALICE, ts: '1714957200.000200', text: '二' },
      { type: 'message', channel: ALICE_DM, user: 'U0 x', ts: '1714957200.000300', text: '三' },
      { type: 'team_join', user: null },
    ])
      await tell(eventOf(event))
    await interact({ type: 'block_actions', actions: ['机密'], user: { id: ALICE } })
    await interact({ type: 'block_actions', actions: [], user: null, team: null })
    await interact({ type: 'block_actions', actions: [{ action_id: 'all/0', value: '更多' }], user: {}, team: {} })
    await interact({ type: 'view_submission', view: null })
    await tell(direct('还在'))
    expect(taken.map(({ text }) => text)).toEqual(['', '还在'])
    expect(logged()).not.toContain('机密')
  })

  test('of a text longer than Slack has any no more is taken than Slack would show', async () => {
    const { start, tell, server, taken } = await setUpSlack(mode)
    await start()
    await tell(server.payloads.direct('长'.repeat(200_000), { thread: '昨天' }))
    expect(taken[0]?.text).toHaveLength(40_000)
    expect(taken[0]?.conversation.thread).toBeUndefined()
  })
})
