import { describe, expect, test } from '@jest/globals'
import type { RawBlock, RawDocument } from '../../../src/importing/document.ts'
import { readContainer } from '../../../src/importing/readers/container.ts'

const read = (bytes: Uint8Array | string, name = '台账.html'): Promise<RawDocument> =>
  Promise.resolve(readContainer({ name, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes }))
const lines = ({ blocks }: { blocks: readonly RawBlock[] }): string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
const tables = ({ blocks }: { blocks: readonly RawBlock[] }): string[][][] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block.rows.map(({ cells }) => cells)] : []))

test('hand-written tables: cells not closed, spans in both directions, more than there are rows', async () => {
  const document = await read(`<h1>任务清单</h1><table>
    <tr><th>序号<th>任务<th colspan=2>责任分工
    <tr><td>1<td rowspan=9>修路<td>市交通局<td>市财政局
    <tr><td>2<td>市城管局<td></table>`)
  expect(lines(document)).toEqual(['任务清单'])
  expect(tables(document)).toEqual([
    [
      ['序号', '任务', '责任分工', ''],
      ['1', '修路', '市交通局', '市财政局'],
      ['2', '', '市城管局', ' '],
    ],
  ])
})

test('white space as a browser shows it', async () => {
  const document = await read('<p>市财政\n  局和 <b>市 审计局</b></p><p>A\nB<br>第二行</p><pre>甲\n乙</pre>')
  expect(lines(document)).toEqual(['市财政局和 市 审计局', 'A B', '第二行', '甲', '乙'])
})

test('scripts, styles and what is hidden are not read; hidden rows are told', async () => {
  const document = await read(
    '<script>var a</script><style>p{}</style><p style="display: none">藏</p><p hidden>藏</p><table><tr><td>任务<td>单位<tr style="display:none"><td>旧<td>市交通局<tr><td>修路<td>市交通局</table>',
  )
  expect(lines(document)).toEqual([])
  expect(tables(document)[0]).toEqual([
    ['任务', '单位'],
    ['修路', '市交通局'],
  ])
  expect(document.doubts?.[0]?.message).toContain('1行')
})

test('lists have their numbers', async () => {
  expect(lines(await read('<ol start=3><li>修路</li><li>架桥</li></ol><ul><li>清淤</li></ul>'))).toEqual([
    '3.修路',
    '4.架桥',
    '清淤',
  ])
})

describe('whatever they are called', () => {
  test('a page that a program calls .xls', async () => {
    const page = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>任务<td>单位</table></html>'
    expect(tables(await read(page, '导出.xls'))).toEqual([[['任务', '单位']]])
  })

  test('a page in GB18030, as it says itself', async () => {
    // 任务 in GB18030
    const bytes = Buffer.concat([Buffer.from('<meta charset="gb2312"><p>'), Buffer.from([0xc8, 0xce, 0xce, 0xf1])])
    expect(lines(await read(bytes))).toEqual(['任务'])
  })

  test('a page in one file, as Word saves it, called .doc', async () => {
    const quoted = [...Buffer.from('任务清单')].map((byte) => `=${byte.toString(16).toUpperCase()}`).join('')
    const mht = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\tboundary="----=_a"',
      '',
      '------=_a',
      'Content-Type: text/html; charset="utf-8"',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      `<html><p>${quoted}=`,
      '</p></html>',
      '------=_a--',
      '',
    ].join('\r\n')
    expect(lines(await read(mht, '清单.doc'))).toEqual(['任务清单'])
  })
})

describe('Markdown', () => {
  test('with a table of HTML and one drawn as a grid among the text', async () => {
    const document = await read(
      '清单\n====\n\n1\\. 说明\n\n<table><tr><td rowspan="2">修路</td><td>甲</td></tr><tr><td>乙</td></tr></table>\n\n+----+------+\n| 任 | 单位 |\n| 务 |      |\n+====+======+\n| 清淤 | 市水务局 |\n+----+------+\n\n- 完\n',
      '台账.md',
    )
    expect(lines(document)).toEqual(['清单', '1. 说明', '完'])
    expect(tables(document)).toEqual([
      [
        ['修路', '甲'],
        ['', '乙'],
      ],
      [
        ['任\n务', '单位'],
        ['清淤', '市水务局'],
      ],
    ])
  })
})
