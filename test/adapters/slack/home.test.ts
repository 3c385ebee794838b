import { afterEach, describe, expect, test } from '@jest/globals'
import { SHORTCUT } from '../../../adapters/slack/surface.ts'
import type { Message } from '../../../src/reply.ts'
import { ALICE, ALICE_DM, CHANNEL } from '../../helpers/slack/workspace.ts'
import { firstTry } from '../contract.ts'
import { closeStages, type Mode, setUpSlack } from './set-up.ts'

afterEach(closeStages)

describe.each<Mode>(['socket', 'http'])('the bot’s own page over %s', (mode) => {
  test('is asked for when it is looked at, and answered on the page', async () => {
    const { start, tell, interact, server, taken, slack } = await setUpSlack(mode)
    await start()
    await tell(server.payloads.openHome('messages'))
    await tell(server.payloads.openHome())
    expect(taken).toHaveLength(1)
    const [asked] = taken
    expect(asked).toMatchObject({
      conversation: { id: ALICE_DM, kind: 'direct', page: true, only: ALICE },
      sender: { id: ALICE },
      text: '我的待办',
    })
    const message: Message = {
      text: '共2项',
      table: {
        before: '共2项',
        columns: ['序号', '任务', '时限'],
        rows: [
          ['3', '培训网格员', '3月31日'],
          ['5', '排查隐患', '持续推进'],
        ],
        after: '回复序号看详情',
      },
      actions: [{ label: '3 培训网格员', say: '详细', task: 'a1b2c3d4e5f6' }],
    }
    const delivery = { ...firstTry(), answers: asked?.id ?? null }
    for (const again of [false, true]) await slack.send(asked?.conversation as never, message, { ...delivery, again })
    expect(server.posts).toEqual([])
    const page = server.workspace.pages.get(ALICE)
    expect(JSON.stringify(page)).toMatch(/3　培训网格员.*5　排查隐患/)

    expect(JSON.stringify(page?.blocks.at(-1))).toContain('“消息”一栏')
    const element = page?.blocks.at(-2)
    await interact(
      server.payloads.pressOnPage(
        { ...element?.elements?.[0], block_id: element?.block_id },
        { private_metadata: page?.private_metadata },
      ),
    )
    expect(taken[1]).toMatchObject({
      conversation: { adapter: 'slack', id: ALICE_DM, kind: 'direct' },
      text: '详细',
      task: 'a1b2c3d4e5f6',
      about: asked?.id,
    })
    expect(taken[1]?.conversation.page).toBeUndefined()
  })

  test('a message is reported by whoever chooses it, and answered to them alone', async () => {
    const { start, interact, server, taken } = await setUpSlack(mode)
    await start()
    await interact(server.payloads.shortcut('方案已印发 &amp; 报送', SHORTCUT))
    await interact(server.payloads.shortcut('别的', 'some-other'))
    expect(taken).toEqual([])
    const [view, ...others] = server.workspace.modals
    expect(others).toEqual([])
    expect(view?.blocks?.[0]?.element).toMatchObject({ initial_value: '方案已印发 & 报送' })
    await interact(server.payloads.submit(view as never, { 0: { type: 'plain_text_input', value: '方案已印发' } }))
    expect(taken[0]).toMatchObject({
      conversation: { id: CHANNEL, kind: 'group', only: ALICE },
      sender: { id: ALICE },
      text: '方案已印发',
    })
  })
})
