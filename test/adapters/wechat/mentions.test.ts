import { describe, expect, test } from '@jest/globals'
import { readMentions } from '../../../adapters/wechat/mentions.ts'

const scene = { own: ['督办助手', '小督'], others: [] as string[], ids: [] as string[], self: 'bot' }
const read = (text: string, more: Partial<typeof scene> = {}) => readMentions(text, { ...scene, ...more })

describe('a mention of the bot', () => {
  test.each([
    ['@督办助手\u2005三月底前要交什么', '三月底前要交什么'],
    ['@督办助手 三月底前要交什么', '三月底前要交什么'],
    ['三月底前要交什么@督办助手', '三月底前要交什么'],
    ['三月底前 @小督\u2005 要交什么', '三月底前 要交什么'],
    ['＠督办助手　三月底前要交什么', '三月底前要交什么'],
    ['@督办助手，三月底前要交什么', '三月底前要交什么'],
    ['OK@督办助手 三月底前要交什么', 'OK 三月底前要交什么'],
    ['@督办助手\u2005@小督\u2005三月底前要交什么@督办助手', '三月底前要交什么'],
    ['@督办助手', ''],
  ])('%j is taken off', (text, rest) => expect(read(text)).toEqual({ text: rest, mentioned: true }))

  test.each([
    ['another bot of a longer name', '@督办助手2号 三月底前要交什么', '督办助手2号 三月底前要交什么'],
    ['a longer name without a number', '@小督察\u2005在吗', '小督察 在吗'],
    ['everybody', '@所有人 下午三点开会', '所有人 下午三点开会'],
    ['its name alone', '督办助手昨天没答复', '督办助手昨天没答复'],
    ['an address', 'a@小督.example.cn和b@xx.example.cn', undefined],
    ['nothing', '好的，谢谢领导', '好的，谢谢领导'],
  ])('is not %s', (_what, text, rest) => {
    const reading = read(text)
    if (rest !== undefined) expect(reading).toEqual({ text: rest, mentioned: false })
    expect(read(text.replace('小督.', 'c.')).mentioned).toBe(false)
  })

  test('names of others stay, their signs go', () => {
    expect(read('@督办助手\u2005@张 某\u2005和@李某 负责哪些')).toEqual({
      text: '张 某 和李某 负责哪些',
      mentioned: true,
    })
    expect(read('@张某\u2005请看一下')).toEqual({ text: '张某 请看一下', mentioned: false })
  })

  test('several bots may be asked at once', () => {
    const text = '@小秘书\u2005@督办助手\u2005@督办助手2号\u2005本月到期几项'
    expect(read(text)).toEqual({ text: '小秘书 督办助手2号 本月到期几项', mentioned: true })
  })
})

describe('the list of ids', () => {
  test('makes up for a name that is not known, which is taken off too', () => {
    expect(read('@台账机器人\u2005本月到期几项', { ids: ['bot'] })).toEqual({ text: '本月到期几项', mentioned: true })
    expect(read('@台账机器人 本月到期几项', { ids: ['bot'] })).toEqual({ text: '本月到期几项', mentioned: true })
    expect(read('本月到期几项', { ids: ['bot'] })).toEqual({ text: '本月到期几项', mentioned: true })
    expect(read('@张某\u2005@台账机器人\u2005本月到期几项', { ids: ['zhang', 'bot'], others: ['张某'] })).toEqual({
      text: '张某 本月到期几项',
      mentioned: true,
    })
  })

  test.each([
    ['a notice of the room', '今日下午停水', ['announcement@all']],
    ['a notice that names every member', '今日下午停水', ['zhang', 'li', 'bot']],
    ['everybody', '@所有人 下午开会', ['bot']],
    ['somebody else', '@张某\u2005下午开会', ['zhang']],
  ])('does not count for %s', (_what, text, ids) => expect(read(text, { ids }).mentioned).toBe(false))

  test('tells a namesake from the bot', () => {
    expect(read('@小督\u2005在吗', { ids: ['other'], others: ['小督'] }).mentioned).toBe(false)
    expect(read('@小督\u2005在吗', { ids: ['bot'], others: [] }).mentioned).toBe(true)
  })
})
