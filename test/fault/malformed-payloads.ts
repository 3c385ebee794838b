/** Picks one of so many, from 0. */
type Pick = (n: number) => number

const RULE = '- - - - - - - - - - - - - - -'

const TEXTS: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => 42,
  () => ({ toString: null }),
  () => '',
  () => '\u0000\u0007',
  () => '\ud800 半个字符 \udfff',
  () => '\u202e倒序\u2066\u200b零宽\ufeff',
  () => '长'.repeat(500_000),
  () => '@'.repeat(20_000),
  () => '@督办助手\u2005'.repeat(3_000),
  () => '「'.repeat(20_000),
  () => `「甲：${'」\n'.repeat(5_000)}`,
  () => `「甲：乙」\n${'- '.repeat(20_000)}`,
  () => `「甲：乙」\n${RULE}\n丙`,
  () => `${' '.repeat(50_000)}<msg>`,
  () => '<msg><appmsg><type>57</type><refermsg><content>',
  () => `<msg>${'<appmsg>'.repeat(10_000)}<type>6</type></appmsg></msg>`,
  () => '<msg><appmsg><title>&#x110000;&#9999999;&amp;amp;</title><type>57</type></appmsg></msg>',
  () => `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'&a;'.repeat(100)}">]><msg><appmsg>&a;</appmsg></msg>`,
  () => '<msg><appmsg><type>1e999</type><refermsg/></appmsg></msg>',
  () => '<br/>'.repeat(10_000),
]
const WHO = ['zhang', 'li', 'bot', 'ghost-1', 'ghost-2', '', '@@', '__proto__', 'weixin', null, 7, {}, ['zhang']]
const ROOMS = [undefined, undefined, 'office@chatroom', 'other@chatroom', 'ghost@chatroom', '', null, 7, {}]
const TYPES = [...Array.from({ length: 18 }, (_, type) => type), -1, 999, Number.NaN, null, undefined, '7', {}]
const TIMES = [undefined, null, 0, -1, 1, Number.NaN, Number.POSITIVE_INFINITY, 1e20, 1_714_957_200, '昨天', {}]
const LISTS = [
  undefined,
  null,
  'bot',
  ['bot'],
  [null, 1, {}, 'ghost-1'],
  Array(5_000).fill('bot'),
  ['announcement@all'],
]
const NAMES = [undefined, null, '', '台账.xlsx', '../../台账.xlsx', `${'长'.repeat(10_000)}.docx`, '\u202excod.exe', 7]
const WHOLE = [null, undefined, 0, '', 'payload', [], [1], true]

/** What a puppet might hand over as the payload of a message, should it or the platform be out of order. */
export const malformedPayload = (pick: Pick, id: string): unknown => {
  const one = <T>(values: readonly T[]): T => values[pick(values.length)] as T
  if (pick(20) === 0) return one(WHOLE)
  return {
    id,
    type: pick(2) === 0 ? 7 : one(TYPES),
    talkerId: pick(2) === 0 ? 'zhang' : one(WHO),
    listenerId: one(WHO),
    roomId: one(ROOMS),
    text: one(TEXTS)(),
    timestamp: one(TIMES),
    mentionIdList: one(LISTS),
    filename: one(NAMES),
  }
}

/** Likewise for what an event says. */
export const malformedEvent = (pick: Pick): unknown => {
  const values = [{}, { messageId: undefined }, { messageId: null }, { messageId: 7 }, { messageId: 'unknown' }]
  return values[pick(values.length)]
}
