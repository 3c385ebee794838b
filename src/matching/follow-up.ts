import { type Item, isCue } from './items.ts'
import type { FollowUp, Reading } from './reading.ts'

/** 以后医保处都算市医保局. */
export const TEACHES =
  /^(?:以后|今后)(?:说|问|问到|提到)?[“"]?(.{2,16}?)[”"]?(?:都|就|也)?(?:算作|算成|算|指的是|指|就是|是|等于|当作|当成)[“"]?(.{2,20}?)[”"]?[。.!！]*$/

export const readTeaching = (text: string): Reading['teaching'] => {
  const match = TEACHES.exec(text)
  return match ? { said: match[1] as string, meant: match[2] as string } : null
}

/** 不对, and nothing that says what would be right. */
export const WRONG =
  /^(?:不对|不是|错了|不对吧|不对啊|不对不对|(?:你)?(?:搞|弄|答|查)错了|不是(?:这|那)(?:个|些|项|条|几项|一项|个任务)|不是它)[。.!！]*$/

/** How a message refers to what was said before. */
export const readFollowUp = (items: readonly Item[], text: string): FollowUp => {
  const has = (...categories: string[]): boolean => items.some((item) => isCue(item, ...categories))
  const correct =
    /我说的是|我是说|我指的是|我问的是|(?:搞|弄|说)错了/.test(text) ||
    /^(?:不是|不对|错了|不)(?:这|那)?(?:个|些|项|条)?[,，。.、!！ ]/.test(text)
  return {
    ellipsis: /^那(?!些|几|里|边|个|项|条|一)/.test(text) || /(?:呢|咧|呐)[?。.!~]*$/.test(text),
    narrow: has('narrow') || pointsBack(items),
    replace: has('replace') || /^换(?!届|发|证)/.test(text),
    correct,
    reset: has('reset'),
    step: /^(?:那)?(?:再)?(?:看)?(?:下|后)一?[项条个](?!月|季|周|年)/.test(text)
      ? 1
      : /^(?:那)?(?:再)?(?:看)?(?:上|前)一[项条个](?!月|季|周|年)/.test(text)
        ? -1
        : 0,
    focus: has('focus') || /^那?(?:它|该)/.test(text),
    thatOne: pointsAtOne(items, text),
  }
}

const pointsAtOne = (items: readonly Item[], text: string): boolean =>
  items.some((item, i) => {
    const before = items[i - 1]
    const tells =
      before !== undefined &&
      (before.kind === 'unit' || before.kind === 'time' || isCue(before, 'role-lead', 'role-cooperating', 'overdue'))
    return (
      tells &&
      isCue(item, 'focus') &&
      /^[那这]/.test(text.slice(item.from)) &&
      /^的?$/.test(text.slice(before.to, item.from))
    )
  })

/** 其中…, 这几项…: before anything that says which tasks are meant; 市教育局那几项 is no look back. */
const pointsBack = (items: readonly Item[]): boolean => {
  const those = items.findIndex((item) => isCue(item, 'those'))
  return (
    those >= 0 && !items.slice(0, those).some(({ kind }) => kind === 'unit' || kind === 'time' || kind === 'number')
  )
}
