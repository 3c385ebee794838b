import type { Doubt } from '../../../domain/index.ts'
import type { RawDocument } from '../../document.ts'
import type { Archive } from '../archive.ts'
import type { Flow } from '../flow.ts'
import { blocksOf } from '../flow-blocks.ts'
import { childOf, childrenOf, elementsOf, parseXml, textIn, type XmlElement } from '../xml.ts'
import { type BodyContext, flowOf } from './body.ts'
import { readNumbering } from './numbering.ts'
import { readStyles } from './styles.ts'

const partOf = async (archive: Archive, file: string, name: string): Promise<XmlElement | undefined> =>
  archive.names.includes(name) ? parseXml(file, await archive.read(name)) : undefined

/** Where the text stands: as the package says, else where Word puts it. */
const mainPart = async (archive: Archive, file: string): Promise<string> => {
  const relations = await partOf(archive, file, '_rels/.rels')
  const main = elementsOf(relations).find(({ attributes }) => attributes.Type?.endsWith('/officeDocument'))
  return main?.attributes.Target?.replace(/^\//u, '') ?? 'word/document.xml'
}

/** Texts of headers and footers. */
const marginsOf = async (archive: Archive, file: string, folder: string): Promise<string[]> => {
  const names = archive.names.filter((name) => name.startsWith(folder) && /\/(?:header|footer)\d*\.xml$/u.test(name))
  const texts: string[] = []
  for (const name of names) {
    const root = await partOf(archive, file, name)
    if (root) texts.push(...paragraphsIn(root))
  }
  return texts
}

const paragraphsIn = (element: XmlElement): string[] =>
  elementsOf(element).flatMap((child) => (child.name === 'p' ? [textIn(child)] : paragraphsIn(child)))

/** Footnotes stand below the text as remarks of their own. */
const footnotesOf = (root: XmlElement | undefined, context: BodyContext): Flow[] =>
  childrenOf(root, 'footnote')
    .filter(({ attributes }) => attributes.type === undefined || attributes.type === 'normal')
    .flatMap((note) => flowOf(note, context))
    .map((part) =>
      part.kind === 'paragraph' && part.text.trim() !== '' ? { ...part, text: `注：${part.text.trim()}` } : part,
    )

/** A Word document (Office Open XML). Macros, pictures and whatever stands outside the file are not looked at. */
export const readDocx = async (name: string, archive: Archive): Promise<RawDocument> => {
  const main = await mainPart(archive, name)
  const folder = main.replace(/[^/]*$/u, '')
  const context: BodyContext = {
    numbering: readNumbering(await partOf(archive, name, `${folder}numbering.xml`)),
    styles: readStyles(await partOf(archive, name, `${folder}styles.xml`)),
    frames: [],
    hiddenRows: 0,
  }
  const body = childOf(parseXml(name, await archive.read(main)), 'body')
  const flow = body ? flowOf(body, context) : []
  const notes = footnotesOf(await partOf(archive, name, `${folder}footnotes.xml`), context)
  const doubts: Doubt[] =
    context.hiddenRows > 0
      ? [
          {
            field: 'document',
            message: `表格中有${context.hiddenRows}行是隐藏的，没有读取；需要的请取消隐藏后重新导入。`,
          },
        ]
      : []
  return {
    file: name,
    blocks: blocksOf([...flow, ...notes]),
    doubts,
    margins: await marginsOf(archive, name, folder),
  }
}
