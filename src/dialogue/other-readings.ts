import type { LedgerIndex } from '../matching/ledger-index.ts'
import { EMPTY_QUERY, unitFilter } from '../matching/query.ts'
import type { Period, Role } from '../matching/reading.ts'
import { topicInWords } from '../replies/describe-query.ts'
import { taskTitle } from '../replies/task-title.ts'
import type { Turn } from './dialogue.ts'
import type { Question } from './question.ts'

/** Another way to read a question, in words and as a question. */
export interface OtherReading {
  label: string
  question: Question
}

/** Readings offered at a time. */
const MOST = 5
const ROLE_WORDS: Record<Role, string> = { any: '牵头或配合的都算', lead: '只看牵头的', cooperating: '只看配合的' }

/** What a question may have meant instead, the likelier first: another unit, time, role, task, breadth or ledger. */
export const otherReadings = (
  { question, about }: Pick<Turn, 'question' | 'about'>,
  index: LedgerIndex,
): OtherReading[] =>
  [
    ...otherUnits(question, index),
    ...otherTimes(question),
    ...otherWho(question),
    ...otherRoles(question),
    ...otherTasks(question, index, about),
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
  [...question.reading.otherPeriods, ...monthAlone(question)].map((periods) => ({
    label: `时间是${periods.map(({ from, to }) => `${from ?? '今天'}至${to ?? '以后'}`).join('、')}`,
    question: withQuery(question, { periods }),
  }))

/** 三月底前 may mean what is due in March. */
const monthAlone = ({ query: { periods } }: Question): Period[][] => {
  const [only, ...others] = periods
  return only?.to && only.from === null && others.length === 0 ? [[{ ...only, from: `${only.to.slice(0, 8)}01` }]] : []
}

const WHO_WORDS: Record<Role, string> = {
  any: '问的是牵头和配合单位',
  lead: '问的是牵头单位',
  cooperating: '问的是配合单位',
}
/** A row shows its lead and its cooperating units alike, but what was asked for is one of them. */
const otherWho = (question: Question): OtherReading[] =>
  question.asks.has('who')
    ? (['lead', 'cooperating'] as const)
        .filter((role) => role !== question.whoRole)
        .map((whoRole) => ({ label: WHO_WORDS[whoRole], question: { ...question, whoRole } }))
    : []

/** Tasks that a topic may mean as well. */
const otherTasks = (question: Question, index: LedgerIndex, about: readonly string[]): OtherReading[] => {
  const { topic } = question.query
  if (topic === null) return []
  return index.topics
    .search(topic)
    .flatMap(({ place }) => index.tasks[place] ?? [])
    .filter(({ id }) => !about.includes(id))
    .slice(0, MOST_TASKS)
    .map((task) => ({
      label: `${/^\d+$/.test(task.no) ? `第${task.no}项` : task.no} ${taskTitle(task, [], 18)}`,
      question: { ...question, query: { ...EMPTY_QUERY, within: [task.id] }, followsUp: true },
    }))
}
const MOST_TASKS = 3

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
