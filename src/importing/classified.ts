import { DubanError } from '../errors.ts'
import { squeeze } from './cell-text.ts'
import type { RawBlock, RawDocument } from './document.ts'

const LEVEL = '(?:绝密|机密|秘密|工作秘密)级?'
/** 秘密★1年, 【机密★】, 密级：机密★长期: at the beginning of a line that holds hardly anything else. */
const STARRED = new RegExp(`^[【\\[（(]?(?:密级[:：]?)?${LEVEL}[】\\]）)]?[★☆⭐✩*]`, 'u')
const LONGEST_MARK = 40
const LABELLED = new RegExp(`^密级[:：]${LEVEL}(?![及以与和、])`, 'u')
/** A line that holds nothing but the mark, its period and the urgency. */
const ALONE = new RegExp(
  `^(?:\\d{1,8})?[【\\[（(]?${LEVEL}[】\\]）)]?(?:长期|\\d{1,2}[年月]|启用前)?(?:特急|特提|加急|平急|急件)?$|^(?:特急|特提|加急|平急|急件)${LEVEL}$`,
  'u',
)
/** A mark without its star stands above the text: before the first sentence, numbered item or table. */
const BEGINS_TEXT =
  /[。；：:]$|^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.．、]|第[一二三四五六七八九十]{1,3}[章条])/u
const TOP_LINES = 8
const NAMED = new RegExp(`${LEVEL}[★☆]|[【\\[（(]${LEVEL}[】\\]）)]|^${LEVEL}[-—_ 　.]`, 'u')
const LEVEL_ONLY = /^(?:绝密|机密|秘密)级?(?:长期|\d{1,2}[年月])?$/u

const isMark = (line: string, atTop: boolean): boolean =>
  (line.length <= LONGEST_MARK && (STARRED.test(line) || LABELLED.test(line))) || (atTop && ALONE.test(line))

/** A cell that holds nothing but a level: of the document in its frame, or of a row in a column for it. */
const markInTable = (rows: Extract<RawBlock, { kind: 'table' }>['rows']): string | undefined => {
  for (const { cells } of rows)
    for (const cell of cells) {
      // every mark has this character, and hardly any cell
      if (!cell.includes('密')) continue
      const text = squeeze(cell)
      if (isMark(text, false) || LEVEL_ONLY.test(text)) return text
    }
  return undefined
}

const markIn = ({ file, blocks, margins = [] }: RawDocument): string | undefined => {
  if (NAMED.test(file)) return NAMED.exec(file)?.[0]
  const inMargin = margins.map(squeeze).find((line) => isMark(line, true))
  if (inMargin !== undefined) return inMargin
  let above = true
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'table') {
      const cell = markInTable(block.rows)
      if (cell !== undefined) return cell
      above = false
      continue
    }
    for (const line of block.text.split('\n').map(squeeze)) {
      if (isMark(line, above && index < TOP_LINES)) return line
      if (BEGINS_TEXT.test(line)) above = false
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
