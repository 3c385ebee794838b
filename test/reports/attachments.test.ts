import { describe, expect, test } from '@jest/globals'
import type { IncomingFile } from '../../src/adapter.ts'
import { shownName } from '../../src/reports/attachment-rules.ts'
import { boundPerson } from '../helpers/bound-person.ts'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const beijing = sampleLedger('北京医改23项.txt')
const PDF = '%PDF-1.7 佐证'

/** A liaison of 市财政局, who leads 第3项, and files as the test helper fetches them: the bytes are the reference. */
const begun = () => {
  const talk = conversation({
    ...beijing,
    people: [boundPerson('lia', '市财政局', { name: '联络员甲' })],
  })
  const send = (text: string, files: IncomingFile[], from = 'lia') =>
    talk.say(text, { from, adapter: 'slack', conversation: from, more: { files } })
  const reports = () => talk.store.snapshot().tasks.find(({ no }) => no === '3')?.reports ?? []
  return { ...talk, send, reports }
}

const file = (name: string, ref = PDF, size: number | null = null): IncomingFile => ({ name, ref, size })

describe('files with a report', () => {
  test('are kept beside the store and stand in the report', async () => {
    const { send, reports, kept } = begun()
    await send('第3项已拨付到位60%', [file('拨付凭证.pdf')])
    expect(reports()).toMatchObject([{ progress: 60, attachments: [{ name: '拨付凭证.pdf', file: 'kept-0.pdf' }] }])
    expect(kept.size).toBe(1)
  })

  test('are enough by themselves where the task is named', async () => {
    const { send, reports } = begun()
    await send('第3项佐证材料', [file('佐证.pdf')])
    expect(reports()).toMatchObject([{ attachments: [{ name: '佐证.pdf' }] }])
  })

  test('that come first wait for the words', async () => {
    const { send, reports, say } = begun()
    expect((await send('', [file('佐证.pdf')])).text).toContain('已收下附件佐证.pdf，还没有登记')
    await say('第3项进度60%', { from: 'lia', adapter: 'slack', conversation: 'lia' })
    expect(reports()).toMatchObject([{ attachments: [{ name: '佐证.pdf' }] }])
  })

  test('that come before 确认 are added to what is shown', async () => {
    const { send, say, reports } = begun()
    const from = { from: 'lia', adapter: 'slack', conversation: 'lia' }
    await say('第3项已完成，申请办结', from)
    expect((await send('', [file('佐证.pdf')])).text).toContain('附件：佐证.pdf')
    await say('确认', from)
    expect(reports()).toMatchObject([{ attachments: [{ name: '佐证.pdf' }] }])
  })

  test.each([
    ['远程控制.exe', 'MZ', null, '不是可收的类型'],
    ['方案.pdf.exe', 'MZ', null, '不是可收的类型'],
    ['方案.pdf', 'MZ this is a program', null, '内容与类型不符'],
    ['方案.pdf', '', null, '是空的'],
    ['方案.pdf', PDF, 21 * 1024 * 1024, '超过20MB'],
    ['网页.html', '<script>', null, '不是可收的类型'],
  ])('%s is refused with a sentence, and the report with it', async (name, bytes, size, why) => {
    const { send, reports, kept } = begun()
    const reply = await send('第3项进度60%', [file(name, bytes, size)])
    expect(reply.text).toContain(why)
    expect(reply.text).toContain('进展没有登记')
    expect(reports()).toEqual([])
    expect(kept.size).toBe(0)
  })

  test('more than five are refused', async () => {
    const { send, reports } = begun()
    const six = Array.from({ length: 6 }, (_, at) => file(`${at}.pdf`))
    expect((await send('第3项进度60%', six)).text).toContain('一次最多收5个附件')
    expect(reports()).toEqual([])
  })

  test('of somebody who is not bound are not even fetched', async () => {
    const { send, kept, errors } = begun()
    expect((await send('', [file('佐证.pdf')], 'stranger')).text).toContain('文件没有读取')
    expect((await send('第3项进度60%', [file('佐证.pdf')], 'stranger')).text).toContain('还没有绑定单位')
    expect(kept.size).toBe(0)
    expect(errors).toEqual([])
  })

  test('of an administrator go with a report, and are a ledger without one', async () => {
    const { say, kept, store } = begun()
    const more = { files: [file('佐证.pdf')] }
    await say('第5项完成30%', { more })
    expect(kept.size).toBe(1)
    expect(store.snapshot().tasks.find(({ no }) => no === '5')?.reports).toMatchObject([{ attachments: [{}] }])
    const ledger = {
      files: [file('防汛清单.txt', '防汛清单\n\t序号\t任务\t责任单位\t时限\n\t1\t检查堤防\t市水务局\t2020年6月底前\n')],
    }
    expect((await say('', { more: ledger })).intent).toBe('import')
  })
})

test('a name is shown without folders, invisible characters and turned writing', () => {
  expect(shownName('../../etc/方案.pdf')).toBe('方案.pdf')
  expect(shownName('C:\\temp\\方案.pdf')).toBe('方案.pdf')
  expect(shownName('\u202efdp.案方\u0000.pdf')).toBe('fdp.案方.pdf')
  expect(shownName('@所有人.pdf')).toBe('所有人.pdf')
  expect(shownName(`${'长'.repeat(200)}.pdf`)).toHaveLength(60)
})
