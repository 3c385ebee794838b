import { describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { intents } from '../intents/index.ts'
import { createBot } from '../src/bot.ts'
import { DubanError } from '../src/errors.ts'
import { defineIntent, type Intent } from '../src/intent.ts'
import { refusingChanges } from '../src/store/read-only-store.ts'
import { conversation, directMessage } from './helpers/conversation.ts'
import { sampleLedger } from './helpers/sample-ledger.ts'
import { sharedSegmenter } from './helpers/segmenter.ts'

const beijing = sampleLedger('北京医改23项.txt')

const BROKEN = '处理这条消息时出错，没有改动任何数据。请换个说法再试，或联系管理员查看日志。'
const failing = (run: Intent['run']): Intent =>
  defineIntent({ name: 'duty-phone', summary: '查值班电话', examples: ['值班室电话是多少'], run })

describe('what goes wrong inside', () => {
  test.each<[string, Intent['run']]>([
    [
      'thrown',
      () => {
        throw new Error('disk on fire')
      },
    ],
    ['rejected', () => Promise.reject(new Error('disk on fire'))],
  ])('%s becomes one sentence, and is reported once', async (_, run) => {
    const { say, errors } = conversation(beijing, undefined, [failing(run), ...intents])
    expect(await say('值班室电话是多少')).toMatchObject({ intent: 'unknown', text: BROKEN, tasks: [], needs: null })
    expect(errors).toEqual([new Error('disk on fire')])
  })

  test('does not spoil the dialogue', async () => {
    const own = failing(() => Promise.reject(new Error('disk on fire')))
    const { say, numbers } = conversation(beijing, undefined, [own, ...intents])
    await say('第13项由谁牵头')
    await say('值班室电话是多少')
    expect(await numbers('什么时候完成')).toEqual(['13'])
  })

  test('where it was expected, says so in its own words', async () => {
    const own = failing(() => {
      throw new DubanError('store-unwritable', '磁盘已满，未能保存。请清理后再试。')
    })
    const { say, errors } = conversation(beijing, undefined, [own, ...intents])
    expect(await say('值班室电话是多少')).toMatchObject({
      intent: 'unknown',
      text: '磁盘已满，未能保存。请清理后再试。',
    })
    expect(errors).toEqual([])
  })

  test('needs nobody to report it to', async () => {
    const loadSegmenter = () => {
      throw new Error('no dictionary')
    }
    const bot = createBot({ store: conversation(beijing).store, intents, loadSegmenter })
    const reply = await bot.answer({
      id: '1',
      conversation: { adapter: 'test', id: 'one', kind: 'direct' },
      sender: null,
      text: '与京津冀有关的任务',
      addressed: true,
      at: '2020-01-05T09:00:00+08:00',
    })
    expect(reply.text).toBe(BROKEN)
  })

  test('a time that is none', async () => {
    const { say } = conversation(beijing)
    expect(await say('时限已过的有哪些', { at: 'yesterday' })).toMatchObject({ intent: 'unknown', text: BROKEN })
  })
})

test('on a store that may only be read, a change is refused and nothing is lost', async () => {
  const onError = jest.fn()
  const view = { snapshot: () => beijing, entries: () => [], close: async () => undefined }
  const bot = createBot({ store: refusingChanges(view), intents, loadSegmenter: sharedSegmenter, onError })
  let id = 0
  const say = (text: string) => bot.answer(directMessage(id++, text))
  expect((await say('待核实')).total).toBe(2)
  expect((await say('1')).text).toBe('本命令只查询台账、不作改动；需要改动的，请在对话中办理（duban chat）')
  expect((await say('时限已过的有哪些')).total).toBe(2)
  expect(onError).not.toHaveBeenCalled()
})

describe('the segmenter', () => {
  test('is loaded once, when a question first has words to cut', async () => {
    const loadSegmenter = jest.fn(sharedSegmenter)
    const bot = createBot({ store: conversation(beijing).store, intents, loadSegmenter })
    let id = 0
    const say = (text: string) => bot.answer(directMessage(id++, text))
    await say('市财政局有哪些任务')
    expect(loadSegmenter).toHaveBeenCalledTimes(0)
    await say('与京津冀有关的任务')
    await say('与家庭医生有关的任务')
    expect(loadSegmenter).toHaveBeenCalledTimes(1)
  })
})

describe('phone numbers', () => {
  const jilin = sampleLedger('吉林医改施工图55项.txt')
  const phones = [...new Set(jilin.tasks.flatMap((task) => task.contacts.flatMap(({ phone }) => phone ?? [])))]
  const units = [...new Set(jilin.tasks.flatMap((task) => [...task.lead, ...task.cooperating]))]
  const people = [...new Set(jilin.tasks.flatMap((task) => task.contacts.map(({ name }) => name)))].filter(Boolean)
  const withPhone = jilin.tasks.find((task) => task.contacts.some(({ phone }) => phone !== null))
  if (!withPhone) throw new Error('the sample has no phones')
  const question = `${withPhone.no}的承办人电话`

  test.each([
    ['in a group, for the local administrator', { group: true }, false],
    ['in a group, for somebody', { group: true, from: 'li' }, false],
    ['in private, for somebody', { from: 'li' }, false],
    ['in private, for the local administrator', {}, true],
  ])('%s', async (_, saying, whole) => {
    const { say } = conversation(jilin)
    const { contacts, text } = await say(question, saying)
    const shown = contacts.flatMap(({ phone }) => phone ?? [])
    expect(shown.length).toBeGreaterThan(0)
    for (const phone of shown) {
      expect(phones.includes(phone)).toBe(whole)
      expect(phone).toMatch(whole ? /^\d{11}$/ : /^\d{3}\*{4}\d{4}$/)
      expect(text).toContain(phone)
    }
    expect(text.includes('号码已隐去')).toBe(!whole)
    expect(text.includes('请私聊查询')).toBe('group' in saying)
  })

  const subjects = fc.oneof(
    fc.constantFrom(...units, ...people),
    fc.constantFrom(...jilin.tasks.map((task) => task.no)),
    fc.constantFrom('其中', '第一个', '那', '这项', '全部任务'),
  )
  const asks = fc.constantFrom(
    '的电话',
    '的承办人电话是多少',
    '联络员是谁，电话多少',
    '找谁，手机号发我',
    '详细说说',
    '牵头的有哪些',
    '谁分管',
    '呢',
    '',
  )
  const questions = fc.tuple(subjects, asks).map((parts) => parts.join(''))

  test('never stand whole in what a group is shown', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(questions, { minLength: 1, maxLength: 4 }),
        fc.option(fc.constant('li'), { nil: undefined }),
        async (dialogue, from) => {
          const { say } = conversation(jilin)
          for (const text of dialogue) {
            const { tasks: _, ...shown } = await say(text, { group: true, ...(from ? { from } : {}) })
            const written = JSON.stringify(shown)
            expect(phones.filter((phone) => written.includes(phone))).toEqual([])
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})
