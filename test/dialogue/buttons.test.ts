import { describe, expect, test } from '@jest/globals'
import type { Incoming } from '../../src/adapter.ts'
import { redactPhones } from '../../src/domain/index.ts'
import { formText, type Reply, type ReplyAction } from '../../src/reply.ts'
import { boundPerson } from '../helpers/bound-person.ts'
import { conversation, type Saying } from '../helpers/conversation.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

/** People of Slack who press what stands below answers. */
const office = (file = '北京医改23项.txt') => {
  const ledger = sampleLedger(file)
  const groups = [
    {
      id: 'slack:C1',
      adapter: 'slack',
      conversation: 'C1',
      ledgers: [],
      carries: 'internal' as const,
      purpose: null,
      owner: null,
      boundAt: '2020-01-01T00:00:00Z',
      until: null,
    },
  ]
  const people = [boundPerson('li', '市卫生健康委'), boundPerson('wang', '市财政局'), boundPerson('sheng', '省医保局')]
  const { say: tell, store } = conversation({ ...ledger, groups, people })
  let count = 0
  const say = async (from: string, text: string, saying: Saying = {}) => {
    const id = `m${count++}`
    const conversationId = saying.group ? 'C1' : `D${from}`
    const more = { ...saying.more, id }
    return { id, reply: await tell(text, { adapter: 'slack', from, conversation: conversationId, ...saying, more }) }
  }
  const press = (
    from: string,
    { id, reply }: { id: string; reply: Reply },
    label: string,
    { filledIn = {}, ...saying }: Saying & { filledIn?: Record<number, string> } = {},
  ) => {
    const action = reply.actions?.find((one) => one.label.startsWith(label)) as ReplyAction
    expect(action).toBeDefined()
    const { task, person: who, refers, form } = action
    const only =
      action.private && saying.group ? { conversation: { adapter: 'slack', id: 'C1', kind: 'group', only: from } } : {}
    const more = {
      about: id,
      ...(task ? { task } : {}),
      ...(who ? { person: who } : {}),
      ...(refers ? { refers } : {}),
      ...(only as Partial<Incoming>),
    }
    return say(from, form ? formText(form, filledIn) : action.say, { ...saying, more })
  }
  return { say, press, store, task: (no: string) => store.snapshot().tasks.find((one) => one.no === no) }
}
const labels = ({ reply }: { reply: Reply }): string[] => (reply.actions ?? []).map(({ label }) => label)
const group = { group: true }

describe('below a list', () => {
  test('a select opens each row of the page, buttons turn and narrow it', async () => {
    const { say, press } = office()
    const list = await say('wang', '市卫生健康委有哪些任务')
    const rows = list.reply.actions?.filter((action) => action.group === '看详情') ?? []
    expect(rows.map(({ task }) => task)).toEqual(list.reply.tasks.slice(0, 15).map(({ id }) => id))
    expect(labels(list).slice(15)).toEqual(['更多（还有6项）', '只看牵头11项', '导表'])
    const lead = await press('wang', list, '只看牵头')
    expect(lead.reply.tasks).toHaveLength(11)
    expect(labels(lead).slice(11)).toEqual(['导表'])
    expect((await press('wang', list, '导表')).reply).toMatchObject({ intent: 'export-file', total: 21 })
  })

  test('更多 turns the page it stands under, as often as it is pressed', async () => {
    const { say, press } = office()
    const list = await say('wang', '市卫生健康委有哪些任务')
    const [first, second] = [await press('wang', list, '更多'), await press('wang', list, '更多')]
    expect(second.reply.text).toBe(first.reply.text)
    expect(first.reply.text).not.toBe(list.reply.text)
    await say('wang', '下一页')
    expect((await press('wang', list, '更多')).reply.text).toBe(first.reply.text)
  })

  test('a row opens for whoever presses it, whatever was asked since', async () => {
    const { say, press } = office()
    const list = await say('wang', '市卫生健康委有哪些任务', group)
    await say('li', '第3项谁牵头', group)
    const detail = await press('li', list, '11 ', group)
    expect(detail.reply.intent).toBe('task-detail')
    expect(detail.reply.tasks.map(({ no }) => no)).toEqual(['11'])
  })

  test('a number that several ledgers have is the row’s own', async () => {
    const { say, press } = office('吉林医改施工图55项.txt')
    const list = await say('sheng', '省医保局牵头的任务')
    for (const place of [0, 2]) {
      const { reply } = await press('sheng', list, labels(list)[place] ?? '')
      expect(reply.tasks.map(({ id }) => id)).toEqual([list.reply.tasks[place]?.id])
    }
  })

  test('an answer that is not known any more is not guessed at', async () => {
    const { say, press } = office()
    await say('wang', '市财政局有哪些任务')
    const list = await say('wang', '市卫生健康委有哪些任务')
    const { reply } = await press('wang', { ...list, id: 'long-ago' }, '只看牵头')
    expect(reply).toMatchObject({ intent: 'outdated', tasks: [], text: '这条回答已过时，请重新提问。' })
  })
})

