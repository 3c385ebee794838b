import { afterEach, describe, expect, test } from '@jest/globals'
import { readLedgerFile } from '../../src/importing/import-file.ts'
import { type Message, messageOf } from '../../src/reply.ts'
import { conversation } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'
import { ALICE, ALICE_DM } from '../helpers/slack/workspace.ts'
import { firstTry } from './contract.ts'
import { closeStages, setUpSlack } from './slack/set-up.ts'
import { closePlatforms, openPlatform } from './wechat/platform.ts'

afterEach(closeStages)
afterEach(closePlatforms)

const beijing = sampleLedger('北京医改23项.txt')

const exported = async (adapter: string, kind: string): Promise<Message> => {
  const { say } = conversation({ ...beijing, ledgers: beijing.ledgers.map((one) => ({ ...one, openness: 'public' })) })
  return messageOf(await say(`市医保局牵头的导出成${kind}`, { adapter, from: ALICE }))
}

const numbersOf = async (name: string, bytes: Uint8Array): Promise<string> =>
  (await readLedgerFile({ name, bytes })).tasks.map(({ no }) => no).join(' ')

describe.each(['Excel', 'Word'])('tasks as %s', (kind) => {
  test('come into a conversation of Slack', async () => {
    const { slack, server } = await setUpSlack('http')
    await slack.send({ adapter: 'slack', id: ALICE_DM, kind: 'direct' }, await exported('slack', kind), firstTry())
    const file = server.posts[1]?.files?.[0]
    expect(file?.name).toMatch(/^市医保局牵头_20200105\.(?:xlsx|docx)$/u)
    const bytes = server.workspace.files.get(file?.id ?? '')?.bytes ?? new Uint8Array()
    expect(await numbersOf(file?.name ?? '', bytes)).toBe('4 5 6 12 13 16 17 19')
  })

  test('come into a conversation of WeChat', async () => {
    const { begin, wechat, puppet, sent, time } = openPlatform()
    await begin()
    const sending = wechat.send(
      { adapter: 'wechat', id: 'zhang', kind: 'direct' },
      await exported('wechat', kind),
      firstTry(),
    )
    await time.advance(5_000)
    await sending
    const box = await puppet.messageFile(sent[1]?.id ?? '')
    expect(await numbersOf(box.name, await box.toBuffer())).toBe('4 5 6 12 13 16 17 19')
  })
})
