/** A stretch of text on a page, in points from the page's top left corner. */
export interface PlacedText {
  text: string
  /** Left end, and the base line. */
  x: number
  y: number
  width: number
  /** Of the type. */
  size: number
}

/** A line drawn on a page, upright or level. */
export interface Rule {
  from: number
  to: number
  /** y of a level one, x of an upright one. */
  at: number
}

/** What is on a page, before anybody has asked what it means. */
export interface Page {
  texts: PlacedText[]
  level: Rule[]
  upright: Rule[]
}
