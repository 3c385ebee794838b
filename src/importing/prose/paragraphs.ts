import { oneLine } from '../cell-text.ts'
import type { RawBlock } from '../document.ts'
import { readMarker } from '../numbering.ts'
import { unitsOnly } from '../unit-phrases.ts'

/** A paragraph in one piece, however many lines the file broke it over. */
export interface Paragraph {
  text: string
  line: number
}

const ENDED = /[。！？；：:;!?”"》】]$/u
const NEVER_REST = /^(?:抄送|抄报|主送|附件|附[:：]|注[:：]|（此件|\(此件|【|联系人)/u
const LAST_LABEL = /([\p{Script=Han}]{2,8})[：:]([^：:。；]{3,200})$/u
const LABEL = /^[\p{Script=Han}]{2,10}[：:]/u
const SHORTEST_BODY = 25
const OPENING = '（(【［['
const CLOSING = '）)】］]'
/** A bracket is closed within so many characters, or never. */
const LONGEST_BRACKET = 160

/** Whether a text ends inside a bracket: each that is opened is counted, as brackets may stand in one another. */
const endsInBracket = (text: string): boolean => {
  let open = 0
  for (const character of text.slice(-LONGEST_BRACKET)) {
    if (OPENING.includes(character)) open++
    else if (CLOSING.includes(character)) open = Math.max(0, open - 1)
  }
  return open > 0
}

/** What is asked of everybody at the end: 各牵头单位于每月25日前报送进展. */
const TO_EVERYBODY =
  /^(?:请|望|希|为此)?[，,]?(?:各|以上|上述|有关|[省市县区州]政府(?:办公厅|办公室|督查室))[^：:]*(?:报[送至请]|上报|报[省市县区州]|抓好|抓紧|落实|督促|跟踪|督办|督查|通报|考核|遵照|执行|组织实施|配合)/u

/** …责任单位：市交通局、市公安局: whole without a stop. */
const endsInUnits = (text: string): boolean => {
  const [, label, names] = LAST_LABEL.exec(text) ?? []
  return label !== undefined && names !== undefined && /单位|部门/u.test(label) && unitsOnly(names) !== null
}

/** Whether a line breaks off in the middle, so that the next one goes on with it. */
const breaksOff = (text: string, next: string): boolean => {
  if (readMarker(next) !== null || NEVER_REST.test(next)) return false
  if (endsInBracket(text)) return true
  if (TO_EVERYBODY.test(next)) return false
  if (/[、，,]$/u.test(text)) return !LABEL.test(next)
  return (
    !endsInUnits(text) &&
    text.length >= SHORTEST_BODY &&
    /[，。；]/u.test(text) &&
    !ENDED.test(text) &&
    !/[）)]$/u.test(text) &&
    !LABEL.test(next)
  )
}

/** Who was there, who took the minutes, who gets them. */
const ATTENDANCE = /^(?:出席|列席|参加|参会|主持|记录|请假|缺席|分送|报送|印送|发送|主题词|校对)(?:人员|单位|人)?[:：]/u
/** 本措施自印发之日起施行，有效期至…: when the document itself holds. */
const IN_FORCE = /^本[^，。]{1,12}自[^，。]{2,20}(?:施行|实施|执行|生效)/u
/** How the end matter begins: copies, printing, publication, source. */
const END_MATTER = /^(?:抄送|抄报|[（(]此件|【来源|【?来源[:：]|责任编辑|\S{2,30}\d{4}年\d{1,2}月\d{1,2}日印发)/u
/** What an item of a run-on paragraph may end with, and the next one begin: …牵头负责）7.完善…. */
const NEXT_ITEM = /[）)][。；;]?\s*(?=\d{1,3}[.．、]\p{Script=Han})/gu

/** Numbered items that were written into one paragraph, each behind the bracket that ends the one before. */
const itemsOf = ({ text, line }: Paragraph): Paragraph[] => {
  const items: Paragraph[] = []
  let from = 0
  for (const match of text.matchAll(NEXT_ITEM)) {
    const [own, next] = [readMarker(text.slice(from)), readMarker(text.slice(match.index + match[0].length))]
    if (own?.kind !== 'arabic' || Number(next?.number) !== Number(own.number) + 1) continue
    const to = match.index + match[0].length
    items.push({ text: text.slice(from, to).trim(), line })
    from = to
  }
  return [...items, { text: text.slice(from), line }]
}

/** Without the paragraphs behind the last numbered item that are meant for everybody. */
const withoutClosing = (paragraphs: readonly Paragraph[]): Paragraph[] => {
  let end = paragraphs.length
  const isClosing = ({ text }: Paragraph): boolean =>
    readMarker(text) === null && TO_EVERYBODY.test(text) && !/[（(【][^（()）]*单位[：:]/u.test(text)
  while (end > 0 && isClosing(paragraphs[end - 1] as Paragraph)) end--
  return paragraphs.slice(0, end).some(({ text }) => readMarker(text) !== null)
    ? paragraphs.slice(0, end)
    : [...paragraphs]
}

const DATE_LINE = /^[（(]?(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?:印发)?[）)]?$/u
const ANNEXES = /^附件?\s*[:：]/u
const isListed = (text: string): boolean => text.length <= 60 && !/[。；]/u.test(text)

/** Drops what is no part of the text: signature and date, copies, the list of annexes. */
const withoutEndMatter = (paragraphs: readonly Paragraph[]): Paragraph[] => {
  const kept: Paragraph[] = []
  let dropping: 'no' | 'end' | 'annexes' = 'no'
  for (const paragraph of paragraphs) {
    const { text } = paragraph
    if (ATTENDANCE.test(text) || IN_FORCE.test(text)) continue
    if (END_MATTER.test(text)) dropping = 'end'
    else if (ANNEXES.test(text)) dropping = 'annexes'
    else if (DATE_LINE.test(text)) {
      // the line above a date is who signs
      const last = kept.at(-1)
      if (last && isListed(last.text) && readMarker(last.text) === null && last.text.length <= 30) kept.pop()
    } else {
      if (dropping === 'end' && readMarker(text)) dropping = 'no'
      if (dropping === 'annexes' && !isListed(text)) dropping = 'no'
      if (dropping === 'no') kept.push(paragraph)
    }
  }
  return kept
}

/** A line of the table of contents: a heading, dots or a tab, and its page. */
const IN_CONTENTS = /(?:[…·.‥]{2,}|\t)\s*\d{1,3}\s*$/u

/** Puts paragraphs back together that the file broke at the end of a page or a line; end matter is left out. */
export const joinParagraphs = (blocks: readonly RawBlock[], skip: ReadonlySet<RawBlock>): Paragraph[] => {
  const paragraphs: Paragraph[] = []
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.caption || skip.has(block) || IN_CONTENTS.test(block.text)) continue
    const text = oneLine(block.text)
    const last = paragraphs.at(-1)
    if (last && breaksOff(last.text, text)) last.text += text
    else paragraphs.push({ text, line: block.line })
  }
  return withoutClosing(withoutEndMatter(paragraphs.flatMap(itemsOf)))
}
