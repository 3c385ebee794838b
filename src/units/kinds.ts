import { addWord, childOf, emptyTrie, firstCharacters, type Trie } from '../text/trie.ts'
import { grammar, type Kind, kinds } from './vocabulary.ts'

/** One way to read a name as a kind of body. */
export interface KindReading {
  kind: Kind
  /** Which of the kind's official names. */
  variant: number
  /** The short or full form that stands in the text. */
  stem: string
  end: string
}

/** A place in a text that names a kind of body, without what stands before it. */
export interface Core {
  from: number
  to: number
  /** More than one where kinds share a name (应急办). */
  readings: KindReading[]
}

interface Stem {
  kind: Kind
  variant: number
  stem: string
  ends: string[]
}

// 和 and 与 inside an official name come and go: 人力资源(和)社会保障, 规划(和)自然资源
const CONJUNCTIONS = /[和与]/g
const isConjunction = (code: number): boolean => code === 0x548c || code === 0x4e0e

const WHOLE = new Set(['whole', 'standing', 'bank'])

let stems: Trie<Stem> | undefined

const stemTrie = (): Trie<Stem> => {
  if (stems !== undefined) return stems
  stems = emptyTrie()
  const { ends } = grammar()
  const byLength = new Map(
    Object.entries(ends).map(([key, list]) => [key, [...list].sort((a, b) => b.length - a.length)]),
  )
  const short = new Map([...byLength].map(([key, list]) => [key, list.filter((end) => end === '委' || end === '办')]))
  for (const kind of kinds())
    for (const [variant, names] of kind.names.entries())
      for (const stem of names) {
        // a stem of one character makes names only with 委 and 办: 教委, 编办
        const of = stem.length === 1 && kind.ends !== 'whole' ? short : byLength
        const word = stem.replace(CONJUNCTIONS, '')
        if (names.findIndex((other) => other.replace(CONJUNCTIONS, '') === word) < names.indexOf(stem)) continue
        const all = of.get(kind.ends ?? 'organ') ?? []
        // a committee's name is whole by itself (安委会), its field is not (安全生产)
        const whole = WHOLE.has(kind.ends ?? '') || /[委会部组局办处室]$/u.test(stem)
        addWord(stems, word, { kind, variant, stem, ends: whole ? all : all.filter((end) => end !== '') })
      }
  return stems
}

/** The characters with which names of kinds of body begin. */
export const kindStarts = (): string[] => firstCharacters(stemTrie())

/** Whether what follows makes an ending part of another word: 委托, 办理, 部门. */
export const isCutOff = (text: string, to: number, end: string): boolean => {
  const next = text[to]
  if (next === undefined) return false
  const { notAfterEnd, afterEnd } = grammar()
  if (afterEnd.some((word) => text.startsWith(word, to))) return false
  const last =
    notAfterEnd[end] === undefined ? (notAfterEnd[end.slice(-2)] ?? notAfterEnd[end.slice(-1)] ?? '') : notAfterEnd[end]
  return (last as string).includes(next)
}

/** Words that come and go between a name and its ending: 机关事务(管理)局, 地方金融(服务)局. */
const FILLER = /^(?:监督管理|管理|服务|事务|工作|监管)/u
const FILLABLE = new Set(['局', '办', '办公室', '分局'])

/** The longest name of a kind of body that begins at `from`, or null. */
export const coreAt = (text: string, from: number): Core | null => {
  let node: Trie<Stem> | undefined = stemTrie()
  let best: Core | null = null
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const child: Trie<Stem> | undefined = childOf(node, code)
    if (child === undefined) {
      if (i > from && isConjunction(code)) continue
      break
    }
    node = child
    if (node.values === null) continue
    const fill = FILLER.exec(text.slice(i + 1, i + 5))?.[0].length ?? 0
    for (const { kind, variant, stem, ends } of node.values)
      for (const end of ends) {
        const filled = fill > 0 && FILLABLE.has(end) && text.startsWith(end, i + 1 + fill) ? fill : 0
        const to = i + 1 + filled + end.length
        if (best !== null && to < best.to) continue
        if (!text.startsWith(end, i + 1 + filled) || isCutOff(text, to, end === '' ? stem : end)) continue
        const reading = { kind, variant, stem, end }
        if (best === null || to > best.to) best = { from, to, readings: [reading] }
        else best.readings.push(reading)
        break
      }
  }
  return best
}

/** A bare stem that begins at `from` (发改 in 发改那边), the longest; `to` is where it ends. */
export const bareStemAt = (text: string, from: number): Core | null => {
  let node: Trie<Stem> | undefined = stemTrie()
  let best: Core | null = null
  for (let i = from; i < text.length; i++) {
    const child: Trie<Stem> | undefined = childOf(node, text.charCodeAt(i))
    if (child === undefined) break
    node = child
    if (node.values === null || i === from) continue
    const readings = node.values
      .filter(({ kind }) => kind.ends !== 'whole')
      .map(({ kind, variant, stem }) => ({ kind, variant, stem, end: '' }))
    if (readings.length > 0) best = { from, to: i + 1, readings }
  }
  return best
}

/**
 * The kinds that a merged body of one place is made of (自然资源和林业局): every character before the ending belongs to a stem
 * of the data. Null where that is not so.
 */
export const mergedKinds = (body: string): Kind[] | null => {
  const end = /(?:委员会|委|局|厅|办公室|办|中心)$/u.exec(body)
  if (end === null) return null
  const merged: Kind[] = []
  let at = 0
  while (at < end.index) {
    if (merged.length > 0 && isConjunction(body.charCodeAt(at))) at++
    const stem = bareStemAt(body, at)
    if (stem === null || stem.to > end.index) return null
    merged.push(...stem.readings.map(({ kind }) => kind))
    at = stem.to
  }
  return merged.length > 1 ? merged : null
}

let families: Map<string, string> | undefined

/** 委员会 = 委, 办公室 = 办: endings that make no difference. */
export const endFamily = (end: string): string => {
  families ??= new Map(grammar().sameEnd.flatMap((same) => same.map((one) => [one, same[0] as string] as const)))
  return families.get(end) ?? end
}
