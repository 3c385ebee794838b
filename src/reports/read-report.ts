import type { Day } from '../domain/index.ts'
import { alignmentOf } from '../text/alignment.ts'
import { normalise } from '../text/normalise.ts'
import { type Claim, claimOf, readClause, type Said } from './claim.ts'
import { type Stretch, withPauses } from './clauses.ts'
import { distributed } from './distribute.ts'
import { gathered } from './gather.ts'
import { asks, isOrder, names, tellsFacts } from './is-statement.ts'
import type { IsNumber, Target } from './target.ts'
import { cuePattern, type ReportCue } from './words.ts'

export type { Target } from './target.ts'

/** What one message says about one target. */
export interface ReportPart {
  target: Target
  claim: Claim
  /** Clause by clause, in half width and simplified characters, without the target. */
  clauses: readonly Said[]
  /** The same as the sender has written it. */
  text: string
}

/** A message that reports. JSON. */
export interface SpokenReport {
  parts: readonly ReportPart[]
  /** 代省医保局报: the words for whom, and where it was heard; null where the sender reports for themselves. */
  behalf: string | null
  /** It tells figures and claims nothing: a report only where the words name one task, and only once that is confirmed. */
  faint?: true
}

export interface ReadingOptions {
  today: Day
  /** Whether the ledgers have a number; any where it is left out. */
  isNumber?: IsNumber
  /** Files came with it: a task that is named is reported on, whatever is said. */
  hasFiles?: boolean
}

const CUES: readonly ReportCue[] = [
  'done',
  'delivered',
  'underway',
  'noNews',
  'extension',
  'transfer',
  'suspension',
  'correction',
  'started',
]
/** Cheap: most messages are questions. */
const mayReport = (text: string): boolean =>
  /[%成半已正了\d]|分之|进度|办结|完|未|没|目前|截至|累计/.test(text) ||
  CUES.some((cue) => cuePattern('', cue).test(text))

const BEHALF = /^(?:[^,，。:：]{0,6}[,，:：])?代(.{0,16}?)(?:填报|报送|报)(?=[:：,，第\d(（])/

/** Words by which something is said to be so, not merely named (家庭医生签约) or ordered (抓紧推进). */
const ASSERTS =
  /已|了(?!解)|正在|目前|现在|均|都|完毕|中$|我们|[我本](?:局|委|单位|部门)|没|未|无|[一-十\d]+(?:次|家|个|场|份|人|万)/

/** The words of a part as they were written, its target left out. */
const wordsOf = (pieces: readonly Stretch[], text: string, written: string): string => {
  const places = alignmentOf(written, text)
  const quote = (from: number, to: number): string =>
    places === null ? text.slice(from, to) : written.slice(places[from], (places[to - 1] ?? -1) + 1)
  let words = ''
  let end = -1
  for (const { from, to } of pieces) {
    const between = end >= 0 ? text.slice(end, from) : ''
    words += (/^[\s,，。;；!！]*$/.test(between) && end >= 0 ? quote(end, from) : '') + quote(from, to)
    end = to
  }
  return words.trim()
}

/** Whether a part claims anything. What names no number has to say so more plainly than what does. */
const isSaid = ({ target, claim, clauses }: ReportPart): boolean => {
  const text = clauses.map((clause) => clause.text).join('，')
  const { percent, state, request, corrects } = claim
  if (isOrder(text)) return false
  if (percent !== null || request !== null) return true
  if (state === null) return corrects && /\d/.test(text)
  if (target.kind === 'numbers' || target.kind === 'selection' || target.kind === 'rest') return true
  const plain = state === 'done' || state === 'not-done' || state === 'no-news' || state === 'partly'
  if (state === 'not-begun' && !/没|未/.test(text)) return false
  const cued = CUES.some((cue) => cuePattern('', cue).test(text))
  return plain || (cued && ASSERTS.test(text))
}

/** What claims nothing, taken for a fact. */
const told = (part: ReportPart): ReportPart =>
  part.claim.state === null ? { ...part, claim: { ...part.claim, state: 'told' } } : part

/**
 * Reads a message as a report of progress: 3、5项已办结，7项推进到80%. Null where it is none: a question, an order, a
 * wish, a condition (如果完成了…), or talk.
 * @param written the message as it was sent
 */
export const readReport = (
  written: string,
  { today, isNumber = () => true, hasFiles = false }: ReadingOptions,
): SpokenReport | null => {
  const paused = withPauses(written)
  const text = normalise(paused)
  if (!(hasFiles || mayReport(text)) || asks(text)) return null
  const behalf = BEHALF.exec(text)?.[1] ?? null
  const open = gathered(text, isNumber)
  const hasNumber = open.some(({ target }) => target.kind === 'numbers' || target.kind === 'selection')
  if (open.length === 0 || (!hasFiles && names(text, hasNumber))) return null
  const corrects = cuePattern('', 'correction').test(text)
  const spoken = open.map(({ target, pieces }): ReportPart => {
    const clauses = pieces.map(({ from, to }) => readClause(text.slice(from, to), today))
    return {
      target,
      claim: { ...claimOf(clauses), corrects },
      clauses,
      text: wordsOf(pieces, text, written),
    }
  })
  const parts = spoken.flatMap(distributed)
  const pointed = ({ target: { kind } }: ReportPart): boolean => kind === 'numbers' || kind === 'selection'
  if (parts.every((part) => isSaid(part) || (hasFiles && pointed(part)))) return { parts, behalf }
  // 3项完成，5项还早: beside a report whatever is said of another number is one
  const beside = parts.map((part) => (isSaid(part) || !pointed(part) || part.text === '' ? part : told(part)))
  if (!corrects && parts.some(isSaid) && beside.every(isSaid)) return { parts: beside, behalf }
  const [only] = parts
  return parts.length === 1 && only?.target.kind === 'topic' && tellsFacts(text) && !isOrder(text)
    ? { parts, behalf, faint: true }
    : null
}
