import type { LedgerIndex } from '../matching/ledger-index.ts'
import { EMPTY_QUERY, isEmptyQuery, unitFilter } from '../matching/query.ts'
import type { Ask, Reading } from '../matching/reading.ts'
import type { Turn } from './dialogue.ts'
import { editQuery } from './edit-query.ts'
import { narrowed } from './narrowing.ts'
import { ofThatPerson } from './person.ts'
import { neighbourOf, othersOf, pickFromList, places } from './pick.ts'
import { freshQuestion, type Question } from './question.ts'
import { widened } from './widen.ts'

/** Words that say the question is about the whole ledger, whatever was said before. */
const WHOLE = /台账|(?:总共|一共|全部|所有|合计).*(?:任务|事项|工作)|(?:任务|事项).*(?:总共|一共|总数)/
/** 还剩几项: of what has just been listed. */
const REST = /^那?还?(?:剩|剩下|剩余|还有)下?(?:几|多少)[项条个件]?[呢了?。]*$/
/** 它还有哪些没到期的: of the unit last spoken of. */
const PRONOUN = /^那?(?:它|它们|他们|人家)/
/** 去掉…, 再把…去掉. */
const DROPS = /^(?:再|那|请)?(?:把.*)?(?:去掉|去除|剔除|刨除|不要|排除|除去|删掉|拿掉)/
/** 长期的去掉. */
const DROPS_AFTER = /(?:去掉|去除|剔除|刨除|除去|删掉|拿掉)(?:吧|了)?[。]*$/
/** 年底前的, 逾期的, 省司法厅的有吗: it names no tasks and no doing, so it cannot stand by itself. */
const FRAGMENT =
  /的(?:是|有|都有)?(?:哪些|哪[几一]?[项个条件](?:任务)?|几[个项件条]|多少[个项件条]?|吗|呢|有吗|没有|有没有)?[?？。!！~]*$/
const LONGEST_FRAGMENT = 16
/** 十月份到期的, 今年要完成的有几个: what has to be done is said, but not that tasks as such are asked for. */
const OPEN_FRAGMENT =
  /的(?:有|是|都有)?(?:哪[个项条件]|几[个项件条]|多少[个项件条]?)?(?:呢|吗|有吗|没有|有没有)?[?？。]*$/
/** 应办完的, 要完成的: asked anew. */
const STANDS_ALONE = /任务|事项|工作|[应该要须需得]/

/**
 * Completes a question by what was said before: an ellipsis edits the previous query, a selection picks from the list
 * just given, a bare 谁负责 is about what was just answered. A question that stands by itself is left alone.
 */
export const mergeWithDialogue = (
  reading: Reading,
  last: Turn | null,
  index: LedgerIndex,
  focusLedger: string | null,
): Question => {
  const fresh = freshQuestion(reading, index, focusLedger)
  if (last === null || reading.follow.reset) return ofThatPerson(fresh, null) ?? firstRows(fresh, index)
  return (
    selection(fresh, last, index) ??
    ofThatPerson(fresh, last) ??
    ofOtherUnits(fresh, last) ??
    ofThatTask(fresh, last) ??
    partOfThatTask(fresh, last, index) ??
    widened(fresh, last) ??
    editing(fresh, last, index) ??
    elliptical(fresh, last) ??
    firstRows(fresh, index)
  )
}

/** 第二个, 下一项, 4: tasks of the list just given. */
const selection = (fresh: Question, last: Turn, index: LedgerIndex): Question | null => {
  const neighbour = neighbourOf(fresh.reading, last, index)
  const picked =
    neighbour === null ? (pickFromList(fresh.reading, last, index) ?? othersOf(fresh.reading, last)) : [neighbour]
  return picked === null ? null : about(fresh, picked, 'detail')
}

/** 还有别的单位吗, after who leads a task: who else takes part in it. */
const OTHER_UNITS =
  /^那?(?:还有)?(?:其他|其它|别的|另外的?)(?:的)?(?:责任|参与|配合)?(?:单位|部门)(?:都?(?:是|有)?(?:谁|哪些|哪几[个家]))?(?:呢|吗|没有?|有吗)?[?？。]*$/
const ofOtherUnits = (fresh: Question, last: Turn): Question | null =>
  OTHER_UNITS.test(fresh.reading.text) && last.about.length === 1 && last.query.units.length === 0
    ? { ...about(fresh, last.about, 'who'), asks: new Set(['who']), whoRole: 'cooperating' }
    : null

