import { squeeze } from './cell-text.ts'
import { fileNumber, signedYear } from './document-dates.ts'
import { readMarker } from './numbering.ts'

const TITLE_END =
  /(?:方案|计划|规划|意见|办法|施工图|任务书|分工表|安排表|进度表|任务表|责任表|统计表|汇总表|明细表|一览表|表|清单|台账|要点|措施|举措|通知|安排|责任书|细则|纲要|规定|规则|守则|章程|条例|分工|报告|总结|讲话|讲话稿|发言|发言稿|提纲|公告|公示|通告|通报|纪要|决定|函|批复|制度|预案|行动|部署|目录|分解|路线图|任务|解读|答复|总案|工作|案)(?:的通知)?(?:[（(][^（）()]{1,30}[）)])*$/u
const ANNEX = /^附\s*(?:件|表|录)?\s*[\d一二三四五六七八九十]*\s*[:：.．、]?$/u
const LETTERHEAD = /文件$/u
/** The name of another document goes on in the next line. */
const UNCLOSED = /《[^》]*$/u
const NOTICE = /的?通知$/u
/** （此件公开发布）, （征求意见稿）: a remark on the document. */
const IN_BRACKETS = /^[（(【[][^（()）]*[）)】\]]$/u
const LONGEST_TITLE = 90
const LINES_OF_TITLE = 3
/** Shorter ones may be names of columns and parts of a web page: a longer one behind them is preferred. */
const SURE_LENGTH = 8

/** A line of text, and its place among the lines of the file. */
interface Line {
  text: string
  line: number
}

export interface DocumentTitle {
  /** Without white space. */
  title: string
  /** The place of the first paragraph behind it. */
  end: number
}

const isTitleLine = (text: string): boolean =>
  text.length >= 4 &&
  text.length <= LONGEST_TITLE &&
  !IN_BRACKETS.test(text) &&
  !/[。；;，,：:！？]/u.test(text.replace(/《[^》]*》|〈[^〉]*〉/gu, '')) &&
  readMarker(text) === null

/** What a line gives to a title: nothing of a 文号 before it. */
const titleWords = (text: string): string => {
  const squeezed = squeeze(text)
  const number = fileNumber(squeezed)
  return number ? squeezed.slice(number.text.length) : squeezed
}

/** A title broken over two or three lines, put together. */
const joinTitle = (lines: readonly Line[], at: number): DocumentTitle | null => {
  let title = ''
  for (let i = at; i < lines.length && i < at + LINES_OF_TITLE; i++) {
    const { text, line } = lines[i] as Line
    const words = titleWords(text)
    if (!isTitleLine(words) || ANNEX.test(words) || signedYear(words) !== null) return null
    if (i > at && line > (lines[i - 1] as Line).line + 1) return null
    title += words
    if (TITLE_END.test(title) && !LETTERHEAD.test(title) && !UNCLOSED.test(title)) return { title, end: i + 1 }
    // a letterhead, a place or an organ may stand by itself above the title
    if (LETTERHEAD.test(title)) return null
  }
  return null
}

/** 关于印发《X》的通知: the title is X where X itself follows. */
const enclosed = (title: string): string | null =>
  /(?:印发|下发|转发|发布|公布)(?:.{0,6})(?:《([^》]+(?:》[^《]*《[^》]+)*)》|〈([^〉]+)〉)/u
    .exec(title)
    ?.slice(1)
    .find((name) => name !== undefined) ?? null

/** Where the enclosed document's title ends that begins at a line and is broken over several. */
const endOfEnclosed = (lines: readonly Line[], at: number, name: string): number => {
  let [title, end] = ['', at]
  while (end < lines.length && name.startsWith(title + squeeze((lines[end] as Line).text)))
    title += squeeze((lines[end++] as Line).text)
  return end
}

/**
 * The title of a document: the first line that reads like one, or what a notice encloses.
 * @param body from this place on nothing but the title of what a notice encloses can still follow: a table begins there.
 */
export const findTitle = (lines: readonly Line[], body: number): DocumentTitle | null => {
  // each of several annexes has a title of its own, and none is that of the whole
  const annexes = lines.filter(({ text }) => ANNEX.test(squeeze(text))).length
  let best: DocumentTitle | null = null
  for (let i = 0; i < lines.length; i++) {
    const isNotice = best !== null && NOTICE.test(best.title)
    if (best !== null && !isNotice && i >= body) break
    // the body has begun: from here on only the document that a notice encloses can still bring a title
    if (best !== null && readMarker((lines[i] as Line).text)?.kind === 'han') break
    const found = joinTitle(lines, i)
    if (!found) continue
    const name = best && isNotice ? enclosed(best.title) : null
    if (name?.startsWith(found.title) && name !== found.title)
      return { title: name, end: endOfEnclosed(lines, i, name) }
    if (isNotice && name === null && annexes > 1) break
    if (best === null || isNotice || (best.title.length < SURE_LENGTH && found.title.length >= SURE_LENGTH))
      best = found
    if (!NOTICE.test(best.title) && best.title.length >= SURE_LENGTH) break
    i = found.end - 1
  }
  if (best === null) return null
  return { title: NOTICE.test(best.title) ? (enclosed(best.title) ?? best.title) : best.title, end: best.end }
}
