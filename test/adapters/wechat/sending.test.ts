import { afterEach, describe, expect, test } from '@jest/globals'
import { types } from 'wechaty-puppet'
import type { Conversation, Delivery } from '../../../src/adapter.ts'
import { firstTry } from '../contract.ts'
import { closePlatforms, openPlatform, settle } from './platform.ts'

afterEach(closePlatforms)

const zhang: Conversation = { adapter: 'wechat', id: 'zhang', kind: 'direct' }
const li: Conversation = { adapter: 'wechat', id: 'li', kind: 'direct' }
const office: Conversation = { adapter: 'wechat', id: 'office@chatroom', kind: 'group' }
const long = Array.from({ length: 300 }, (_, at) => `${at + 1}　开展第${at + 1}批隐患排查整治，逐项建立台账`).join('\n')

/** A delivery that notes how many parts have been told. */
const delivery = (more: Partial<Delivery> = {}) => {
  const told: number[] = []
  return { told, key: 'k', answers: null, again: false, partsDone: 0, partDone: async () => void told.push(1), ...more }
}

describe('a message', () => {
  test('goes to the person or the room, as plain text that calls nobody', async () => {
    const { begin, wechat, sent, time } = openPlatform()
    await begin()
    await wechat.send(zhang, { text: '共2项\n@所有人 回复序号看详情' }, firstTry())
    await time.advance(1_000)
    await wechat.send(office, { text: '共2项', actions: [{ label: '更多', say: '更多' }] }, firstTry())
    expect(sent).toMatchObject([
      { to: 'zhang', text: '共2项\n＠所有人 回复序号看详情' },
      { to: 'office@chatroom', text: '共2项' },
    ])
  })

  test('for one person of a room goes to that person alone', async () => {
    const { begin, wechat, sent } = openPlatform()
    await begin()
    await wechat.send({ ...office, only: 'li' }, { text: '号码见此' }, firstTry())
    expect(sent).toMatchObject([{ to: 'li', text: '号码见此' }])
  })

  test('that is long goes in parts, told one by one', async () => {
    const { begin, wechat, sent, time } = openPlatform()
    await begin()
    const each = delivery()
    const sending = wechat.send(zhang, { text: long }, each)
    await time.advance(60_000)
    await sending
    expect(sent.length).toBeGreaterThan(2)
    expect(sent.map(({ text }) => text).join('\n')).toBe(long)
    expect(each.told).toHaveLength(sent.length)
  })

  test('is taken up where it stopped', async () => {
    const { begin, wechat, sent, time } = openPlatform()
    await begin()
    const sending = wechat.send(zhang, { text: long }, delivery({ partsDone: 2 }))
    await time.advance(60_000)
    await sending
    expect(long.endsWith(sent.map(({ text }) => text).join('\n'))).toBe(true)
    expect(sent[0]?.text).not.toContain('1　开展第1批')
  })

  test('with a file sends it after the text', async () => {
    const { begin, wechat, puppet, sent, time } = openPlatform()
    await begin()
    const file = { name: '台账导出.txt', content: Buffer.from('内容').toString('base64') }
    const sending = wechat.send(zhang, { text: '见附件', file }, firstTry())
    await time.advance(5_000)
    await sending
    expect(sent.map(({ type }) => type === types.Message.Text)).toEqual([true, false])
    const box = await puppet.messageFile(sent[1]?.id ?? '')
    expect([box.name, await box.toBase64()]).toEqual([file.name, file.content])
  })
})

describe('the pace', () => {
  test('one to three seconds between messages of a conversation, whose order is kept', async () => {
    const { begin, wechat, sent, time } = openPlatform()
    await begin()
    const sending = ['一', '二', '三'].map((text) => wechat.send(zhang, { text }, firstTry(text)))
    await settle()
    expect(sent.map(({ text }) => text)).toEqual(['一'])
    await time.advance(1_900)
    expect(sent.map(({ text }) => text)).toEqual(['一'])
    await time.advance(200)
    expect(sent.map(({ text }) => text)).toEqual(['一', '二'])
    await time.advance(2_100)
    await Promise.all(sending)
    expect(sent.map(({ text }) => text)).toEqual(['一', '二', '三'])
  })

  test('other conversations wait for a moment only', async () => {
    const { begin, wechat, sent, time } = openPlatform()
    await begin()
    const sending = [
      ...['一', '二'].map((text) => wechat.send(zhang, { text }, firstTry(text))),
      wechat.send(li, { text: '甲' }, firstTry('甲')),
    ]
    await time.advance(400)
    expect(sent.map(({ text }) => text)).toEqual(['一', '甲'])
    await time.advance(2_000)
    await Promise.all(sending)
  })

  test('what would have to wait long is given back untouched, with the time to come again', async () => {
    const { begin, wechat, time, sent } = openPlatform()
    await begin()
    const outcomes = Promise.allSettled(
      Array.from({ length: 150 }, (_, at) =>
        wechat.send({ ...zhang, id: at % 2 ? 'zhang' : 'li' }, { text: `${at}` }, firstTry(`${at}`)),
      ),
    )
    await time.advance(40_000)
    await time.advance(600_000)
    const refused = (await outcomes).filter(({ status }) => status === 'rejected')
    expect(refused.length + sent.length).toBe(150)
    for (const each of refused)
      expect((each as PromiseRejectedResult).reason).toMatchObject({
        outcome: 'not-sent',
        retryAfterMs: expect.any(Number),
      })
  })

  test('a conversation has its number of messages a day; the administrators are told once', async () => {
    const { begin, wechat, time, sent, alarms } = openPlatform()
    await begin()
    const outcomes: string[] = []
    for (let at = 0; at < 203; at++) {
      const sending = wechat.send(zhang, { text: `${at}` }, firstTry(`${at}`)).then(
        () => 'sent',
        (error) => error.outcome as string,
      )
      await time.advance(3_000)
      outcomes.push(await sending)
    }
    expect(sent).toHaveLength(200)
    expect(outcomes.slice(-3)).toEqual(['refused', 'refused', 'refused'])
    expect(alarms).toHaveLength(1)
    await time.advance(86_400_000)
    await wechat.send(zhang, { text: '次日' }, firstTry('次日'))
    expect(sent.at(-1)?.text).toBe('次日')
  })
})