/** 是市医保局牵头吗, 逾期了吗: of the one task just spoken of. */
const ofThatTask = (fresh: Question, last: Turn): Question | null => {
  const { query, open, whether } = fresh
  const { units, periods, statuses, ...subject } = query
  if (
    (whether !== 'fact' && whether !== 'either') ||
    last.about.length !== 1 ||
    // 发改局还有别的任务吗
    /还有|别的|其他|其它/.test(fresh.reading.text) ||
    !isEmptyQuery({ ...EMPTY_QUERY, ...subject })
  )
    return null
  if (units.length + open.length + periods.length + statuses.length === 0) return null
  return { ...fresh, query: { ...query, within: last.about, ledgers: [] }, followsUp: true }
}

/** 整治什么时候完成, of a task that says so: words that tell little alone ask about the one task last spoken of. */
const partOfThatTask = (fresh: Question, last: Turn, index: LedgerIndex): Question | null => {
  const { topic } = fresh.query
  const [id] = last.about
  const task = id === undefined || last.about.length > 1 ? undefined : index.tasks[index.placeOf(id) ?? -1]
  const asks = (['when', 'who', 'quantity', 'detail', 'progress', 'contact'] as const).some((ask) =>
    fresh.asks.has(ask),
  )
  if (!task || !topic || !asks || !isEmptyQuery({ ...fresh.query, topic: null, ledgers: [] })) return null
  const said = topic.words.every(({ text, slight }) => slight && `${task.content}${task.timing}`.includes(text))
  return said ? about(fresh, last.about, 'detail') : null
}

/** 其中…, 换成…, 那…呢, 去掉…, 年底前的: the last query with something changed. */
const editing = (fresh: Question, last: Turn, index: LedgerIndex): Question | null => {
  const { follow, topic, role } = fresh.reading
  const unit = follow.ellipsis && last.query.topic === null ? unitCalled(fresh, last, index) : null
  if (unit !== null) return editQuery(unit, last)
  const { reading } = fresh
  const filters = !isEmptyQuery(fresh.query) || fresh.open.length > 0
  const says = filters || role !== null
  if (REST.test(reading.text) && last.list.length > 0) return about(fresh, last.list, 'count')
  const drops = DROPS.test(reading.text) || DROPS_AFTER.test(reading.text)
  if (drops && topic !== null) {
    const dropped = new Set(index.topics.search(topic).map((hit) => index.tasks[hit.place]?.id))
    const rest = last.list.filter((id) => !dropped.has(id))
    return about({ ...fresh, asks: new Set() }, rest, 'list')
  }
  if (drops && [...reading.statuses, ...reading.units].some(({ negated }) => negated))
    return editQuery(fresh, last, last.list)
  if (drops && role !== null && !filters) {
    const left = role === 'lead' ? 'cooperating' : 'lead'
    return editQuery({ ...fresh, reading: { ...reading, role: left, roleNegated: false } }, last)
  }
  const picked = narrowed(fresh, last, index)
  if (picked !== null) return picked
  const [answered, ...others] = last.units
  if (filters && PRONOUN.test(reading.text) && last.query.units.length === 0 && answered && others.length === 0)
    return ofUnit(fresh, answered, index)
  if (follow.narrow && says) return editQuery(fresh, last, last.list)
  if (says && (follow.replace || follow.correct || follow.ellipsis)) return editQuery(fresh, last)
  if (filters && PRONOUN.test(reading.text) && last.query.units.length > 0) return editQuery(fresh, last)
  // 今年到期的有几项, after one task by its number, is none of that task's
  const ofOne = last.query.numbers.length > 0 && last.about.length === 1
  if (filters) return isFragment(reading) && !ofOne ? editQuery(fresh, last) : null
  return role !== null && !WHOLE.test(reading.text) ? editQuery(fresh, last) : null
}

/** 他们还有哪些没到期的, after the unit that leads: of that unit. */
const ofUnit = (fresh: Question, unit: string, index: LedgerIndex): Question => {
  const mention = { span: [0, 0] as [number, number], text: unit, candidates: [] }
  const named = unitFilter({ mention, role: 'any', negated: false }, unit, index.directory)
  return { ...fresh, query: { ...fresh.query, units: [named] }, followsUp: true }
}

