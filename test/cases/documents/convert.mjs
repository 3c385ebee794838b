// node test/cases/documents/convert.mjs
// Makes the documents in this folder from the ledgers of text in data/samples and test/cases/ledgers, by the programs that
// people use: LibreOffice (Debian: libreoffice-writer, libreoffice-calc, fonts-wqy-microhei) and pandoc. Needs a build.
// The results are committed, so that the tests need neither.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readTextBlocks } from '../../../dist/src/importing/readers/text.js'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../../..')
const GB18030 = 85
/** Older kinds of file are made of these only. */
const OLDER = ['安全生产任务分解表', '生态环保整改清单', '教育高质量发展工作要点']

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const lines = (text) => text.split('\n').map(escape).join('<br>')

/** A cell with nothing in it at all is merged with the one above. */
const isMerged = (rows, row, column) => row > 0 && rows[row].cells[column] === '' && rows[row - 1].cells.length > 1

const tableRow = (rows, row, width) => {
  const { cells } = rows[row]
  if (cells.length === 1) return `<td colspan="${width}">${lines(cells[0])}</td>`
  return cells
    .map((cell, column) => {
      if (isMerged(rows, row, column)) return ''
      let down = 1
      while (row + down < rows.length && isMerged(rows, row + down, column)) down++
      return `<td${down > 1 ? ` rowspan="${down}"` : ''}>${lines(cell)}</td>`
    })
    .join('')
}

const page = (blocks) => {
  const body = blocks.map((block) => {
    if (block.kind === 'paragraph') return `<p>${escape(block.text)}</p>`
    const width = Math.max(...block.rows.map(({ cells }) => cells.length))
    const rows = block.rows.map((_, row) => `<tr>${tableRow(block.rows, row, width)}</tr>`)
    return `<table border="1" cellspacing="0">\n${rows.join('\n')}\n</table>`
  })
  return `<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head>\n<body>\n${body.join('\n')}\n</body></html>\n`
}

const run = (program, ...args) => {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr}`)
}

const work = mkdtempSync(join(tmpdir(), 'duban-documents-'))
const filesIn = (kind) => readdirSync(join(work, kind)).map((name) => join(work, kind, name))
const profile = `-env:UserInstallation=${pathToFileURL(join(work, 'profile')).href}`

/** All files of one kind as another, by LibreOffice. */
const convert = (from, to, filter, { infilter, only = () => true } = {}) => {
  const files = filesIn(from).filter(only)
  const given = infilter ? [`--infilter=${infilter}`] : []
  run('soffice', '--headless', profile, ...given, '--convert-to', filter, '--outdir', join(work, to), ...files)
}

try {
  mkdirSync(join(work, 'source'))
  for (const folder of ['data/samples', 'test/cases/ledgers'])
    for (const name of readdirSync(join(root, folder)).filter((each) => each.endsWith('.txt'))) {
      const blocks = readTextBlocks(readFileSync(join(root, folder, name), 'utf8'))
      writeFileSync(join(work, 'source', `${basename(name, '.txt')}.html`), page(blocks))
    }
  const isOlder = (path) => OLDER.some((name) => path.includes(name))
  convert('source', 'docx', 'docx:MS Word 2007 XML', { infilter: 'HTML (StarWriter)' })
  convert('source', 'xlsx', 'xlsx:Calc MS Excel 2007 XML', { infilter: 'HTML (StarCalc)' })
  convert('docx', 'html', 'html:HTML (StarWriter)')
  convert('docx', 'pdf', 'pdf')
  convert('docx', 'doc', 'doc:MS Word 97', { only: isOlder })
  convert('xlsx', 'xls', 'xls:MS Excel 97', { only: isOlder })
  convert('xlsx', 'csv', `csv:Text - txt - csv (StarCalc):44,34,${GB18030}`)
  mkdirSync(join(work, 'md'))
  for (const file of filesIn('docx')) run('pandoc', '-t', 'gfm', '-o', join(work, 'md', `${basename(file, '.docx')}.md`), file)
  for (const kind of ['docx', 'xlsx', 'html', 'pdf', 'doc', 'xls', 'csv', 'md']) {
    rmSync(join(here, kind), { recursive: true, force: true })
    cpSync(join(work, kind), join(here, kind), { recursive: true })
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
