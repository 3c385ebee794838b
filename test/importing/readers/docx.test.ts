import { describe, expect, test } from '@jest/globals'
import type { RawBlock, RawDocument } from '../../../src/importing/document.ts'
import { readLedgerFile } from '../../../src/importing/import-file.ts'
import { readContainer } from '../../../src/importing/readers/container.ts'
import { docxOf, p, tbl, tc, tr, wordXml } from '../../helpers/office-files.ts'

const read = (body: string, parts: Record<string, string> = {}): Promise<RawDocument> =>
  Promise.resolve(readContainer({ name: '台账.docx', bytes: docxOf(body, parts) }))

const lines = ({ blocks }: { blocks: readonly RawBlock[] }): string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
const tables = ({ blocks }: { blocks: readonly RawBlock[] }): string[][][] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block.rows.map(({ cells }) => cells)] : []))

test('paragraphs and tables in their order, breaks inside a paragraph as lines', async () => {
  const document = await read(
    `${p('附件')}<w:p><w:r><w:t>任务</w:t></w:r><w:r><w:br/><w:t>清单</w:t></w:r></w:p>${tbl(tr(['任务', '单位']), tr(['修路', '市交通局']))}${p('注：略')}`,
  )
  expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'paragraph', 'table', 'paragraph'])
  expect(lines(document)).toEqual(['附件', '任务', '清单', '注：略'])
})

test('cells merged in both directions are empty, cells left empty hold a blank', async () => {
  const document = await read(
    tbl(
      tr(['序号', '任务', tc('责任分工', { span: 2 })]),
      tr(['1', tc('修路', { merge: 'restart' }), '市交通局', '']),
      tr(['2', tc('', { merge: 'continue' }), '市城管局', '市财政局']),
    ),
  )
  expect(tables(document)).toEqual([
    [
      ['序号', '任务', '责任分工', ''],
      ['1', '修路', '市交通局', ' '],
      ['2', '', '市城管局', '市财政局'],
    ],
  ])
  const [table] = document.blocks
  expect(table?.kind === 'table' && table.rows.map(({ above }) => above)).toEqual([[], [], [1]])
})

test('a row whose borders were dragged keeps its columns', async () => {
  const usual = (cells: string[]): string =>
    tr([tc(cells[0] as string), tc(cells[1] as string, { span: 3 }), tc(cells[2] as string)])
  const dragged = tr([tc('3'), tc('清淤', { span: 2 }), tc('市水务局', { span: 2 })])
  const [table] = tables(await read(tbl(usual(['序号', '任务', '单位']), usual(['1', '修路', '市交通局']), dragged)))
  expect(table?.map((row) => row.length)).toEqual([3, 3, 3])
  expect(table?.[2]).toEqual(['3', '清淤', '市水务局'])
})

describe('tables inside cells', () => {
  const inner = tbl(tr(['序号', '任务', '单位']), tr(['1', '修路', '市交通局']))

  test('a table in a frame is a table of its own', async () => {
    const document = await read(tbl(tr([tc(`${p('清单')}${inner}`)])))
    expect(lines(document)).toEqual(['清单'])
    expect(tables(document)).toHaveLength(1)
  })

  test('a small one in a cell of a table is part of the cell', async () => {
    const small = tbl(tr(['市财政局', '市审计局']))
    const [table] = tables(await read(tbl(tr(['任务', '单位', '时限']), tr(['修路', tc(small), '年底前']))))
    expect(table?.[1]).toEqual(['修路', '市财政局 市审计局', '年底前'])
  })

  test('a table of one cell is text', async () => {
    expect(lines(await read(tbl(tr(['各科室：']))))).toEqual(['各科室：'])
  })
})

test('the numbers that Word sets itself are part of the text', async () => {
  const level = (ilvl: number, format: string, text: string): string =>
    `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = wordXml(
    'numbering',
    `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>
     <w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
     <w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
  )
  const styles = wordXml(
    'styles',
    '<w:style w:type="paragraph" w:styleId="Item"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr></w:style>',
  )
  const at = (ilvl: number, numId = 3): string =>
    `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`
  const document = await read(
    [
      p('民生', at(0)),
      p('就业', '<w:pStyle w:val="Item"/>'),
      p('岗位', at(2)),
      p('培训', at(2)),
      p('住房', at(1)),
      p('改造', at(2)),
      p('产业', at(0)),
      p('另起', at(0, 4)),
      p('无号', '<w:pStyle w:val="Item"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    ].join(''),
    { 'word/numbering.xml': numbering, 'word/styles.xml': styles },
  )
  expect(lines(document)).toEqual([
    '一、民生',
    '（一）就业',
    '1.岗位',
    '2.培训',
    '（二）住房',
    '1.改造',
    '二、产业',
    '一、另起',
    '无号',
  ])
})

test('text boxes are read once, behind the paragraph they stand at', async () => {
  const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`
  const document = await read(
    `<w:p><w:r><w:t>标题</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('框内')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('框内')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>${p('正文')}`,
  )
  expect(lines(document)).toEqual(['标题', '框内', '正文'])
})

test('what is deleted, hidden or a field code is not read; hidden rows are told', async () => {
  const document = await read(
    `<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>文</w:t></w:r></w:p>${tbl(tr(['任务', '单位']), tr(['修路', '市交通局'], '<w:hidden/>'), tr(['清淤', '市水务局'], '<w:del/>'))}`,
  )
  expect(lines(document)).toEqual(['新文'])
  expect(tables(document)[0]).toHaveLength(1)
  expect(document.doubts?.map(({ message }) => message)).toEqual([expect.stringContaining('1行是隐藏的')])
})

test('footnotes are remarks, headers stand apart', async () => {
  const document = await read(p('正文'), {
    'word/footnotes.xml': wordXml(
      'footnotes',
      `<w:footnote w:type="separator">${p('—')}</w:footnote><w:footnote w:id="1">${p('排在首位的为牵头单位。')}</w:footnote>`,
    ),
    'word/header1.xml': wordXml('hdr', p('内部资料')),
  })
  expect(lines(document)).toEqual(['正文', '注：排在首位的为牵头单位。'])
  expect(document.margins).toEqual(['内部资料'])
})

test.each([
  ['a document type declaration', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', 'DTD'],
  ['broken XML', '<w:oops>', '结构有误'],
])('%s is refused', async (_, before, told) => {
  const bytes = docxOf('', { 'word/document.xml': before + wordXml('document', '<w:body/>') })
  await expect(readLedgerFile({ name: '台账.docx', bytes })).rejects.toMatchObject({
    code: 'file-damaged',
    message: expect.stringContaining(told),
  })
})

test('a task over several rows has the units and dates of all of them', async () => {
  const bytes = docxOf(
    tbl(
      tr(['序号', '工作任务', '责任单位', '完成时限']),
      tr([tc('1', { merge: 'restart' }), tc('推进垃圾分类。', { merge: 'restart' }), '市城管局', '2024年6月底前']),
      tr([tc('', { merge: 'continue' }), tc('', { merge: 'continue' }), '市商务局', '2024年9月底前']),
      tr(['2', '建设处理点4处。', '市城管局', '']),
    ),
  )
  const { tasks } = await readLedgerFile({ name: '台账.docx', bytes })
  expect(
    tasks.map(({ no, lead, cooperating, milestones }) => [no, lead, cooperating, milestones.map(({ due }) => due)]),
  ).toEqual([
    ['1', ['市城管局'], ['市商务局'], ['2024-06-30', '2024-09-30']],
    ['2', ['市城管局'], [], []],
  ])
})
