/** Proper names (people, ledgers) to be found in questions, with what each stands for. */
export interface NameTable {
  /** Folded name → id. */
  names: ReadonlyMap<string, string>
  /** The first two characters of every name as one number, to look no further where they do not match. */
  heads: ReadonlySet<number>
  longest: number
}

const headOf = (text: string, at: number): number => text.charCodeAt(at) * 0x1_0000 + text.charCodeAt(at + 1)

export const nameTable = (entries: Iterable<[name: string, id: string]>): NameTable => {
  const names = new Map<string, string>()
  let longest = 0
  for (const [name, id] of entries) {
    if (name.length < 2) continue
    names.set(name, id)
    longest = Math.max(longest, name.length)
  }
  return { names, heads: new Set([...names.keys()].map((name) => headOf(name, 0))), longest }
}

/** The names in a folded text, left to right, the longest at each place. */
export const findNames = (text: string, table: NameTable): { id: string; from: number; to: number }[] => {
  const found: { id: string; from: number; to: number }[] = []
  for (let from = 0; from + 1 < text.length; from++) {
    if (!table.heads.has(headOf(text, from))) continue
    for (let to = Math.min(text.length, from + table.longest); to > from + 1; to--) {
      const id = table.names.get(text.slice(from, to))
      if (id === undefined) continue
      found.push({ id, from, to })
      from = to - 1
      break
    }
  }
  return found
}

const TITLED =
  /(\p{Script=Han})副?(?:处长|局长|科长|股长|主任|厅长|县长|市长|区长|州长|旗长|镇长|乡长|书记|部长|主席|秘书长|院长|站长|所长|支队长|大队长)/gu
const OFFICE = /(?:处|科|室|局|办|队|中心|部|院|站|所)$/u
const LONGEST_NAME = 4

/** 汤处长: whom in the ledgers a surname with a post may mean, and where it stands; nobody where no name fits. */
export const findTitled = (text: string, { names }: NameTable): { ids: string[]; from: number; to: number } | null => {
  for (const match of text.matchAll(TITLED)) {
    const ids = [...names].flatMap(([name, id]) =>
      name.startsWith(match[1] as string) && name.length <= LONGEST_NAME && !OFFICE.test(name) ? [id] : [],
    )
    if (ids.length > 0) return { ids: [...new Set(ids)], from: match.index, to: match.index + match[0].length }
  }
  return null
}
