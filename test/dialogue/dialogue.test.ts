import { describe, expect, test } from '@jest/globals'
import { Dialogues, EXPIRY_MS } from '../../src/dialogue/dialogue.ts'
import { conversation } from '../helpers/conversation.ts'
import { importedLedgers, sampleLedger } from '../helpers/sample-ledger.ts'

const ledger = sampleLedger('北京医改23项.txt')
const at = (time: string): { at: string } => ({ at: `2020-01-05T${time}+08:00` })

describe('after 30 minutes a question stands by itself again', () => {
  test.each([
    ['09:30:00', ['13']],
    ['09:30:01', []],
  ])('谁牵头 at %s', async (time, numbers) => {
    const { say } = conversation(ledger)
    await say('第13项是什么内容', at('09:00:00'))
    expect((await say('谁来牵头', at(time))).tasks.map((task) => task.no)).toEqual(numbers)
  })

  test('every message counts anew', async () => {
    const { say } = conversation(ledger)
    await say('第13项是什么内容', at('09:00:00'))
    await say('谁来牵头', at('09:20:00'))
    expect((await say('什么时候完成', at('09:45:00'))).tasks).toHaveLength(1)
  })

  test('the clock is the conversation’s own and may jump back', async () => {
    const { say } = conversation(ledger)
    await say('第13项是什么内容', at('09:00:00'))
    expect((await say('谁来牵头', at('07:00:00'))).units).toEqual(['市医保局'])
    expect((await say('什么时候完成', at('07:30:01'))).tasks).toEqual([])
  })

  test('the clock of one conversation does not run in another', async () => {
    const { say } = conversation(ledger)
    await say('第13项是什么内容', { ...at('09:00:00'), conversation: 'a' })
    await say('第14项是什么内容', { ...at('12:00:00'), conversation: 'b' })
    expect((await say('谁来牵头', { ...at('09:10:00'), conversation: 'a' })).units).toEqual(['市医保局'])
  })

  test('a question asked back is forgotten too', async () => {
    const two = importedLedgers('data/samples/北京医改23项.txt', 'data/samples/吉林医改施工图55项.txt')
    const { say } = conversation(two)
    expect((await say('医保局牵头几项', at('09:00:00'))).needs).toBe('unit')
    expect((await say('1', at('09:31:00'))).intent).not.toBe('count-tasks')
  })
})

describe('whose dialogue it is', () => {
  test('two people in one group go on from their own questions', async () => {
    const { say } = conversation(ledger)
    const [li, wang] = [
      { from: 'li', group: true },
      { from: 'wang', group: true },
    ]
    await say('市中医局牵头的有哪些', li)
    await say('市财政局参与哪些任务', wang)
    expect((await say('第一个谁牵头', li)).units).toEqual(['市中医局'])
    expect((await say('第一个谁牵头', wang)).units).toEqual(['市财政局'])
    expect((await say('那市医保局呢', li)).total).toBe(8)
  })

  test('one person in two conversations has two dialogues', async () => {
    const { say } = conversation(ledger)
    await say('第13项是什么内容', { from: 'li', conversation: 'a' })
    expect(await say('谁来牵头', { from: 'li', conversation: 'b' })).toMatchObject({ needs: 'task', units: [] })
    expect((await say('谁来牵头', { from: 'li', conversation: 'a' })).units).toEqual(['市医保局'])
  })

  test('an answer is taken from the person asked only', async () => {
    const two = importedLedgers('data/samples/北京医改23项.txt', 'data/samples/吉林医改施工图55项.txt')
    const { say } = conversation(two)
    await say('医保局牵头几项', { from: 'li', group: true })
    expect((await say('1', { from: 'wang', group: true })).intent).toBe('task-detail')
    expect((await say('1', { from: 'li', group: true })).intent).toBe('count-tasks')
  })
})

describe('the dialogues kept', () => {
  const group = { adapter: 'slack', id: 'group' }

  test('are those last used', () => {
    const dialogues = new Dialogues(2)
    const first = dialogues.at(group, 'first', 0)
    const second = dialogues.at(group, 'second', 0)
    dialogues.at(group, 'first', 1)
    dialogues.at(group, 'third', 2)
    expect(dialogues.at(group, 'first', 3)).toBe(first)
    expect(dialogues.at(group, 'second', 4)).not.toBe(second)
  })

  test('keep the ledger in focus when what was said expires', () => {
    const dialogues = new Dialogues()
    Object.assign(dialogues.at(group, 'li', 0), { ledger: 'reform', pending: { need: 'unit' } })
    expect(dialogues.at(group, 'li', EXPIRY_MS + 1)).toMatchObject({ ledger: 'reform', pending: null, last: null })
  })

  test('are not mixed up by names that run together', () => {
    const dialogues = new Dialogues()
    const at = (id: string, person: string) => dialogues.at({ adapter: 'slack', id }, person, 0)
    expect(at('a', 'b:c')).not.toBe(at('a:b', 'c'))
  })

  test('of a new branch go on from what was last said in the group, then by themselves', () => {
    const dialogues = new Dialogues()
    const said = (thread: string | undefined, ledger?: string) => {
      const dialogue = dialogues.at(thread === undefined ? group : { ...group, thread }, 'li', 0)
      if (ledger !== undefined) dialogue.ledger = ledger
      return dialogue.ledger
    }
    said('first', 'reform')
    expect(said('second')).toBe('reform')
    said('second', 'safety')
    expect(said('first')).toBe('reform')
    expect(said(undefined)).toBe('reform')
    expect(dialogues.peek({ ...group, thread: 'third' }, 'li')).toBeUndefined()
  })
})
