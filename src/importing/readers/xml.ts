import { SaxesParser } from 'saxes'
import { DubanError } from '../../errors.ts'

/** An element of an XML part. */
export interface XmlElement {
  /** Its local name; with its prefix where it is not of the vocabulary of the root element. */
  name: string
  /** By local name. */
  attributes: Readonly<Record<string, string>>
  children: (XmlElement | string)[]
}

const unsafe = (file: string): DubanError =>
  new DubanError('file-damaged', `文件“${file}”含有文档类型声明（DTD），办公文件不应有此内容，为安全起见没有读取。`)

/** UTF-8 or, behind its mark, UTF-16: the two that a part may be in. */
const decode = (bytes: Uint8Array): string => {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/**
 * The elements of an XML part of an office file. Such parts have no document type declaration, so that one that has is
 * refused: no entity is ever expanded and nothing outside is read.
 * @throws DubanError `file-damaged`
 */
export const parseXml = (file: string, bytes: Uint8Array): XmlElement => {
  const parser = new SaxesParser({ xmlns: true })
  const top: XmlElement = { name: '', attributes: {}, children: [] }
  const open: XmlElement[] = [top]
  let vocabulary: string | undefined
  const addText = (text: string): void => {
    open.at(-1)?.children.push(text)
  }
  parser.on('doctype', () => {
    throw unsafe(file)
  })
  parser.on('opentag', ({ name, local, uri, attributes }) => {
    vocabulary ??= uri
    const own: Record<string, string> = {}
    for (const attribute of Object.values(attributes)) own[attribute.local] = attribute.value
    const element = { name: uri === vocabulary ? local : name, attributes: own, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('error', (error) => {
    throw error
  })
  try {
    parser.write(decode(bytes)).close()
  } catch (cause) {
    if (cause instanceof DubanError) throw cause
    throw new DubanError('file-damaged', `文件“${file}”内部结构有误，无法读取，请用 Word 或 WPS 打开后另存再导入。`, {
      cause,
    })
  }
  const [root] = elementsOf(top)
  if (!root)
    throw new DubanError('file-damaged', `文件“${file}”内部结构有误，无法读取，请用 Word 或 WPS 打开后另存再导入。`)
  return root
}

export const elementsOf = (parent: XmlElement | undefined): XmlElement[] =>
  (parent?.children ?? []).filter((child): child is XmlElement => typeof child !== 'string')

/** The first child of a name. */
export const childOf = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  elementsOf(parent).find((child) => child.name === name)

export const childrenOf = (parent: XmlElement | undefined, name: string): XmlElement[] =>
  elementsOf(parent).filter((child) => child.name === name)

/** The `val` that most settings of WordprocessingML are kept in. */
export const settingOf = (parent: XmlElement | undefined, name: string): string | undefined =>
  childOf(parent, name)?.attributes.val

/** A switch such as `<w:vanish/>`: on where it stands without a value. */
export const isOn = (parent: XmlElement | undefined, name: string): boolean => {
  const element = childOf(parent, name)
  return element !== undefined && !['0', 'false', 'off', 'none'].includes(element.attributes.val ?? 'true')
}

export const textIn = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
