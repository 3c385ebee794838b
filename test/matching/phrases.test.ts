import { describe, expect, test } from '@jest/globals'
import { findPhrases } from '../../src/matching/phrases.ts'

const read = (text: string) => findPhrases(text).map(({ categories, text: words }) => [categories.join(' '), words])

describe('ways of asking that have too many wordings to list', () => {
  test.each<[string, string, string]>([
    ['没有明确完成时限的有几条', 'ongoing', '没有明确完成时限'],
    ['常年要抓的事', 'ongoing', '常年要抓'],
    ['写明完成时间的', 'dated', '写明完成时间'],
    ['半年报一次的是哪项', 'recurring', '半年报一次'],
    ['每季度要开展一次的', 'recurring', '每季度要开展一次'],
    ['参与但不牵头的', 'role-cooperating', '参与但不牵头'],
    ['除了牵头的还配合哪些', 'role-cooperating', '除了牵头的还配合'],
    ['过了规定时限的', 'overdue', '过了规定时限'],
    ['时间到了还没交的', 'overdue', '时间到了还没交'],
    ['没按规定时间完成的', 'overdue', '没按规定时间完成'],
    ['哪家牵头的事最多', 'overview', '哪家牵头的事最多'],
    ['配合单位一共有几家', 'overview', '一共有几家'],
    ['时间最靠后的是哪项', 'furthest', '时间最靠后'],
    ['距到期还有几天', 'days-left', '距到期还有几天'],
    ['超期多少天', 'days-left', '超期多少天'],
    ['覆盖率要到多少', 'quantity', '要到多少'],
    ['改造多少公里', 'quantity', '多少公里'],
    ['分几步走', 'when', '分几步走'],
    ['截至今天', 'filler', '截至今天'],
    ['怎么办理居住证', 'foreign', '怎么办理'],
    ['你觉得能完成吗', 'foreign', '你觉得能完成吗'],
  ])('%s: %s', (text, category, words) => expect(read(text)).toContainEqual([category, words]))

  test.each([
    '有没有时限',
    '没有超过时限',
    '市医保局牵头几项',
    '多少项任务',
    '一次性医用耗材',
    '怎么办的',
    '还剩多少项',
    '三月底前要交什么',
  ])('%s is none of them', (text) => {
    expect(read(text).filter(([category]) => category !== 'when')).toEqual([])
  })

  test('none stands over another', () => {
    const found = findPhrases('没有明确时限的和半年报一次的，超了几天')
    expect(found.map(({ categories }) => categories[0])).toEqual(['ongoing', 'recurring', 'days-left'])
    for (const [i, cue] of found.entries()) expect(cue.from).toBeGreaterThanOrEqual(found[i - 1]?.to ?? 0)
  })
})
