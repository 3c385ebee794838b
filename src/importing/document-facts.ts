import { squeeze, trimCell } from './cell-text.ts'
import type { RawBlock } from './document.ts'
import { readMarker } from './numbering.ts'

type Paragraph = Extract<RawBlock, { kind: 'paragraph' }>

/** What a document says of itself. */
export interface DocumentFacts {
  /** Its title, without white space; null where it has none. */
  title: string | null
  /** The paragraphs that make up the title and what stands above it. */
  heading: ReadonlySet<RawBlock>
  /** The year of the title, else of the 文号, else of the date of the document. */
  year: number | null
}

const TITLE_END =
  /(?:方案|计划|规划|意见|办法|施工图|任务书|分工表|安排表|进度表|任务表|责任表|统计表|汇总表|明细表|一览表|表|清单|台账|要点|措施|举措|通知|安排|责任书|细则|纲要|规定|条例|分工|报告|总结|讲话|公告|公示|通告|通报|纪要|决定|函|批复|制度|预案|行动|部署|目录|分解|路线图|任务|解读|答复|总案|工作|案)(?:的通知)?(?:[（(][^（）()]{1,30}[）)])*$/u
const ANNEX = /^附\s*(?:件|表|录)?\s*[\d一二三四五六七八九十]*\s*[:：.．、]?$/u
const LETTERHEAD = /文件$/u
const FILE_NUMBER = /^[\p{Script=Han}A-Za-z]{0,20}[〔[【（(﹝]\s*((?:19|20)\d\d)\s*[〕\]】）)﹞]\s*第?\s*\d+\s*号$/u
const SIGNED_ON = /^[（(]?((?:19|20)\d\d)年\d{1,2}月\d{1,2}日(?:印发)?[）)]?$/u
const SIGNED_ON_HAN =
  /^[（(]?([二〇○零Ｏ一三四五六七八九]{4})年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日[）)]?$/u
/** （此件公开发布）, （征求意见稿）: a remark on the document. */
const IN_BRACKETS = /^[（(【[][^（()）]*[）)】\]]$/u
const LONGEST_TITLE = 90
const LINES_OF_TITLE = 3

const isTitleLine = (text: string): boolean =>
  text.length >= 4 &&
  text.length <= LONGEST_TITLE &&
  !IN_BRACKETS.test(text) &&
  !/[。；;，,：:！？]/u.test(text.replace(/《[^》]*》/gu, '')) &&
  readMarker(text) === null

/** The years a text names: 2017年, 2021—2023年, 2021年至2023年. */
const yearsIn = (text: string): number[] =>
  [...text.matchAll(/((?:19|20)\d\d)(?:年|(?=\s*[—－–\-~～至到]+\s*(?:19|20)\d\d年?))/gu)].map((match) =>
    Number(match[1]),
  )

const yearOfTitle = (title: string): number | null => {
  const years = [...new Set(yearsIn(title))]
  return years.length === 1 ? (years[0] as number) : null
}

const HAN_DIGITS = '〇一二三四五六七八九'

const signedYear = (text: string): number | null => {
  const plain = SIGNED_ON.exec(text)?.[1]
  if (plain !== undefined) return Number(plain)
  const han = SIGNED_ON_HAN.exec(text)?.[1]
  return han === undefined
    ? null
    : Number([...han.replace(/[○零Ｏ]/gu, '〇')].map((digit) => HAN_DIGITS.indexOf(digit)).join(''))
}

/** A title broken over two or three lines, put together; `end` is the place of the paragraph behind it. */
const joinTitle = (paragraphs: readonly Paragraph[], at: number): { title: string; end: number } | null => {
  let title = ''
  for (let i = at; i < paragraphs.length && i < at + LINES_OF_TITLE; i++) {
    const { text, line } = paragraphs[i] as Paragraph
    const squeezed = squeeze(text)
    if (!isTitleLine(squeezed) || ANNEX.test(squeezed) || FILE_NUMBER.test(squeezed) || signedYear(squeezed) !== null)
      return null
    if (i > at && line > (paragraphs[i - 1] as Paragraph).line + 1) return null
    title += squeezed
    if (TITLE_END.test(title) && !LETTERHEAD.test(title)) return { title, end: i + 1 }
    // a letterhead, a place or an organ may stand by itself above the title
    if (LETTERHEAD.test(title)) return null
  }
  return null
}

/** 关于印发《X》的通知: the title is X where X itself follows. */
const enclosed = (title: string): string | null =>
  /(?:印发|下发|转发|发布|公布)(?:.{0,6})《([^》]+(?:》[^《]*《[^》]+)*)》/u.exec(title)?.[1] ?? null

const titleOf = (paragraphs: readonly Paragraph[]): { title: string | null; end: number } => {
  let best: { title: string; end: number } | null = null
  for (let i = 0; i < paragraphs.length; i++) {
    const { text } = paragraphs[i] as Paragraph
    // the body has begun: from here on only the document that a notice encloses can still bring a title
    if (best !== null && readMarker(text)?.kind === 'han') break
    const found = joinTitle(paragraphs, i)
    if (!found) continue
    const notice = best !== null && /的?通知$/u.test(best.title)
    if (best === null || notice) best = found
    if (!/的?通知$/u.test(found.title)) break
    i = found.end - 1
  }
  if (best === null) return { title: null, end: 0 }
  return { title: /的?通知$/u.test(best.title) ? (enclosed(best.title) ?? best.title) : best.title, end: best.end }
}

/** Title and year of a document, from its paragraphs. Years are never taken from the clock. */
export const documentFacts = (blocks: readonly RawBlock[], fileName: string): DocumentFacts => {
  const paragraphs = blocks.filter((block): block is Paragraph => block.kind === 'paragraph' && block.caption !== true)
  const { title, end } = titleOf(paragraphs)
  const texts = paragraphs.map(({ text }) => squeeze(trimCell(text)))
  const numbered = texts.flatMap((text) => FILE_NUMBER.exec(text)?.[1] ?? []).map(Number)
  const signed = texts.flatMap((text) => signedYear(text) ?? [])
  const year = yearOfTitle(title ?? fileName) ?? numbered[0] ?? signed[0] ?? null
  const heading = new Set<RawBlock>(paragraphs.slice(0, end))
  return { title, heading, year }
}
