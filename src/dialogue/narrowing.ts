import type { LedgerIndex } from '../matching/ledger-index.ts'
import { isEmptyQuery } from '../matching/query.ts'
import type { Turn } from './dialogue.ts'
import { editQuery } from './edit-query.ts'
import type { Question } from './question.ts'

/** 哪几个是医保局牵头, 哪些不是省里的. */
const OF_THEM = /^(?:哪几?[个项条件]|哪些|有?几[个项条件])(?:任务)?(?:不?是|由|归|属于)/
/** 逾期没, 都办完了吗. */
const WHETHER_ANY =
  /^(?:那|都|有没有|有|现在)*(?:逾期|过期|超期|超时|拖期|办结|销号)(?:了)?(?:的)?(?:没有?|吗|么|没)[?？。]*$/
/** 要配合的是哪个, 价格方面的有吗. */
const WHICH_OF_THEM = /的(?:又)?(?:是哪一?[个项条件]|是哪几[个项条件]|有吗|有没有|有哪[个项条件])[?？。]*$/
/** 哪些过期了, after the tasks of one unit or of one subject. */
const WHICH_ARE =
  /^(?:有)?(?:哪些|哪几[个项条件])(?:任务|项目)?(?:都|已经?)?(?:逾期|过期|超期|超时|拖期|到期|办结|完成)了?的?[?？。]*$/

/** A question that picks from the tasks just listed by a condition on them; null where it asks anew. */
export const narrowed = (fresh: Question, last: Turn, index: LedgerIndex): Question | null => {
  const { query, open, reading } = fresh
  const { text, follow } = reading
  if (last.list.length < 2 || (isEmptyQuery(query) && open.length === 0)) return null
  if (follow.thatOne) return editQuery(ledByUnit(fresh, last, index), last, last.list)
  const ofThem =
    OF_THEM.test(text) ||
    WHETHER_ANY.test(text) ||
    (WHICH_OF_THEM.test(text) && isAmong(fresh, last, index)) ||
    (WHICH_ARE.test(text) && isAboutSomebody(last))
  return ofThem ? editQuery(fresh, last, last.list) : null
}

/** Whether the list was that of a unit, a subject or a person, so that one would go on about it. */
const isAboutSomebody = ({ query }: Turn): boolean =>
  query.units.length > 0 || query.topic !== null || query.people.length > 0 || query.parts.length > 0

/** Whether any of the tasks listed has what is asked for; otherwise it is asked of them all. */
const isAmong = ({ query, open }: Question, { list }: Turn, index: LedgerIndex): boolean => {
  if (open.length > 0 || query.numbers.length > 0) return false
  const places = new Set(list.map((id) => index.placeOf(id)))
  const { topic, units } = query
  if (topic !== null && index.topics.search(topic, (place) => places.has(place)).length === 0) return false
  return units.every(({ names }) =>
    [...places].some((place) => {
      const task = index.tasks[place ?? -1]
      return task !== undefined && [...task.lead, ...task.cooperating].some((name) => names.includes(name))
    }),
  )
}

/** 人社厅那项: of several rows that a unit has, the one that it leads. */
const ledByUnit = (fresh: Question, last: Turn, index: LedgerIndex): Question => {
  const [unit, ...others] = fresh.query.units
  if (!unit || others.length > 0 || unit.role !== 'any') return fresh
  const leads = last.list.some((id) =>
    index.tasks[index.placeOf(id) ?? -1]?.lead.some((name) => unit.names.includes(name)),
  )
  return leads ? { ...fresh, query: { ...fresh.query, units: [{ ...unit, role: 'lead' }] } } : fresh
}
