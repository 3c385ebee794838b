import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { loadFile, readLedgerFile } from '../../src/importing/import-file.ts'
import { docxOf, p, sheetOf, tbl, tr, wordXml, workbookOf, zipOf } from '../helpers/office-files.ts'
import { zipBomb } from '../helpers/zip-bomb.ts'

const ROWS = [
  ['序号', '工作任务', '责任单位', '完成时限'],
  ['1', '修缮闸门', '市水务局', '2024年6月底前'],
] as const
const TABLE = tbl(...ROWS.map((row) => tr(row)))
const SECRET = '口令甲乙丙丁'
let dir = ''

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'duban-hostile-'))
  writeFileSync(join(dir, 'secret.txt'), SECRET)
})
afterEach(() => rmSync(dir, { recursive: true }))

const read = (name: string, bytes: Uint8Array) => readLedgerFile({ name, bytes })
const refusal = (name: string, bytes: Uint8Array) => read(name, bytes).catch((error: unknown) => error)

describe('zip bombs', () => {
  test.each([
    ['xlsx', 'xl/workbook.xml', 420, undefined],
    ['docx', 'word/document.xml', 420, undefined],
    // the directory lies: what it says is held against what comes out
    ['xlsx', 'xl/workbook.xml', 120, 1024],
    ['docx', 'word/document.xml', 120, 1024],
  ])('a .%s whose %s unpacks to %d MB (directory: %p)', async (kind, name, megabytes, declared) => {
    const bomb = zipBomb(megabytes, { name, ...(declared === undefined ? {} : { declared }) })
    const before = process.memoryUsage.rss()
    expect(await refusal(`台账.${kind}`, bomb)).toMatchObject({
      code: declared === undefined ? 'file-too-large' : 'file-damaged',
    })
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024)
  })
})

test('a file of 100 MB is refused by its size, without being read', () => {
  const path = join(dir, '台账.txt')
  writeFileSync(path, '')
  truncateSync(path, 100 * 1024 * 1024)
  const before = process.memoryUsage().arrayBuffers
  expect(() => loadFile(path)).toThrow(expect.objectContaining({ code: 'file-too-large' }))
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1024 * 1024)
})

describe('entities', () => {
  const withDoctype = (doctype: string, text: string): Buffer =>
    zipOf({
      '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      'word/document.xml': wordXml('document', `<w:body>${TABLE}${p(text)}</w:body>`).replace('?>', `?>${doctype}`),
    })

  test('of other files are not fetched', async () => {
    const doctype = `<!DOCTYPE d [<!ENTITY x SYSTEM "${pathToFileURL(join(dir, 'secret.txt')).href}">]>`
    const result = await refusal('台账.docx', withDoctype(doctype, '&x;'))
    expect(JSON.stringify(result)).not.toContain(SECRET)
    expect(result).toMatchObject({ code: 'file-damaged' })
  })

  test('that multiply are refused', async () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
    const doctype = `<!DOCTYPE d [<!ENTITY l0 "哈">${laughs}]>`
    expect(await refusal('台账.docx', withDoctype(doctype, '&l9;'))).toMatchObject({ code: 'file-damaged' })
  })
})

describe('links to elsewhere are not followed', () => {
  const link = (): string => pathToFileURL(join(dir, 'secret.txt')).href

  test('in Word', async () => {
    const bytes = docxOf(`${TABLE}<w:altChunk xmlns:r="urn:r" r:id="rId1"/>`, {
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="${link()}" TargetMode="External"/></Relationships>`,
    })
    const ledger = await read('台账.docx', bytes)
    expect([ledger.tasks.length, JSON.stringify(ledger).includes(SECRET)]).toEqual([1, false])
  })

  test('in a page', async () => {
    const rows = ROWS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')
    const page = `<html><iframe src="${link()}"></iframe><link rel="import" href="${link()}"><table>${rows}</table></html>`
    const ledger = await read('台账.html', Buffer.from(page))
    expect([ledger.tasks.length, JSON.stringify(ledger).includes(SECRET)]).toEqual([1, false])
  })

  test('in Excel: a formula is its last value, and never reckoned', async () => {
    const sheet = sheetOf(ROWS.map((row) => [...row]))
    sheet.B2 = { t: 's', v: '修缮闸门', f: `'[${link()}]Sheet1'!A1` }
    const ledger = await read('台账.xlsx', workbookOf({ 任务: sheet }))
    expect(ledger.tasks.map(({ content }) => content)).toEqual(['修缮闸门'])
  })
})

test('macros are no part of what is read', async () => {
  const bytes = docxOf(TABLE, { 'word/vbaProject.bin': 'Sub AutoOpen()\nShell "rm"\nEnd Sub' })
  const ledger = await read('台账.docm', bytes)
  expect([ledger.tasks.length, JSON.stringify(ledger).includes('AutoOpen')]).toEqual([1, false])
})

describe('damaged files', () => {
  const good = docxOf(TABLE)

  test.each([40, 200, 600])('cut off %d bytes before the end', async (bytes) => {
    expect(await refusal('台账.docx', good.subarray(0, good.length - bytes))).toMatchObject({ code: 'file-damaged' })
  })

  test('XML that ends in the middle', async () => {
    const bytes = zipOf({ 'word/document.xml': wordXml('document', `<w:body>${TABLE}`).slice(0, -30) })
    expect(await refusal('台账.docx', bytes)).toMatchObject({ code: 'file-damaged' })
  })
})

test('a mark of secrecy anywhere keeps all of it out', async () => {
  const bytes = docxOf(`${p('机密★3年')}${TABLE}`)
  const error = await refusal('台账.docx', bytes)
  expect(error).toMatchObject({ code: 'file-classified' })
  expect(JSON.stringify(error)).not.toContain('修缮闸门')
})
