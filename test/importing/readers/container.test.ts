import { describe, expect, test } from '@jest/globals'
import { readLedgerFile } from '../../../src/importing/import-file.ts'
import { readContainer } from '../../../src/importing/readers/container.ts'
import { docxOf, p, tbl, tr, zipOf } from '../../helpers/office-files.ts'

const DOCX = docxOf(tbl(tr(['序号', '工作任务', '责任单位']), tr(['1', '修路', '市交通局'])))
const doc = (): Promise<Uint8Array> =>
  import('node:fs/promises').then(({ readFile }) => readFile('test/cases/documents/doc/生态环保整改清单.doc'))

describe('a file is what it is, whatever it is called', () => {
  test.each(['台账.docx', '台账.doc', '台账.txt', '台账'])('a .docx called %s', async (name) => {
    expect((await readLedgerFile({ name, bytes: DOCX })).tasks).toHaveLength(1)
  })

  test('a .doc called .docx', async () => {
    expect((await readLedgerFile({ name: '台账.docx', bytes: await doc() })).tasks).toHaveLength(25)
  })

  test('rows with tabs called .xls', async () => {
    const bytes = Buffer.from('序号\t工作任务\t责任单位\n1\t修路\t市交通局\n')
    expect((await readLedgerFile({ name: '台账.xls', bytes })).tasks).toHaveLength(1)
  })
})

test.each([
  ['an archive of other files', zipOf({ 'a.txt': '任务' }), '台账.zip', 'file-unsupported', '压缩包'],
  ['a layout file', zipOf({ 'OFD.xml': '<a/>' }), '台账.ofd', 'file-unsupported', 'OFD'],
  ['a presentation', zipOf({ 'ppt/presentation.xml': '<a/>' }), '台账.pptx', 'file-unsupported', '演示文稿'],
  ['text called .docx', Buffer.from('任务'), '台账.docx', 'file-damaged', 'docx'],
  ['an archive cut off', DOCX.subarray(0, DOCX.length - 40), '台账.docx', 'file-damaged', '已损坏'],
  ['a .pdf cut off', Buffer.from('%PDF-1.7\n1 0 obj'), '台账.pdf', 'file-damaged', 'PDF'],
  ['RTF without an office suite', Buffer.from('{\\rtf1 a}'), '台账.doc', 'file-unsupported', 'RTF'],
  ['a program', Buffer.from([0x4d, 0x5a, 0x90, 0x00, 0x03]), '台账.exe', 'file-unsupported', '程序'],
])('%s is refused', async (_, bytes, name, code, told) => {
  await expect(readLedgerFile({ name, bytes })).rejects.toMatchObject({ code, message: expect.stringContaining(told) })
})

test('an encrypted office file is refused: it is a compound file with a package inside', async () => {
  const bytes = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    Buffer.from('EncryptedPackage\0', 'utf16le'),
  ])
  await expect(readLedgerFile({ name: '台账.docx', bytes })).rejects.toMatchObject({ code: 'file-protected' })
})

describe('with an office suite at hand', () => {
  test('a .doc is read from what it makes of it, with its tables', async () => {
    const asked: string[] = []
    const { blocks, doubts } = await readContainer({ name: '台账.doc', bytes: await doc() }, async ({ name }) => {
      asked.push(name)
      return docxOf(p('换过的'))
    })
    expect(asked).toEqual(['台账.doc'])
    expect(blocks).toEqual([{ kind: 'paragraph', text: '换过的', line: 1 }])
    expect(doubts).toEqual([])
  })

  test('one that it cannot make anything of is read as text', async () => {
    const { doubts } = await readContainer({ name: '台账.doc', bytes: await doc() }, async () => null)
    expect(doubts?.[0]?.message).toContain('旧版 Word')
  })
})
