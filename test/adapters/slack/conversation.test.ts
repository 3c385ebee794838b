import { afterEach, expect, test } from '@jest/globals'
import { intents } from '../../../intents/index.ts'
import { createBot } from '../../../src/bot.ts'
import type { Store } from '../../../src/store/store.ts'
import { impatientTimer } from '../../helpers/impatient-timer.ts'
import { memoryStore } from '../../helpers/memory-store.ts'
import { sampleLedger } from '../../helpers/sample-ledger.ts'
import { sharedSegmenter } from '../../helpers/segmenter.ts'
import type { AnyBlock } from '../../helpers/slack/limits.ts'
import { ALICE, ALICE_DM } from '../../helpers/slack/workspace.ts'
import { startSlackProgram } from '../../helpers/slack-program.ts'
import { startSlackServer } from '../../helpers/slack-server.ts'
import { manifestOf } from './set-up.ts'

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** A liaison in private with the whole program. Everything she does is delivered twice. */
const liaison = async () => {
  const server = await startSlackServer({ scopes: manifestOf('http').oauth_config.scopes.bot })
  ends.push(server.close)
  const alice = {
    id: `slack:${ALICE}`,
    name: '联络员甲',
    role: 'liaison' as const,
    units: ['市卫生健康委'],
    state: 'active' as const,
    since: '2020-01-01T00:00:00Z',
    deputies: [],
  }
  const store: Store = {
    ...memoryStore({ ...sampleLedger('北京医改23项.txt'), people: [alice] }),
    close: async () => {},
  }
  const { address, stop } = await startSlackProgram({
    mode: 'http',
    apiUrl: server.apiUrl,
    openStore: async () => store,
    bot: createBot({ store, intents, loadSegmenter: sharedSegmenter }),
    clock: server.workspace.now,
    timer: impatientTimer(1_000),
  })
  ends.push(stop)
  const url = `${address}/slack/events`
  const answered = async (deliver: () => Promise<unknown>) => {
    const before = server.posts.length
    await deliver()
    await deliver()
    await server.posted(before + 1)
    return server.posts.at(-1)
  }
  const elements = (): [AnyBlock, NonNullable<AnyBlock['elements']>[number]][] =>
    (server.posts.at(-1)?.blocks ?? []).flatMap((block) =>
      block.type === 'actions'
        ? (block.elements ?? []).map((element): [AnyBlock, typeof element] => [block, element])
        : [],
    )
  const payloadOf = (label: string): Record<string, unknown> => {
    for (const [{ block_id }, element] of elements()) {
      const option = element.options?.find(({ text }) => text.text.startsWith(label))
      const text = typeof element.text === 'object' ? element.text.text : ''
      if (!option && text !== label) continue
      const { action_id, value } = element
      const chosen = option ? { selected_option: option } : { value }
      return server.payloads.press(
        { type: element.type, action_id, block_id, ...chosen },
        { channel: ALICE_DM, message: server.posts.at(-1)?.ts as string },
      )
    }
    throw new Error(`nothing to press is called ${label}`)
  }
  return {
    server,
    task: (no: string) => store.snapshot().tasks.find((one) => one.no === no),
    say: (text: string) => {
      const payload = server.payloads.direct(text)
      return answered(() => server.postEvent(url, payload))
    },
    press: (label: string) => {
      const payload = payloadOf(label)
      return answered(() => server.postForm(url, payload))
    },
    fillIn: async (label: string, filledIn: Parameters<typeof server.payloads.submit>[1]) => {
      await server.postForm(url, payloadOf(label))
      const submitted = server.payloads.submit(server.workspace.modals.at(-1) as never, filledIn)
      return answered(() => server.postForm(url, submitted))
    },
  }
}

test('from a list to a task, a report with its form, and a completion confirmed, each done once', async () => {
  const { server, say, press, fillIn, task } = await liaison()
  await say('本单位牵头的任务')
  await press('11 ')
  await fillIn('报进展', {
    0: { selected_option: { value: '0' } },
    1: { value: '60' },
    2: { value: '已调度2次' },
  })
  expect(task('11')?.reports.map(({ text, progress }) => [text, progress])).toEqual([
    ['正在推进；进度60%；已调度2次', 60],
  ])
  await say('第15项')
  await press('申请办结')
  const card = server.posts.at(-1)?.ts
  await press('确认')
  expect(task('15')).toMatchObject({ status: 'pending-review', reports: [expect.anything()] })
  expect(server.posts).toHaveLength(6)
  expect(server.posts.every(({ channel }) => channel === ALICE_DM)).toBe(true)
  // the card that was confirmed says by whom and when, and can be pressed no more
  await server.until(() => server.calls.some(({ method }) => method === 'chat.update'))
  const settled = server.workspace.history(ALICE_DM).find(({ ts }) => ts === card)
  expect(settled?.text).toMatch(/^已确认：第15项　.+（联络员甲，5月6日 09:00）$/)
  expect(settled?.blocks?.map(({ type }) => type)).toEqual(['section'])
})