describe('below a question back', () => {
  test('choices answer it, though something else was asked since', async () => {
    const { say, press, store } = office()
    const asked = await say('li', '第9项已完成')
    expect(asked.reply.needs).toBe('task')
    const shown = await press('li', asked, '3 整项任务')
    expect(labels(shown)).toEqual(['确认', '补充', '取消'])
    const other = await say('li', '第3项谁牵头')
    expect(labels(other)).toEqual(['详情', '确认', '补充', '取消'])
    await press('li', shown, '确认')
    expect(store.snapshot().tasks.find(({ no }) => no === '9')?.status).toBe('pending-review')
  })

  test('nobody else answers it', async () => {
    const { say, press, task } = office()
    const asked = await say('li', '第11项已全部完成，申请办结', group)
    const { reply } = await press('wang', asked, '确认', group)
    expect(reply.text).toBe('这一步由提问或报送的本人操作，您的操作没有生效。')
    expect(task('11')?.status).toBe('not-started')
    await press('li', asked, '确认', group)
    expect(task('11')?.status).toBe('pending-review')
  })

  test('what it was about is done once, and a later question is not answered by it', async () => {
    const { say, press, task } = office()
    const first = await say('li', '第11项已全部完成，申请办结')
    const second = await say('li', '第15项已全部完成，申请办结')
    expect((await press('li', first, '确认')).reply.text).toBe('这一步已经办过或已过时，没有改动任何数据。')
    expect([task('11')?.status, task('15')?.status]).toEqual(['not-started', 'not-started'])
    await press('li', second, '确认')
    expect((await press('li', second, '确认')).reply.intent).toBe('outdated')
    expect([task('11')?.status, task('15')?.status]).toEqual(['not-started', 'pending-review'])
  })

  test('a card that was pressed says what was chosen, by whom and when; what else stood above its buttons stays', async () => {
    const { say, press } = office()
    const first = await say('li', '第11项已全部完成，申请办结', { at: '2020-03-02T09:05:00+08:00' })
    expect(first.reply.settled).toBeUndefined()
    const more = await press('li', first, '补充', {
      filledIn: { 0: '文号京发〔2020〕5号' },
      at: '2020-03-02T09:06:00+08:00',
    })
    expect(more.reply.settled).toBe('已补充：第11项　优化公立医院收入结构（li，3月2日 09:06）')
    expect((await press('li', first, '确认')).reply).toMatchObject({ intent: 'outdated' })
    const aside = await say('li', '第3项谁牵头', { at: '2020-03-02T09:07:00+08:00' })
    const done = await press('li', aside, '取消', { at: '2020-03-02T09:08:00+08:00' })
    expect(done.reply.text).not.toBe('')
    expect(done.reply.settled).toBeUndefined()
    const again = await say('li', '第11项已全部完成，申请办结', { at: '2020-03-02T09:09:00+08:00' })
    expect((await press('wang', again, '确认')).reply.settled).toBeUndefined()
    const cancelled = await press('li', again, '取消', { at: '2020-03-02T09:10:00+08:00' })
    expect(cancelled.reply.settled).toMatch(/^已取消.*（li，3月2日 09:10）$/)
  })

  test('补充 is a form whose words are added', async () => {
    const { say, press, task } = office()
    const asked = await say('li', '第11项已全部完成，申请办结')
    const more = await press('li', asked, '补充', { filledIn: { 0: '文号京发〔2020〕5号' } })
    await press('li', more, '确认')
    expect(task('11')?.request?.text).toContain('京发〔2020〕5号')
  })
})

