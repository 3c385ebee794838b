import { dataFile } from '../data.ts'

/** One kind of body of party or government, the same at every level: an entry of `data/units.json`. */
export interface Kind {
  id: string
  /**
   * Official names without level and ending, one list a regional or historical variant: the full one first, then its
   * short forms. Kinds whose `ends` is `whole` give whole names.
   */
  names: string[][]
  /** Key into `ends` of the grammar: with what such names end (局, 委, 办 …). Default: `organ`. */
  ends?: string
  /** Short forms that mean the body even without an ending (发改, 人社). */
  bare?: string[]
  /** First and last year of the name, as the national reform gave them. */
  from?: number
  to?: number
  /** Bodies that it replaced. */
  was?: string[]
  /** Existing bodies that it was merged into, so that the name leads there but not back. */
  into?: string[]
  /** Bodies that it is where they are one (教体局 is 教育局 and 体育局). */
  parts?: string[]
  /** A body of the party: 市委 may stand before it. */
  party?: boolean
  /** `level`: only together with a level or place before it (市政府). */
  after?: 'level'
  /** One of many of its kind: told apart by the place in its name (西城区政府). */
  named?: boolean
  /** Managed from above, so that its name may have a place without a level (东山海事局, 东山供电公司). */
  branch?: boolean
}

export interface Grammar {
  ends: Record<string, string[]>
  sameEnd: string[][]
  provinceEnds: string[]
  nationEnds: string[]
  notAfterEnd: Record<string, string>
  /** Words that follow a name though they begin like those (任务 in 卫健委任务). */
  afterEnd: string[]
  /** Words with which goes on what is asked of a body, where their first character by itself says nothing. */
  afterNameWords: string[]
  levels: Record<LevelClass, string[]>
  places: string
  /** Characters after which a name can begin. */
  boundaries: string
  /** Characters with which goes on what is asked or said of a body. */
  afterName: string
  /** Words that begin with a level and are other words (市场, 区域). */
  notLevels: string[]
  /** Words that stand where a place's proper name would and are none (督促市医保局). */
  notPlaces: string[]
  /** Endings that make an unknown name a body's even without a level, where it is asked about. */
  askedEnds: string[]
  /** Characters that no name of a body has inside, as a text of `boundaries` would be too wide. */
  innerStops: string
  unitLikeEnds: string[]
  notUnits: string[]
  selfWords: string[]
  bareContext: string[]
  freeContext: string[]
  /** What only a body can be said to do or have: makes a body of a stem that is a topic elsewhere (消防有几项). */
  actorContext: string[]
  /** Characters that are heard or typed for an ending: `any` everywhere, `level` only in a name that begins with a level. */
  homophones: Record<string, { any: string; level: string }>
  /** What may follow an ending that is written wrongly, and what may not since it makes another word (未有). */
  afterHomophone: string[]
  notAfterHomophone: Record<string, string>
  /** Last characters by which a word before 市, 省, 海事局 … is seen to be a place. */
  placeEnds: string
  /** Characters between two names that are named together. */
  joinsOfNames: string
  /** Words of the unit cells of a ledger. */
  cell: {
    lead: string[]
    cooperating: string[]
    neutral: string[]
    /** Words between two units that are one word of a name elsewhere. */
    joins: string[]
    /** What stands on a line of its own and belongs to the body above it (秘书处), and after which words it does. */
    tails: string[]
    tailOwners: string[]
    /** Entries that name nobody. */
    void: string[]
  }
}

export type LevelClass = 'nation' | 'province' | 'city' | 'county' | 'town'

const kindsFile = dataFile<{ kinds: Kind[] }>('units.json')

export const kinds = (): Kind[] => kindsFile().kinds
export const grammar = dataFile<Grammar>('units-grammar.json')
