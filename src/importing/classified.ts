import { DubanError } from '../errors.ts'
import { squeeze } from './cell-text.ts'
import type { RawBlock, RawDocument } from './document.ts'

const LEVEL = '(?:绝密|机密|秘密|工作秘密)'
/** 秘密★1年, 【机密★】, 密级：机密★长期: at the beginning of a line that holds hardly anything else. */
const STARRED = new RegExp(`^[【\\[（(]?(?:密级[:：]?)?${LEVEL}[】\\]）)]?[★☆⭐✩*]`, 'u')
const LONGEST_MARK = 40
const LABELLED = new RegExp(`^密级[:：]${LEVEL}(?![及以与和、])`, 'u')
/** A line that holds nothing but the mark, its period and the urgency. */
const ALONE = new RegExp(
  `^(?:\\d{1,8})?[【\\[（(]?${LEVEL}[】\\]）)]?(?:长期|\\d{1,2}[年月]|启用前)?(?:特急|特提|加急|平急|急件)?$|^(?:特急|特提|加急|平急|急件)${LEVEL}$`,
  'u',
)
/** A mark without its star stands before the title, in one of the first lines. */
const TOP_LINES = 8
const NAMED = new RegExp(`${LEVEL}[★☆]|[【\\[（(]${LEVEL}[】\\]）)]|^${LEVEL}[-—_ 　.]`, 'u')
const LEVEL_ONLY = new RegExp(`^${LEVEL}[★☆]?(?:长期|\\d{1,2}[年月])?$`, 'u')

const isMark = (line: string, atTop: boolean): boolean =>
  (line.length <= LONGEST_MARK && (STARRED.test(line) || LABELLED.test(line))) || (atTop && ALONE.test(line))

/** A cell that gives a level, beside or below one headed 密级. */
const markInTable = (rows: Extract<RawBlock, { kind: 'table' }>['rows']): string | undefined => {
  const marked = new Set<number>()
  for (const row of rows) {
    const cells = row.cells.map(squeeze)
    for (const [index, cell] of cells.entries()) {
      if (isMark(cell, false)) return cell
      const labelled = marked.has(index) || /^密级[:：]?$/u.test(cells[index - 1] ?? '')
      if (labelled && LEVEL_ONLY.test(cell)) return cell
      if (/^(?:文件)?密级[:：]?$/u.test(cell)) marked.add(index)
    }
  }
  return undefined
}

const markIn = ({ file, blocks, margins = [] }: RawDocument): string | undefined => {
  if (NAMED.test(file)) return NAMED.exec(file)?.[0]
  const inMargin = margins.map(squeeze).find((line) => isMark(line, true))
  if (inMargin !== undefined) return inMargin
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'table') {
      const cell = markInTable(block.rows)
      if (cell !== undefined) return cell
    } else {
      const line = block.text
        .split('\n')
        .map(squeeze)
        .find((each) => isMark(each, index < TOP_LINES))
      if (line !== undefined) return line
    }
  }
  return undefined
}

/**
 * Refuses a document that bears a 密级标志 (保密法 art. 22; GB/T 9704-2012, 7.2.2: 秘密★1年 at the top left): nothing of it may
 * be kept. That a text speaks of secrets is no mark.
 * @throws DubanError `file-classified`
 */
export const refuseClassified = (document: RawDocument): void => {
  const mark = markIn(document)
  if (mark === undefined) return
  throw new DubanError(
    'file-classified',
    `“${document.file}”带有密级标志，涉密文件不得在非涉密系统中处理，没有读取，也没有留存。请立即删除已发送的文件，并按保密规定处理。`,
  )
}
