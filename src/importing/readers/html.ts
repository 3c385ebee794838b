import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { Doubt } from '../../domain/index.ts'
import type { RawDocument } from '../document.ts'
import { decodeText } from './decode-text.ts'
import { type Flow, type FlowRow, paragraph } from './flow.ts'
import { blocksOf } from './flow-blocks.ts'
import type { FileContents } from './reader.ts'
import { spanRows } from './span-rows.ts'

type Parent = DefaultTreeAdapterTypes.ParentNode
type Element = DefaultTreeAdapterTypes.Element

/** Never part of the text. */
const UNSEEN = new Set('script style head template noscript iframe object svg select textarea button title'.split(' '))
/** Elements that stand in a line of text; every other one begins a line. */
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i img ins kbd label mark o:p q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

const isElement = (node: DefaultTreeAdapterTypes.ChildNode): node is Element => 'tagName' in node

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value

const isHidden = (element: Element): boolean =>
  attribute(element, 'hidden') !== undefined ||
  /display\s*:\s*none|mso-hide\s*:\s*all/iu.test(attribute(element, 'style') ?? '')

const elementsIn = (parent: Parent): Element[] => parent.childNodes.filter(isElement)

const span = (cell: Element, name: string): number =>
  Math.max(0, Number.parseInt(attribute(cell, name) ?? '1', 10) || 0)

interface Context {
  hiddenRows: number
}

/** The rows of a table, in its sections or not; those of tables inside its cells are theirs. */
const rowsIn = (table: Element): Element[] =>
  elementsIn(table).flatMap((child) =>
    child.tagName === 'tr' ? [child] : ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsIn(child) : [],
  )

const tableOf = (table: Element, context: Context): Flow[] => {
  const shown = rowsIn(table).filter((row) => !isHidden(row))
  context.hiddenRows += rowsIn(table).length - shown.length
  const rows: FlowRow[] = spanRows(
    shown.map((row) =>
      elementsIn(row)
        .filter((cell) => ['td', 'th'].includes(cell.tagName) && !isHidden(cell))
        .map((cell) => ({
          across: span(cell, 'colspan') || 1,
          // 0 stands for all rows that are left
          down: span(cell, 'rowspan') || shown.length,
          content: flowOf(cell, context),
        })),
    ),
  )
  const captions = elementsIn(table).filter(({ tagName }) => tagName === 'caption')
  return [...captions.flatMap((caption) => flowOf(caption, context)), { kind: 'table', rows }]
}

const HAN = /[\p{Script=Han}，。；：、？！（）《》“”]/u

/** White space as a browser shows it: a line break of the source between Chinese characters is none. */
const collapse = (text: string): string =>
  text.replace(/[ \t\r\n\f]+/gu, (space, at: number) =>
    space.includes('\n') && HAN.test(text[at - 1] ?? '') && HAN.test(text[at + space.length] ?? '') ? '' : ' ',
  )

/** Text with its white space as it stands in the source. */
const textIn = (parent: Parent): string =>
  parent.childNodes
    .map((child) =>
      child.nodeName === '#text'
        ? (child as DefaultTreeAdapterTypes.TextNode).value
        : isElement(child)
          ? textIn(child)
          : '',
    )
    .join('')

/** Paragraphs and tables as they stand below an element. */
const flowOf = (parent: Parent, context: Context): Flow[] => {
  const flow: Flow[] = []
  let line = ''
  const endLine = (): void => {
    const text = line
      .split('\n')
      .map((part) => part.trim())
      .join('\n')
    if (text.trim() !== '') flow.push(paragraph(text))
    line = ''
  }
  const walk = (node: Parent): void => {
    for (const child of node.childNodes) {
      if (child.nodeName === '#text') line += collapse((child as DefaultTreeAdapterTypes.TextNode).value)
      else if (isElement(child)) step(child)
    }
  }
  const step = (element: Element): void => {
    const { tagName } = element
    if (UNSEEN.has(tagName) || isHidden(element)) return
    if (tagName === 'br') line += '\n'
    else if (tagName === 'table') {
      endLine()
      flow.push(...tableOf(element, context))
    } else if (tagName === 'pre') {
      endLine()
      flow.push(paragraph(textIn(element)))
    } else if (INLINE.has(tagName)) walk(element)
    else {
      endLine()
      if (tagName === 'li' && element.parentNode?.nodeName === 'ol') line = `${numberIn(element)}.`
      walk(element)
      endLine()
    }
  }
  walk(parent)
  endLine()
  return flow
}

const numberIn = (item: Element): number => {
  const list = item.parentNode as Element
  const start = Number.parseInt(attribute(list, 'start') ?? '1', 10) || 1
  return (
    start +
    elementsIn(list)
      .filter(({ tagName }) => tagName === 'li')
      .indexOf(item)
  )
}

const CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{3,20})/iu

/** The encoding that a page names in its first lines. */
const declaredIn = (bytes: Uint8Array): string | undefined =>
  CHARSET.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))?.[1]?.toLowerCase()

/** The paragraphs and tables of a page or a piece of one. */
export const readHtmlText = (text: string): Omit<RawDocument, 'file'> => {
  const context: Context = { hiddenRows: 0 }
  const flow = flowOf(parse(text), context)
  const doubts: Doubt[] =
    context.hiddenRows > 0
      ? [{ field: 'document', message: `表格中有${context.hiddenRows}行在网页上是隐藏的，没有读取，请核对。` }]
      : []
  return { blocks: blocksOf(flow), doubts }
}

/**
 * A web page, or what Word and Excel save as one. Nothing it points to is fetched.
 * @param charset the encoding that what it came in names.
 */
export const readHtml = ({ name, bytes }: FileContents, charset?: string): RawDocument => ({
  file: name,
  ...readHtmlText(decodeText(name, bytes, charset ?? declaredIn(bytes))),
})
