import { describe, expect, test } from '@jest/globals'
import { sampleLedger } from '../helpers/sample-ledger.ts'
import { reader } from './read.ts'

const read = reader(sampleLedger('北京医改23项.txt'), '2020-01-05')
const topic = (text: string): string | null => read(text).topic?.text ?? null

describe('everything that says which tasks, and what of them, leaves no topic', () => {
  test.each([
    '市财政局牵头的任务有哪些',
    '请问第3项谁负责啊，谢谢',
    '麻烦您帮我查一下市医保局年底前要完成的',
    '逾期的有几项',
    '第二个展开讲讲',
    '那市医管中心呢',
    '领导您好，打扰了，想请教一下第3项什么时候完成',
    '有哪些台账',
  ])('%s', (text) => expect(topic(text)).toBeNull())
})

describe('what nothing else has claimed is the topic', () => {
  test.each([
    ['京津冀联合采购谁牵头', '京津冀联合采购'],
    ['家庭医生签约的时限', '家庭医生签约'],
    ['市医保局有没有关于耗材的任务', '耗材'],
    ['无人机管控由谁负责', '无人机管控'],
  ])('%s', (text, words) => expect(topic(text)).toBe(words))
})

test('a verb or a word of official prose tells less than a noun', () => {
  const words = read('推进医联体建设由谁牵头').topic?.words ?? []
  expect(words.filter(({ slight }) => slight).map(({ text }) => text)).toEqual(['推进', '建设'])
  expect(words.filter(({ slight }) => !slight).map(({ text }) => text)).toEqual(['医联体'])
})

test('of a long message only the clause that asks counts', () => {
  const text = '各位同事大家上午好，我刚从信访岗位轮岗过来还不熟悉，请问家庭医生签约由谁牵头，多谢各位老师指点'
  expect(topic(text)).toBe('家庭医生签约')
})

test('a cue word inside a subject stays with the subject', () => {
  expect(topic('长期护理保险由谁牵头')).toContain('长期护理保险')
  expect(read('长期护理保险由谁牵头').statuses).toEqual([])
})
