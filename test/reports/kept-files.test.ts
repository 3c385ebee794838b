import { expect, test } from '@jest/globals'
import { EXPORTED } from '../../src/domain/index.ts'
import { boundPerson } from '../helpers/bound-person.ts'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const LATER = '2020-01-05T09:05:00+08:00'
const PDF = '%PDF-1.7 佐证'

/** 第3项 is led by 市财政局, with a report and its file. */
const reported = async () => {
  const talk = conversation({
    ...sampleLedger('北京医改23项.txt'),
    people: [
      boundPerson('lia', '市财政局'),
      boundPerson('far', '市医保局'),
      boundPerson('boss', '市医保局', { role: 'leader' }),
    ],
  })
  const say = (text: string, from = 'lia', more: Parameters<typeof talk.say>[1] = {}) =>
    talk.say(text, { from, adapter: 'slack', conversation: from, ...more })
  const send = (text: string, name: string, at = '2020-01-05T09:00:00+08:00') =>
    say(text, 'lia', { at, more: { files: [{ name, ref: PDF, size: null }] } })
  await send('第3项已拨付60%', '拨付凭证.pdf')
  return { ...talk, say, send }
}

test('a file is handed over in private to the units of the task, leaders and the 督查室, and noted', async () => {
  const { say, store } = await reported()
  for (const from of ['lia', 'boss', 'chief']) {
    const reply = await say('第3项的附件', from)
    expect(reply.file?.name).toBe('拨付凭证.pdf')
    expect(Buffer.from(reply.file?.content ?? '', 'base64').toString()).toBe(PDF)
  }
  expect(store.entries(EXPORTED).map(({ body }) => (body as { by: string }).by)).toEqual([
    'slack:lia',
    'slack:boss',
    'slack:chief',
  ])
})

test('others are refused, and nothing is handed over in a group', async () => {
  const { say } = await reported()
  expect((await say('第3项的附件', 'far')).text).toContain('您没有权限')
  const terminal = await say('第3项的附件', 'lia', { adapter: 'terminal', group: true, conversation: 'g' })
  expect(terminal.file).toBeUndefined()
  expect(terminal.text).toBe('附件请私聊查看。')
})

test('of several it is asked which, of the task spoken of last', async () => {
  const { say, send } = await reported()
  await send('第3项已拨付70%', '第二批凭证.pdf', LATER)
  await say('第3项什么情况')
  expect((await say('把附件发我')).text).toContain('有2个附件，要哪一个？')
  expect((await say('2')).file?.name).toBe('拨付凭证.pdf')
  expect((await say('第4项的附件', 'chief')).text).toContain('没有附件')
})

test('撤回 removes the file with its report, and not those of others', async () => {
  const { say, send, kept } = await reported()
  await send('第3项已拨付70%', '第二批凭证.pdf', LATER)
  expect(kept.size).toBe(2)
  expect((await say('撤回', 'lia', { at: LATER })).text).toContain('已撤回')
  expect([...kept.keys()]).toEqual(['kept-0.pdf'])
  expect((await say('第3项的附件')).file?.name).toBe('拨付凭证.pdf')
})
