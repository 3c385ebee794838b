import type { Ledger } from '../domain/index.ts'
import { fold } from '../text/fold.ts'

/** Words by which people speak of a ledger as a document. */
const KIND =
  /(台账|清单|施工图|分工表|分解表|任务表|进度表|一览表|任务书|工作要点|要点|方案|计划|文件|总表|表|(?<=\S{3})[这那]边)(?:里面|里头|里边|当中|之中|里|中|上|内)?/g
/** Kinds that are as often the subject of a task: they mean the ledger only with 里, 这个 or a name. */
const LOOSE_KIND = /^(?:方案|计划|文件|表|要点|清单)$/
const SIDE = /^[这那]边$/
const POINTING = /(?:这|那|本|该|此)(?:一)?(?:个|份|张|本)?$/
const WITHIN = /(?:里面|里头|里边|当中|之中|里|中|上|内)$/
const LONGEST = 12
const SHORTEST_NAME = 4

/** A ledger's names as they are compared with a question. */
interface LedgerNames {
  id: string
  /** Its name and its short name, folded. */
  text: string
  /** Under what it may be called as a whole, in this order. */
  called: readonly string[]
}

interface Names {
  all: readonly LedgerNames[]
  /** What only one of them begins with, and its id. */
  beginnings: ReadonlyMap<string, string>
}

const namesKnown = new WeakMap<readonly Ledger[], Names>()

/** The same ledgers are asked for question after question, so their names are folded once. */
const namesOf = (ledgers: readonly Ledger[]): Names => {
  let names = namesKnown.get(ledgers)
  if (names === undefined) {
    const all = ledgers.map(({ id, name, short }) => ({
      id,
      text: fold(`${name}\n${short}`),
      called: [fold(name), fold(short)].filter((called) => called.length >= SHORTEST_NAME),
    }))
    names = { all, beginnings: beginningsOf(all) }
    namesKnown.set(ledgers, names)
  }
  return names
}

export interface LedgerMention {
  /** The ledgers it can mean; empty where only “the ledger” is said. */
  ids: string[]
  from: number
  to: number
}

/**
 * Where a question speaks of a ledger by part of its name (整改清单里, 安全生产那个台账), or of the ledger as such
 * (台账里). `text` is folded.
 */
export const findLedgerMentions = (text: string, ledgers: readonly Ledger[]): LedgerMention[] => {
  const known = namesOf(ledgers)
  const names = known.all
  const found: LedgerMention[] = []
  for (const name of names) calledByName(text, name, found)
  KIND.lastIndex = 0
  for (let match = KIND.exec(text); match !== null; match = KIND.exec(text)) {
    const kind = match[1] as string
    let head = text.slice(Math.max(0, match.index - LONGEST), match.index)
    const pointing = POINTING.exec(head)?.[0] ?? ''
    head = head.slice(0, head.length - pointing.length)
    let words = longestTail(head, names, pointing === '' ? kind : '')
    // 生态环境那个整改清单: the name in two parts
    const rest = head.slice(0, head.length - words.length)
    const inner = words === '' ? '' : (POINTING.exec(rest)?.[0] ?? '')
    const outer = inner === '' ? '' : longestTail(rest.slice(0, rest.length - inner.length), names, '')
    if (SIDE.test(kind) && words.length < 3) continue
    const parts = [words, outer].filter((part) => part !== '')
    const named =
      parts.length === 0
        ? []
        : names.filter((name) => parts.every((part) => name.text.includes(part))).map(({ id }) => id)
    if (outer !== '') words = outer + inner + words
    const sure = !LOOSE_KIND.test(kind) || pointing !== '' || WITHIN.test(match[0]) || words.length >= 2
    if (!sure) continue
    const byKind = names.filter((name) => name.text.includes(kind)).map(({ id }) => id)
    const ids = named.length > 0 ? named : byKind.length === 1 && ledgers.length > 1 ? byKind : []
    // 换台账, 有哪些台账: what is asked is for the cue words to say
    if (ids.length === 0 && pointing === '' && !WITHIN.test(match[0]) && kind === '台账') continue
    found.push({ ids, from: match.index - pointing.length - words.length, to: match.index + match[0].length })
  }
  if (found.length === 0 && ledgers.length > 1) return calledByBeginning(text, known)
  return found
}

/** 北京那份, 吉林的绩效考核: what the name of one ledger alone begins with, mostly its place. */
const calledByBeginning = (text: string, { beginnings }: Names): LedgerMention[] => {
  const found = new Map<string, LedgerMention>()
  for (const { index, 0: end } of text.matchAll(POINTED_AT)) {
    const area = index > 0 && AREA.includes(text[index - 1] as string) ? 1 : 0
    for (const to of area > 0 ? [index, index - area] : [index])
      for (const from of [to - 3, to - 2]) {
        const id = from < 0 ? undefined : beginnings.get(text.slice(from, to))
        if (id !== undefined && !found.has(id)) found.set(id, { ids: [id], from, to: index + end.length })
      }
  }
  return [...found.values()]
}
const POINTED_AT = /[那这]一?[份个本张边]|的/g
const AREA = '省市区县'

/** Beginnings of two or three characters that stand in no other ledger's name, and whose they are. */
const beginningsOf = (names: readonly LedgerNames[]): Map<string, string> =>
  new Map(
    names.flatMap(({ id, text }) =>
      text
        .split('\n')
        .flatMap((name) => [name.slice(0, 3), name.slice(0, 2)])
        .filter(
          (start) => HAN_NAME.test(start) && !names.some((other) => other.id !== id && other.text.includes(start)),
        )
        .map((start): [string, string] => [start, id]),
    ),
  )
const HAN_NAME = /^\p{Script=Han}{2,3}$/u

/** A ledger's short or full name as it stands. */
const calledByName = (text: string, { id, called }: LedgerNames, found: LedgerMention[]): void => {
  for (const name of called) {
    const from = text.indexOf(name)
    if (from < 0) continue
    found.push({ ids: [id], from, to: from + name.length })
    return
  }
}

/** The longest end of a text, two characters or more, that stands in a ledger's name (before its kind, where given). */
const longestTail = (head: string, names: readonly { text: string }[], kind: string): string => {
  for (let length = head.length; length >= 2; length--) {
    const tail = head.slice(-length)
    if (names.some(({ text }) => text.includes(tail + kind) || text.includes(tail))) return tail
  }
  return ''
}
