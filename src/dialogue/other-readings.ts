import type { LedgerIndex } from '../matching/ledger-index.ts'
import { unitFilter } from '../matching/query.ts'
import type { Role } from '../matching/reading.ts'
import { topicInWords } from '../replies/describe-query.ts'
import type { Question } from './question.ts'

/** Another way to read a question, in words and as a question. */
export interface OtherReading {
  label: string
  question: Question
}

/** Readings offered at a time. */
const MOST = 5
const ROLE_WORDS: Record<Role, string> = { any: '牵头或配合的都算', lead: '只看牵头的', cooperating: '只看配合的' }

/** What a question may have meant instead, the likelier first: another unit, time, role, breadth or ledger. */
export const otherReadings = (question: Question, index: LedgerIndex): OtherReading[] =>
  [
    ...otherUnits(question, index),
    ...otherTimes(question),
    ...otherRoles(question),
    ...wider(question),
    ...otherLedgers(question, index),
  ].slice(0, MOST)

const withQuery = (question: Question, query: Partial<Question['query']>): Question => ({
  ...question,
  query: { ...question.query, ...query },
})

const otherUnits = (question: Question, index: LedgerIndex): OtherReading[] => {
  const { units } = question.query
  return question.reading.units.flatMap((asked, place) =>
    asked.mention.candidates
      .filter(({ unit }) => !units.some(({ names }) => names.includes(unit)))
      .map(({ unit }) => ({
        label: `单位是${unit}`,
        question: withQuery(question, { units: units.with(place, unitFilter(asked, unit, index.directory)) }),
      })),
  )
}

const otherTimes = (question: Question): OtherReading[] =>
  question.reading.otherPeriods.map((periods) => ({
    label: `时间是${periods.map(({ from, to }) => `${from ?? '今天'}至${to ?? '以后'}`).join('、')}`,
    question: withQuery(question, { periods }),
  }))

const otherRoles = (question: Question): OtherReading[] => {
  const { units } = question.query
  const [unit] = units
  if (!unit || units.length > 1) return []
  return (['any', 'lead', 'cooperating'] as const)
    .filter((role) => role !== unit.role)
    .map((role) => ({
      label: `${unit.label}${ROLE_WORDS[role]}`,
      question: withQuery(question, { units: [{ ...unit, role }] }),
    }))
}

/** The same without its topic, or without its time, where something else still says which tasks are meant. */
const wider = (question: Question): OtherReading[] => {
  const { topic, periods, units, numbers } = question.query
  const anchored = units.length + numbers.length > 0
  return [
    ...(topic !== null && (anchored || periods.length > 0)
      ? [{ label: `不限主题“${topicInWords(topic)}”`, question: withQuery(question, { topic: null }) }]
      : []),
    ...(periods.length > 0 && (anchored || topic !== null)
      ? [{ label: '不限时间', question: withQuery(question, { periods: [] }) }]
      : []),
  ]
}

const otherLedgers = (question: Question, index: LedgerIndex): OtherReading[] =>
  index.ledgers.length < 2
    ? []
    : index.ledgers
        .filter(({ id }) => !question.query.ledgers.includes(id))
        .map(({ id, short }) => ({ label: `只看〔${short}〕`, question: withQuery(question, { ledgers: [id] }) }))
