import { describe, expect, test } from '@jest/globals'
import { types } from 'wechaty-puppet'
import { contentOf } from '../../../adapters/wechat/content.ts'

const { Message } = types
const app = (inside: string): string =>
  `<?xml version="1.0"?>\n<msg><appmsg appid="" sdkver="0">${inside}</appmsg></msg>`
const RULE = '- - - - - - - - - - - - - - -'

describe('a quote drawn into the text', () => {
  test.each([
    ['「小督：第3项　修订预案」', '第3项　修订预案'],
    ['「某局 张某: 已报送」', '已报送'],
    ['「小督：共2项\n1　修订预案「试行」\n2　开展演练」', '共2项\n1　修订预案「试行」\n2　开展演练'],
    ['「小督：[图片]」', null],
    ['「张某：动画表情」', null],
  ])('%j', (drawn, quoted) =>
    expect(contentOf({ type: Message.Text, text: `${drawn}\n${RULE}\n谁牵头` })).toEqual({
      kind: 'text',
      text: '谁牵头',
      quoted,
    }),
  )

  test('of a message that quotes itself, the last one counts', () => {
    const text = `「张某：「小督：第3项」\n${RULE}\n谁牵头」\n${RULE}\n同问`
    expect(contentOf({ type: Message.Text, text })).toMatchObject({ text: '同问' })
  })

  test('line breaks of the web page count as such', () => {
    const text = `「小督：第3项」<br/>${RULE}<br/>谁牵头`
    expect(contentOf({ type: Message.Text, text })).toEqual({ kind: 'text', text: '谁牵头', quoted: '第3项' })
  })

  test.each(['「三重一大」事项有哪些', `只有一行\n${RULE}\n横线`, '「没有下文'])('%j is no quote', (text) =>
    expect(contentOf({ type: Message.Text, text })).toEqual({ kind: 'text', text, quoted: null }),
  )
})

describe("a quote in WeChat's XML", () => {
  const refer = (type: number, content: string): string =>
    `<title>这项谁承办</title><type>57</type><refermsg><type>${type}</type><svrid>1</svrid>` +
    `<displayname>小督</displayname><content>${content}</content></refermsg>`

  test.each([
    [1, '第3项 &lt;预案&gt; &amp; 演练', '第3项 <预案> & 演练'],
    [1, '<![CDATA[第3项 <预案>]]>', '第3项 <预案>'],
    [49, '&lt;msg&gt;&lt;appmsg&gt;&lt;title&gt;第3项&lt;/title&gt;&lt;/appmsg&gt;&lt;/msg&gt;', '第3项'],
    [3, '&lt;msg&gt;&lt;img/&gt;&lt;/msg&gt;', null],
  ])('of kind %d: %j', (type, content, quoted) => {
    for (const kind of [Message.Text, Message.Url, Message.Attachment, Message.Unknown])
      expect(contentOf({ type: kind, text: app(refer(type, content)) })).toEqual({
        kind: 'text',
        text: '这项谁承办',
        quoted,
      })
  })
})

describe('other app messages', () => {
  test.each([
    [19, 'forwarded'],
    [33, 'card'],
    [5, 'card'],
    [2000, 'card'],
  ])('type %d is %s', (type, what) =>
    expect(contentOf({ type: Message.Unknown, text: app(`<title>某</title><type>${type}</type>`) })).toEqual({
      kind: 'unreadable',
      what,
    }),
  )

  test('type 6 is a file with its size', () =>
    expect(
      contentOf({
        type: Message.Unknown,
        text: app('<title>台账.docx</title><type>6</type><appattach><totallen>2048</totallen></appattach>'),
      }),
    ).toEqual({ kind: 'file', name: '台账.docx', size: 2048 }))
})

test.each([
  {},
  { type: Message.Unknown, text: '<sysmsg type="pat"/>' },
  { type: 'text', text: '甲' },
  { type: Message.Unknown, text: app('<type>9999</type>') },
  { type: 99, text: null },
])('what nobody knows is nothing: %j', (payload) => expect(contentOf(payload)).toEqual({ kind: 'nothing' }))

test('a text is read as far as WeChat lets people write', () => {
  const content = contentOf({ type: Message.Text, text: '长'.repeat(100_000) })
  expect(content.kind === 'text' && content.text.length).toBe(16_384)
})