describe('below one task', () => {
  test('its lead unit reports, others do not', async () => {
    const { say } = office()
    expect(labels(await say('li', '第9项'))).toEqual(['报进展', '申请办结', '申请延期', '依据'])
    expect(labels(await say('wang', '第9项'))).toEqual(['依据'])
    expect(labels(await say('li', '第4项'))).toEqual(['依据'])
  })

  test('报进展 is the same report as by message', async () => {
    const [one, two] = [office(), office()]
    const detail = await one.say('li', '第11项')
    await one.press('li', detail, '报进展', { filledIn: { 0: '正在推进', 1: '60', 2: '已调度2次' } })
    await two.say('li', '第11项正在推进；进度60%；已调度2次')
    const { at: _, ...report } = one.task('11')?.reports[0] ?? { at: '' }
    expect(two.task('11')?.reports[0]).toMatchObject(report)
    expect(report).toMatchObject({ text: '正在推进；进度60%；已调度2次', progress: 60 })
  })

  test('the words of a form change nothing else', async () => {
    const { say, press, task } = office()
    const before = task('9')
    const words = '第4项时限改为6月30日，我是市财政局联络员'
    await press('li', await say('li', '第9项'), '报进展', { filledIn: { 0: '正在推进', 2: words } })
    expect(task('9')).toMatchObject({ milestones: before?.milestones, lead: before?.lead })
    expect(task('9')?.reports.at(-1)?.text).toContain(words)
    expect(task('4')?.reports).toEqual([])
  })

  test('申请延期 asks for the day that was chosen', async () => {
    const { say, press, task } = office()
    const asked = await press('li', await say('li', '第9项'), '申请延期', {
      filledIn: { 0: '目录须国家先公布', 1: '2020-06-30' },
    })
    await press('li', asked, '确认')
    expect(task('9')?.request).toMatchObject({ kind: 'extension', until: '2020-06-30' })
  })

  test('a form of somebody who may not report is refused', async () => {
    const { say, press, task } = office()
    const detail = await say('li', '第11项', group)
    const { reply } = await press('wang', detail, '报进展', { ...group, filledIn: { 0: '正在推进' } })
    expect(reply.text).toContain('由市卫生健康委报送')
    expect(task('11')?.reports).toEqual([])
  })
})

describe('below what waits for the 督查室', () => {
  const asked = async () => {
    const stage = office()
    await stage.press('li', await stage.say('li', '第11项已全部完成，申请办结'), '确认')
    await stage.press('li', await stage.say('li', '第15项已全部完成，申请办结'), '确认')
    return { ...stage, waiting: await stage.say('chief', '待审核') }
  }

  test('each is approved or returned by its own button, once', async () => {
    const { press, task, waiting } = await asked()
    await press('chief', waiting, '退回 1', { filledIn: { 0: '缺印发文号' } })
    await press('chief', waiting, '同意 2')
    expect([task('11')?.status, task('15')?.status]).toEqual(['in-progress', 'done'])
    expect((await press('chief', waiting, '同意 1')).reply.text).toBe('这项申请已经处理过了。')
    expect(task('11')?.status).toBe('in-progress')
  })

  test('nobody else approves or returns, nor reports by it', async () => {
    const { press, task, waiting } = await asked()
    const before = task('11')
    await press('li', waiting, '同意 1')
    await press('li', waiting, '退回 1', { filledIn: { 0: '还没有完成，进度50%' } })
    expect(task('11')).toEqual(before)
  })

  test('退回 without a reason asks for it, and takes no question for one', async () => {
    const { say, task } = await asked()
    expect((await say('chief', '退回第11项')).reply.text).toContain('请写明退回原因')
    await say('chief', '第3项谁牵头？')
    expect(task('11')?.status).toBe('pending-review')
    await say('chief', '退回第11项')
    await say('chief', '缺少佐证材料')
    expect(task('11')?.reports.at(-1)?.text).toContain('缺少佐证材料')
  })
})

test('whole numbers open for the one who presses, if entitled, and are in the audit trail', async () => {
  const { say, press, store } = office('吉林医改施工图55项.txt')
  const [task] = (await say('sheng', '省医保局牵头的任务')).reply.tasks
  const detail = await say('sheng', `${task?.no}详细`, group)
  expect(redactPhones(JSON.stringify(detail.reply))).toBe(JSON.stringify(detail.reply))
  const mine = await press('sheng', detail, '查看号码', group)
  expect(redactPhones(mine.reply.text)).not.toBe(mine.reply.text)
  const others = await press('wang', detail, '查看号码', group)
  expect(redactPhones(others.reply.text)).toBe(others.reply.text)
  expect(store.entries('phones-read').map(({ body }) => body)).toEqual([{ by: 'slack:sheng', tasks: [task?.id] }])
})
