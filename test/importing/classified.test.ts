import { describe, expect, test } from '@jest/globals'
import { readLedgerFile } from '../../src/importing/import-file.ts'
import { docxOf, p, sheetOf, tbl, tr, wordXml, workbookOf } from '../helpers/office-files.ts'

const TASKS = tbl(tr(['序号', '工作任务', '责任单位']), tr(['1', '修路', '市交通局']))
const PLAN = '某市保密工作要点\n一、加强管理（责任单位：市保密局）\n二、组织培训（责任单位：市委党校）\n'

const refused = { code: 'file-classified', message: expect.stringContaining('没有读取，也没有留存') }
const readText = (text: string, name = '台账.txt') => readLedgerFile({ name, bytes: Buffer.from(text) })

describe('a document with a 密级标志 is refused', () => {
  test.each([
    '秘密★1年',
    '机密★',
    '绝 密★长期',
    '000003\n机密★10年\n特急',
    '机密',
    '【秘密】',
    '密级：机密',
    '特急\n秘密',
  ])('above its title: %s', async (mark) => {
    await expect(readText(`${mark}\n${PLAN}`)).rejects.toMatchObject(refused)
  })

  test('in the header of a Word document', async () => {
    const bytes = docxOf(TASKS, { 'word/header1.xml': wordXml('hdr', p('秘密★5年')) })
    await expect(readLedgerFile({ name: '台账.docx', bytes })).rejects.toMatchObject(refused)
  })

  test('in a text box', async () => {
    const box = `<w:p><w:r><w:pict><v:textbox><w:txbxContent>${p('机密★')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`
    await expect(readLedgerFile({ name: '台账.docx', bytes: docxOf(box + TASKS) })).rejects.toMatchObject(refused)
  })

  test('in a column of a sheet', async () => {
    const sheet = sheetOf([
      ['序号', '工作任务', '责任单位', '密级'],
      [1, '修路', '市交通局', '公开'],
      [2, '演练', '市人防办', '秘密'],
    ])
    await expect(readLedgerFile({ name: '台账.xlsx', bytes: workbookOf({ Sheet1: sheet }) })).rejects.toMatchObject(
      refused,
    )
  })

  test('in its name', async () => {
    await expect(readText(PLAN, '（机密）台账.txt')).rejects.toMatchObject(refused)
  })
})

test.each([
  ['speaks of secrets', `${PLAN}三、机密文件的管理。严禁在互联网传递秘密★、机密★级文件。（责任单位：市委办公室）\n`],
  ['says that it has none', `密级：公开\n${PLAN}`],
  ['lists the levels', `${PLAN}密级分为三级：\n绝密\n机密\n秘密\n`],
])('a document that %s is read', async (_, text) => {
  expect((await readText(text)).tasks.length).toBeGreaterThan(1)
})
