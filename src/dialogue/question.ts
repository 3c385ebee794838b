import type { LedgerIndex } from '../matching/ledger-index.ts'
import { EMPTY_QUERY, isEmptyQuery, type Query, unitFilter } from '../matching/query.ts'
import type { Ask, AskedUnit, Reading, Role, TopicWords, Whether } from '../matching/reading.ts'
import { settleTopic } from '../matching/settle-topic.ts'

/** What is asked, of which tasks: a reading completed by the dialogue. */
export interface Question {
  asks: ReadonlySet<Ask>
  /** Whether it asks for a yes or a no. */
  whether: Whether | null
  whoRole: Role
  contactRoles: readonly string[]
  query: Query
  /** Unit mentions whose meaning is not settled yet. */
  open: readonly AskedUnit[]
  /** The people of whom 他 is one; null where nobody is spoken of so. */
  openPeople: readonly string[] | null
  reading: Reading
  /** It goes on from what was said before. */
  followsUp: boolean
}

/** The unit a mention means, or why it cannot be said. */
export type Settled =
  | { kind: 'unit'; unit: string }
  | { kind: 'several'; units: string[] }
  | { kind: 'unknown'; name: string }

/** A guess by sound or spelling is taken only from here on; below, the bot asks. */
const SURE_GUESS = 0.8
/** Two guesses closer than this are both offered. */
const MARGIN = 0.1

/** Decides what a unit mention means among the units of the ledgers that are asked about. */
export const settleUnit = (asked: AskedUnit, index: LedgerIndex, ledgers: readonly string[]): Settled => {
  const { candidates, text } = asked.mention
  const here =
    ledgers.length === 0 ? candidates : candidates.filter(({ unit }) => ledgers.some((id) => index.hasUnit(id, unit)))
  const usable = here.length > 0 ? here : candidates
  const [best] = usable
  if (!best) return { kind: 'unknown', name: text }
  const rivals = usable.filter((other) => best.score - other.score < MARGIN)
  const bodies = new Set(rivals.map((rival) => [...index.directory.sameBody(rival.unit)].sort().join()))
  const guess = best.kind === 'sound' || best.kind === 'spelling'
  if (bodies.size > 1 || (guess && best.score < SURE_GUESS))
    return { kind: 'several', units: rivals.map((r) => r.unit) }
  return { kind: 'unit', unit: best.unit }
}

/** 免证办, 掌上办: ends like an office, and may be what the ledgers speak of. */
const LIKE_OFFICE = /^[^省市县区州旗国]{1,5}办$/

const LONGEST_BEFORE = 4

/**
 * What an unknown name is, where it is no body but a subject of the ledgers: with the words before it (药事管理委员会), or by
 * itself (免证办). Null where the ledgers do not have it.
 */
const subjectIn = (text: string, { mention }: AskedUnit, { topics }: LedgerIndex): string | null => {
  const [from, to] = mention.span
  for (let at = Math.max(0, from - LONGEST_BEFORE); at < from; at++) {
    const longer = text.slice(at, to)
    if (!/^[省市县区州旗国]/.test(longer) && /^\p{Script=Han}+$/u.test(longer) && topics.share(longer) > 0)
      return longer
  }
  // 专利纠纷办多少件: a verb
  if (
    /办$/.test(mention.text) &&
    /^(?:多少|几|得|好|完|理)/.test(text.slice(to)) &&
    !/^[省市县区州旗国]/.test(mention.text)
  )
    return mention.text.slice(0, -1)
  return LIKE_OFFICE.test(mention.text) && topics.share(mention.text) > 0 ? mention.text : null
}

/** A topic with names that turned out to be none of a body. */
const withCalled = (topic: TopicWords | null, called: readonly string[]): TopicWords | null =>
  called.length === 0
    ? topic
    : {
        text: [...called, ...(topic === null ? [] : [topic.text])].join(' '),
        words: [...called.map((text) => ({ text, slight: false })), ...(topic?.words ?? [])],
      }

/** The query that a reading states by itself; mentions that cannot be settled are handed back. */
export const queryOf = (
  reading: Reading,
  index: LedgerIndex,
  focusLedger: string | null,
): { query: Query; open: AskedUnit[] } => {
  const ledgers = reading.ledgers.length > 0 ? [...new Set(reading.ledgers)] : focusLedger === null ? [] : [focusLedger]
  const open: AskedUnit[] = []
  const called: string[] = []
  const units = reading.units.flatMap((asked) => {
    const settled = settleUnit(asked, index, ledgers)
    if (settled.kind === 'unit') return [unitFilter(asked, settled.unit, index.directory)]
    // 第3项是市公安局牵头吗, of a body that no row has: it is not
    if (settled.kind === 'unknown' && reading.whether === 'fact' && reading.numbers.length > 0)
      return [{ names: [], label: settled.name, role: asked.role, negated: asked.negated }]
    const name = settled.kind === 'unknown' ? subjectIn(reading.text, asked, index) : null
    if (name !== null) {
      called.push(name)
      return []
    }
    open.push(asked)
    return []
  })
  const query: Query = {
    ...EMPTY_QUERY,
    units,
    unitsJoin: reading.unitsJoin,
    unitCounts: reading.unitCounts,
    parts: reading.parts,
    periods: reading.periods,
    statuses: reading.statuses,
    numbers: reading.numbers.filter(
      (n) => !n.weak || ((asksOfOne(reading) || reading.follow.correct) && reading.numbers.every(({ weak }) => weak)),
    ),
    topic: null,
    people: reading.people,
    ledgers,
  }
  const wholesale = (['count', 'overview', 'nearest', 'furthest'] as const).some((ask) => reading.asks.has(ask))
  const otherwise =
    !isEmptyQuery(query) ||
    open.length > 0 ||
    reading.role !== null ||
    wholesale ||
    reading.follow.focus ||
    reading.follow.narrow
  const topic = withCalled(reading.topic, called)
  return { query: { ...query, topic: settleTopic(topic, index, otherwise) }, open }
}

/** Whether a question is about one task rather than a number of them: 11项 is then a number, not an amount. */
const asksOfOne = ({ asks }: Reading): boolean =>
  (['who', 'when', 'contact', 'detail', 'progress', 'days-left', 'why'] as const).some((ask) => asks.has(ask))

/** A question as it stands, without any dialogue. */
export const freshQuestion = (reading: Reading, index: LedgerIndex, focusLedger: string | null): Question => {
  const { query, open } = queryOf(reading, index, focusLedger)
  return {
    asks: reading.asks,
    whether: reading.whether,
    whoRole: reading.whoRole,
    contactRoles: reading.contactRoles,
    query,
    open,
    openPeople: reading.titled.length > 0 ? reading.titled : null,
    reading,
    followsUp: false,
  }
}

/** Whether a question says anything about which tasks are meant. */
export const hasTarget = (question: Question): boolean => !isEmptyQuery(question.query) || question.open.length > 0
