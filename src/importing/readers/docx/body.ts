import { type Flow, type FlowCell, type FlowRow, paragraph } from '../flow.ts'
import { childOf, elementsOf, isOn, settingOf, textIn, type XmlElement } from '../xml.ts'
import { listPlaceIn, type Numbering } from './numbering.ts'
import type { Styles } from './styles.ts'

/** What reading a body needs beside it, and what it leaves out on the way. */
export interface BodyContext {
  numbering: Numbering
  styles: Styles
  /** Text boxes and other frames, as they are met. */
  frames: Flow[]
  /** Rows that the file hides. */
  hiddenRows: number
}

/** Holders whose contents stand in their place: insertions, links, controls, fields, smart tags. */
const TRANSPARENT = new Set([
  'ins',
  'moveTo',
  'hyperlink',
  'smartTag',
  'sdt',
  'sdtContent',
  'customXml',
  'fldSimple',
  'bdo',
  'dir',
  'ruby',
  'rubyBase',
  'r',
])

/** The contents of an alternative: the newer form, unless only the older one holds text. */
const chosen = (alternatives: XmlElement): XmlElement | undefined => {
  const parts = elementsOf(alternatives)
  return parts.find((part) => framesIn(part).length > 0) ?? parts[0]
}

/** The contents of the text boxes in a drawing. */
const framesIn = (element: XmlElement): XmlElement[] => {
  if (element.name === 'txbxContent') return [element]
  if (element.name === 'mc:AlternateContent') {
    const part = chosen(element)
    return part ? framesIn(part) : []
  }
  return elementsOf(element).flatMap(framesIn)
}

const symbol = (element: XmlElement): string => {
  const code = Number.parseInt(element.attributes.char ?? '', 16)
  // what a font for signs draws in the private area has no meaning as text
  return code > 0 && (code < 0xe000 || code > 0xf8ff) ? String.fromCodePoint(code) : ''
}

/** The text of a run or of what holds runs; text boxes are put aside. */
const runText = (element: XmlElement, context: BodyContext): string => {
  switch (element.name) {
    case 't':
      return textIn(element)
    case 'tab':
    case 'ptab':
      return '\t'
    case 'br':
      return element.attributes.type === 'page' || element.attributes.type === 'column' ? '' : '\n'
    case 'cr':
      return '\n'
    case 'noBreakHyphen':
      return '-'
    case 'sym':
      return symbol(element)
    case 'mc:AlternateContent': {
      const part = chosen(element)
      return part
        ? elementsOf(part)
            .map((child) => runText(child, context))
            .join('')
        : ''
    }
    case 'drawing':
    case 'pict':
    case 'object':
      for (const frame of framesIn(element)) context.frames.push(...flowOf(frame, context))
      return ''
    case 'm:oMath':
    case 'm:oMathPara':
      return textIn(element)
  }
  if (!TRANSPARENT.has(element.name) || isOn(childOf(element, 'rPr'), 'vanish')) return ''
  return elementsOf(element)
    .map((child) => runText(child, context))
    .join('')
}

const paragraphText = (element: XmlElement, context: BodyContext): string => {
  const settings = childOf(element, 'pPr')
  const style = settingOf(settings, 'pStyle')
  if (context.styles.isHidden(style)) return ''
  const place = listPlaceIn(settings) ?? context.styles.listOf(style)
  const number = place === null ? '' : context.numbering.next(place, style)
  const text = elementsOf(element)
    .map((child) => runText(child, context))
    .join('')
  // figures alone would run together with the text
  return number + (/[\dA-Za-z]$/u.test(number) && text !== '' ? ' ' : '') + text
}

const rowOf = (element: XmlElement, context: BodyContext): FlowRow => {
  const settings = childOf(element, 'trPr')
  let at = Number(settingOf(settings, 'gridBefore') ?? 0)
  const cells: FlowCell[] = []
  const add = (parent: XmlElement): void => {
    for (const child of elementsOf(parent)) {
      if (child.name !== 'tc') {
        if (TRANSPARENT.has(child.name)) add(child)
        continue
      }
      const properties = childOf(child, 'tcPr')
      const from = at
      at += Math.max(1, Number(settingOf(properties, 'gridSpan') ?? 1) || 1)
      const last = cells.at(-1)
      // the old way to merge cells side by side
      if (last && settingOf(properties, 'hMerge') === 'continue') {
        last.to = at
        continue
      }
      const merge = childOf(properties, 'vMerge')
      const above = merge !== undefined && merge.attributes.val !== 'restart'
      cells.push({ from, to: at, above, content: above ? [] : flowOf(child, context) })
    }
  }
  add(element)
  return { cells }
}

const isLeftOut = (row: XmlElement): boolean => {
  const settings = childOf(row, 'trPr')
  return childOf(settings, 'del') !== undefined || isOn(settings, 'hidden')
}

const tableOf = (element: XmlElement, context: BodyContext): Flow => {
  const rows: FlowRow[] = []
  const add = (parent: XmlElement): void => {
    for (const child of elementsOf(parent)) {
      if (child.name !== 'tr') {
        if (TRANSPARENT.has(child.name)) add(child)
      } else if (!isLeftOut(child)) rows.push(rowOf(child, context))
      else if (isOn(childOf(child, 'trPr'), 'hidden')) context.hiddenRows++
    }
  }
  add(element)
  return { kind: 'table', rows }
}

/** Paragraphs and tables of a body, a cell or a text box; what a text box holds follows the paragraph it is anchored to. */
export const flowOf = (parent: XmlElement, context: BodyContext): Flow[] =>
  elementsOf(parent).flatMap((child): Flow[] => {
    if (child.name === 'tbl') return [tableOf(child, context)]
    if (child.name !== 'p') return TRANSPARENT.has(child.name) ? flowOf(child, context) : []
    const outer = context.frames.splice(0)
    const text = paragraph(paragraphText(child, context))
    const frames = context.frames.splice(0)
    context.frames.push(...outer)
    return [text, ...frames]
  })