describe('what goes wrong', () => {
  test.each([
    ['an unknown person', { ...zhang, id: 'nobody' }],
    ['an unknown room', { ...office, id: 'nowhere@chatroom' }],
    ['somebody who is no friend', { ...zhang, id: 'stranger' }],
  ])('%s is refused', async (_what, to) => {
    const { begin, wechat, mocker } = openPlatform()
    mocker.createContact({ id: 'stranger', friend: false })
    await begin()
    await expect(wechat.send(to, { text: '共2项' }, firstTry())).rejects.toMatchObject({ outcome: 'refused' })
  })

  test('with nobody logged in, nothing is sent', async () => {
    const { wechat, begin, puppet } = openPlatform()
    await expect(wechat.send(zhang, { text: '共2项' }, firstTry())).rejects.toMatchObject({ outcome: 'not-sent' })
    await begin()
    await puppet.logout('kicked')
    await expect(wechat.send(zhang, { text: '共2项' }, firstTry())).rejects.toMatchObject({ outcome: 'not-sent' })
  })

  test('a puppet that fails while sending leaves it open; parts before it are done', async () => {
    const { begin, wechat, puppet, time } = openPlatform()
    await begin()
    const { messageSendText } = puppet
    let calls = 0
    puppet.messageSendText = async (to, text) => {
      if (++calls === 2) throw new Error('socket hang up')
      return messageSendText.call(puppet, to, text)
    }
    const each = delivery()
    const sending = wechat.send(zhang, { text: long }, each).catch((error) => error)
    await time.advance(60_000)
    expect(await sending).toMatchObject({ outcome: 'unknown' })
    expect(each.told).toHaveLength(1)
  })

  test('a puppet that never returns leaves it open too', async () => {
    const { begin, wechat, puppet, time } = openPlatform()
    await begin()
    puppet.messageSendText = () => new Promise(() => {})
    const sending = wechat.send(zhang, { text: '共2项' }, firstTry()).catch((error) => error)
    await time.advance(20_000)
    expect(await sending).toMatchObject({ outcome: 'unknown' })
  })

  test('a second attempt is not sent where the bot has heard itself', async () => {
    const { begin, wechat, puppet, sent, time } = openPlatform()
    await begin()
    const { messageSendText } = puppet
    let lost = true
    puppet.messageSendText = async (to, text) => {
      await messageSendText.call(puppet, to, text)
      if (lost) throw new Error('the answer was lost')
    }
    await expect(wechat.send(zhang, { text: '共2项' }, delivery())).rejects.toMatchObject({ outcome: 'unknown' })
    await settle()
    lost = false
    const again = delivery({ again: true })
    await wechat.send(zhang, { text: '共2项' }, again)
    expect(sent).toHaveLength(1)
    expect(again.told).toHaveLength(1)
    // the same text once more is another message
    const more = wechat.send(zhang, { text: '共2项' }, delivery({ key: 'k2', again: true }))
    await time.advance(5_000)
    await more
    expect(sent).toHaveLength(2)
  })

  test('while stopping, what is in hand is finished and nothing is begun', async () => {
    const { begin, wechat, sent } = openPlatform()
    await begin()
    const sending = Promise.allSettled(['一', '二'].map((text) => wechat.send(zhang, { text }, firstTry(text))))
    await settle(1)
    await wechat.stop()
    expect((await sending).map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(sent.map(({ text }) => text)).toEqual(['一'])
    await expect(wechat.send(zhang, { text: '三' }, firstTry())).rejects.toMatchObject({ outcome: 'not-sent' })
  })
})
