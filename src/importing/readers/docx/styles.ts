import { childOf, childrenOf, isOn, settingOf, type XmlElement } from '../xml.ts'
import { type ListPlace, listPlaceIn } from './numbering.ts'

/** What paragraph styles say that matters to the text. */
export interface Styles {
  /** The list that paragraphs of a style stand in. */
  listOf(style: string | undefined): ListPlace | null
  /** Whether text of a style is hidden. */
  isHidden(style: string | undefined): boolean
}

/** The styles of `styles.xml`, with what each takes over from the one it is based on. */
export const readStyles = (root: XmlElement | undefined): Styles => {
  const styles = new Map(childrenOf(root, 'style').map((style) => [style.attributes.styleId ?? '', style]))
  const usual = childrenOf(root, 'style').find(
    ({ attributes }) => attributes.type === 'paragraph' && attributes.default === '1',
  )
  const chainOf = (style: string | undefined): XmlElement[] => {
    const chain: XmlElement[] = []
    for (let at = style === undefined ? usual : styles.get(style); at && !chain.includes(at); ) {
      chain.push(at)
      at = styles.get(settingOf(at, 'basedOn') ?? '')
    }
    return chain
  }
  return {
    listOf: (style) => {
      for (const each of chainOf(style)) {
        const place = listPlaceIn(childOf(each, 'pPr'))
        if (place) return place.level === null ? { ...place, level: levelIn(each) } : place
      }
      return null
    },
    isHidden: (style) => chainOf(style).some((each) => isOn(childOf(each, 'rPr'), 'vanish')),
  }
}

/** A heading style without a level of its own stands on the level of its outline. */
const levelIn = (style: XmlElement): number | null => {
  const outline = settingOf(childOf(style, 'pPr'), 'outlineLvl')
  return outline === undefined ? null : Number(outline)
}
