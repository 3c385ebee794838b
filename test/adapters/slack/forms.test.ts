import { afterEach, describe, expect, test } from '@jest/globals'
import { FORM_ID } from '../../../adapters/slack/render/form.ts'
import { renderMessage } from '../../../adapters/slack/render/message.ts'
import { extensionForm, reportForm } from '../../../src/replies/actions/forms.ts'
import type { ReplyAction } from '../../../src/reply.ts'
import type { AnyBlock } from '../../helpers/slack/limits.ts'
import { ALICE, CHANNEL } from '../../helpers/slack/workspace.ts'
import { closeStages, type Mode, setUpSlack } from './set-up.ts'

afterEach(closeStages)

const QUESTION = `${CHANNEL}:1714957200.000100`
/** What Slack sends back of the first element below a message. */
const elementOf = (action: ReplyAction): Record<string, unknown> => {
  const blocks = renderMessage({ text: '第3项', actions: [action] }, QUESTION)[0]?.blocks as unknown as AnyBlock[]
  const row = blocks.at(-1)
  return { ...row?.elements?.[0], block_id: row?.block_id }
}
const report: ReplyAction = { label: '报进展', say: '报进展', form: reportForm, task: 'a1b2c3d4e5f6' }
const thread = '1714957200.000100'

describe.each<Mode>(['socket', 'http'])('a form over %s', (mode) => {
  test('opens below the button, and is one message when it is handed in', async () => {
    const { start, interact, server, taken } = await setUpSlack(mode)
    await start()
    await interact(server.payloads.press(elementOf(report), { message: '1714957201.000100', thread }))
    expect(taken).toEqual([])
    const [view] = server.workspace.modals
    expect(view).toMatchObject({ callback_id: FORM_ID, title: { text: '报进展' } })
    const submitted = server.payloads.submit(view as never, {
      0: { type: 'static_select', selected_option: { value: '0' } },
      1: { type: 'number_input', value: '60' },
      2: { type: 'plain_text_input', value: '已调度2次' },
      3: { type: 'plain_text_input', value: null },
    })
    await interact(submitted)
    await interact(submitted)
    expect(taken).toHaveLength(2)
    expect(taken[1]).toEqual({ ...taken[0], at: taken[1]?.at })
    expect(taken[0]).toMatchObject({
      id: 'form:V0MODAL0:1714957201.000100',
      conversation: { adapter: 'slack', id: CHANNEL, kind: 'group', thread },
      sender: { id: ALICE, name: 'alice' },
      text: '报进展：正在推进；进度60%；已调度2次',
      task: 'a1b2c3d4e5f6',
      about: QUESTION,
      addressed: true,
    })
  })

  test('a day is the one chosen; what is for one alone stays so', async () => {
    const { start, interact, server, taken } = await setUpSlack(mode)
    await start()
    const action = { label: '申请延期', say: '申请延期', form: extensionForm, private: true }
    await interact(server.payloads.press(elementOf(action), { message: '1714957201.000100', thread }))
    await interact(
      server.payloads.submit(server.workspace.modals[0] as never, {
        0: { type: 'plain_text_input', value: '资金未到位' },
        1: { type: 'datepicker', selected_date: '2024-09-30' },
      }),
    )
    expect(taken[0]).toMatchObject({ text: '原因：资金未到位；申请延期到2024-09-30', conversation: { only: ALICE } })
  })

  test('what cannot be opened does no harm, nor does a form that is none of ours', async () => {
    const { start, interact, server, taken, logged } = await setUpSlack(mode)
    await start()
    server.fault({ method: 'views.open', how: { error: 'expired_trigger_id' } })
    await interact(server.payloads.press(elementOf(report)))
    expect(logged()).toContain('a form could not be opened')
    for (const kept of [
      '',
      'null',
      '{',
      '{"meaning":{"say":"x"}}',
      '{"meaning":{"say":"x","form":{"fields":7}},"channel":"C1"}',
    ])
      await interact(
        server.payloads.submit({ id: 'V1', callback_id: FORM_ID, type: 'modal', private_metadata: kept } as never, {}),
      )
    expect(taken).toEqual([])
  })
})

test('what a button hangs on comes back with it', async () => {
  const { start, interact, server, taken } = await setUpSlack('http')
  await start()
  for (const action of [
    { label: '确认', say: '确认', refers: 'question' },
    { label: '3 培训', say: '详细', task: 'a1b2c3d4e5f6', group: '看详情' },
    { label: '同意', say: '同意', person: 'slack:U0BOB' },
  ] satisfies ReplyAction[]) {
    const element = elementOf(action)
    const chosen = element.options ? { selected_option: (element.options as unknown[])[0] } : {}
    await interact(server.payloads.press({ ...element, ...chosen }))
  }
  expect(taken.map(({ text, task, person, refers }) => ({ text, task, person, refers }))).toEqual([
    { text: '确认', refers: 'question' },
    { text: '详细', task: 'a1b2c3d4e5f6' },
    { text: '同意', person: 'slack:U0BOB' },
  ])
})
