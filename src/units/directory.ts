/** How a name in a text came to mean a unit, best first. */
export type MatchKind = 'exact' | 'alias' | 'old-name' | 'covered' | 'sound' | 'spelling'

/** A unit name found in a text. */
export interface UnitMention {
  /** `[from, to)` in the text as given. */
  span: [number, number]
  /** The words that were matched. */
  text: string
  /**
   * The units it can mean, as the ledgers write them, best first; empty where it reads like a unit but none is known.
   * More than one: ask.
   */
  candidates: { unit: string; kind: MatchKind; score: number }[]
}

/**
 * The units of the ledgers at hand under all the names they go by. Built anew when the ledgers change; immutable.
 */
export interface UnitDirectory {
  /** Every unit as the ledgers write it, in their order. */
  readonly units: readonly string[]
  /**
   * The same body under every name the ledgers use for it (省中医局 = 省中医药局), itself included. What a query on
   * one of them must cover.
   */
  sameBody(unit: string): readonly string[]
  /** Collectives that a unit belongs to in these ledgers (西城区政府 → 各区政府). */
  collectivesOf(unit: string): readonly string[]
  /** All mentions in a text, left to right, not overlapping; the longest match wins. */
  find(text: string): UnitMention[]
  /** One name by itself: the answer to 哪个单位？ */
  resolve(name: string): UnitMention['candidates']
}
