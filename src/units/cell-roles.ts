import { grammar } from './vocabulary.ts'

export type CellRole = 'lead' | 'cooperating' | null

/** A stretch of a unit cell whose units all have one role. */
export interface RoleSegment {
  role: CellRole
  text: string
}

interface Patterns {
  label: RegExp
  after: RegExp
  inBrackets: RegExp
  lead: RegExp
  cooperating: RegExp
  /** Any word or sign by which a cell can tell roles. */
  any: RegExp
}

let patterns: Patterns | undefined

const compiled = (): Patterns => {
  if (patterns === undefined) {
    const { lead, cooperating, neutral } = grammar().cell
    const all = [...lead, ...cooperating, ...neutral].join('|')
    const duty = '(?:按照?|依|根据)(?:各自)?职责(?:分工)?(?:分别|共同)?'
    patterns = {
      label: new RegExp(`(?:${all})(?:责任|负责)?(?:单位|部门|方)?\\s*[:：]`, 'gu'),
      after: new RegExp(
        `\\s*(?:${duty}|结合(?:各自|本地|当地|自身)?实际|共同|分别|具体|积极|密切|负责|协助|组织|抓好)*(?:${all})(?:组织|负责|落实|实施|推进|配合|抓总|总抓)*(?=[,，;；。、\\s]|$)[,，;；。、]?`,
        'gu',
      ),
      inBrackets: new RegExp(`[(（]\\s*(?:${all})(?:责任|负责)?(?:单位|部门)?\\s*[)）]`, 'gu'),
      lead: new RegExp(lead.join('|'), 'u'),
      cooperating: new RegExp(cooperating.join('|'), 'u'),
      any: new RegExp(all, 'u'),
    }
  }
  return patterns
}

const roleOf = (words: string): CellRole => {
  const { lead, cooperating } = compiled()
  if (lead.test(words)) return 'lead'
  return cooperating.test(words) ? 'cooperating' : null
}

/** A（牵头）、B: whoever is not marked cooperates with the one who leads. */
const byBrackets = (text: string): RoleSegment[] | null => {
  const { inBrackets } = compiled()
  const marks = [...text.matchAll(inBrackets)].filter((mark) => roleOf(mark[0]) !== null)
  if (marks.length === 0) return null
  const segments: RoleSegment[] = []
  const rest: CellRole = marks.some((mark) => roleOf(mark[0]) === 'lead') ? 'cooperating' : 'lead'
  let from = 0
  for (const mark of marks) {
    const before = text.slice(from, mark.index)
    const cut = Math.max(
      ...['、', '，', ',', '；', ';', '\n', ' '].map((separator) => before.trimEnd().lastIndexOf(separator)),
    )
    if (cut >= 0) segments.push({ role: rest, text: before.slice(0, cut) })
    segments.push({ role: roleOf(mark[0]), text: before.slice(cut + 1) })
    from = mark.index + mark[0].length
  }
  segments.push({ role: rest, text: text.slice(from) })
  return segments
}

/** A；B、C配合: where the cell names helpers and nobody else, whoever stands before the first stop leads. */
const withLeadBefore = (segments: readonly RoleSegment[]): RoleSegment[] | null => {
  const [first, ...others] = segments
  if (first?.role !== 'cooperating' || others.some(({ role, text }) => role !== 'cooperating' && text.trim() !== ''))
    return null
  const cut = /[；;]/u.test(first.text) ? first.text.search(/[；;]/u) : first.text.search(/[，,]/u)
  return cut <= 0
    ? null
    : [
        { role: 'lead', text: first.text.slice(0, cut) },
        { role: 'cooperating', text: first.text.slice(cut + 1) },
        ...others,
      ]
}

/** Cuts a unit cell where it says who leads and who helps: 牵头单位：A；配合单位：B、C, A牵头，B、C配合, A（牵头）、B. */
export const segmentsByRole = (text: string): RoleSegment[] => {
  const { label, after, any } = compiled()
  if (!any.test(text)) return [{ role: null, text }]
  const labels = [...text.matchAll(label)]
  const first = labels[0]
  if (first !== undefined)
    return [
      { role: null, text: text.slice(0, first.index) },
      ...labels.map((found, i) => ({
        role: roleOf(found[0]),
        text: text.slice(found.index + found[0].length, labels[i + 1]?.index ?? text.length),
      })),
    ]
  const marked = byBrackets(text)
  if (marked !== null) return marked
  const segments: RoleSegment[] = []
  let from = 0
  for (const found of text.matchAll(after)) {
    segments.push({ role: roleOf(found[0]), text: text.slice(from, found.index) })
    from = found.index + found[0].length
  }
  if (from < text.length) segments.push({ role: null, text: text.slice(from) })
  const alone = withLeadBefore(segments)
  if (alone !== null) return alone
  // A负责，B配合: who is responsible leads where somebody else helps
  const helped = segments.some(({ role }) => role === 'cooperating')
  return segments.map((segment, i) =>
    helped && segment.role === null && i < segments.length - 1 ? { ...segment, role: 'lead' } : segment,
  )
}