/** 那财政呢 after a question on a unit: a word that is a subject elsewhere names the next unit. */
const unitCalled = (fresh: Question, last: Turn, index: LedgerIndex): Question | null => {
  const [word, ...others] = fresh.reading.topic?.words ?? []
  if (!word || others.length > 0 || last.query.units.length === 0 || fresh.query.units.length > 0) return null
  const sure = index.directory.resolve(word.text).filter(({ kind }) => kind !== 'sound' && kind !== 'spelling')
  // 北苑呢, after 松桥街道: the place alone
  const ofPlace = sure.length > 0 ? [] : index.directory.units.filter((unit) => unit.startsWith(word.text))
  const [only] = sure.length > 0 ? sure : ofPlace.map((unit) => ({ unit, kind: 'alias' as const, score: 0.9 }))
  if (!only || sure.length + ofPlace.length > 1) return null
  const mention = { span: [0, word.text.length] as [number, number], text: word.text, candidates: sure }
  const named = unitFilter({ mention, role: 'any', negated: false }, only.unit, index.directory)
  return { ...fresh, query: { ...fresh.query, topic: null, units: [named], unitsJoin: 'any' } }
}

/** 谁负责, 什么时候到期, 这项呢: what is asked is new, the tasks are those just spoken of. */
const elliptical = (fresh: Question, last: Turn): Question | null => {
  const { reading, query, open } = fresh
  const asks = last.about.length === 1 && MADE.test(reading.text) ? new Set<Ask>(['quantity']) : fresh.asks
  if (asks !== fresh.asks && isEmptyQuery(query) && open.length === 0)
    return about({ ...fresh, asks }, last.about, 'detail')
  // 本月哪天报: of the task spoken of, not of all that are due this month
  const dated = asks.has('when') && last.about.length === 1
  const target = isEmptyQuery(dated ? { ...query, periods: [] } : query)
  if (!target || open.length > 0 || WHOLE.test(reading.text)) return null
  if (reading.follow.narrow) return about(fresh, last.list, 'list')
  // 各单位完成情况: of all of them
  if (!reading.follow.focus && (asks.has('overview') || !ABOUT_TASKS.some((ask) => asks.has(ask)))) return null
  const spokenOf = last.about.length > 0 ? last.about : last.list
  return spokenOf.length === 0 ? null : about(fresh, spokenOf, 'detail')
}

/** 要建多少个, of one task: not how many tasks. */
const MADE =
  /(?:[建改修装增拆办设配查访])(?:成|设|造|好|了)?(?:多少|几)(?:个|项|件|条)|(?:整治|完成|改造|培训|检查|打造|培育|新增|覆盖|处置|化解|培养|发放|帮扶|评估|创建)(?:了)?(?:多少|几)/

const ABOUT_TASKS: readonly Ask[] = [
  'who',
  'when',
  'days-left',
  'contact',
  'detail',
  'quantity',
  'progress',
  'count',
  'which',
  'why',
  'list',
  'nearest',
  'furthest',
]

/** 前五项 before anything was listed: the ledger's own first rows. */
const firstRows = (question: Question, index: LedgerIndex): Question => {
  const wanted = question.reading.selection
  if (!wanted || wanted.relative) return question
  const ledger = question.query.ledgers[0] ?? (index.ledgers.length === 1 ? index.ledgers[0]?.id : undefined)
  if (ledger === undefined) return question
  const rows = index.tasks.filter((task) => task.ledgerId === ledger).map((task) => task.id)
  return about(question, places(wanted, rows), 'list')
}

/** A question about certain tasks and nothing else; `otherwise` is what is asked where the message does not say. */
const about = (question: Question, ids: readonly string[], otherwise: Ask): Question => ({
  ...question,
  asks: question.asks.size > 0 ? question.asks : new Set([otherwise]),
  query: { ...question.query, numbers: [], within: ids, topic: null, ledgers: [], statuses: [], periods: [] },
  followsUp: true,
})

const isFragment = ({ text, topic, numbers, units, periods, statuses, complete }: Reading): boolean => {
  const kinds = [units.length, periods.length + statuses.length].filter((count) => count > 0).length
  const bare = topic === null && numbers.length === 0 && kinds === 1
  const open = !complete || (OPEN_FRAGMENT.test(text) && !STANDS_ALONE.test(text) && !WHOLE.test(text))
  return bare && open && text.length <= LONGEST_FRAGMENT && FRAGMENT.test(text)
}
