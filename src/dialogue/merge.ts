import type { LedgerIndex } from '../matching/ledger-index.ts'
import { isEmptyQuery, type Query } from '../matching/query.ts'
import type { Ask, Reading, Selection } from '../matching/reading.ts'
import { printedNumbers } from '../replies/printed-numbers.ts'
import type { Turn } from './dialogue.ts'
import { freshQuestion, type Question } from './question.ts'

/** Words that say the question is about the whole ledger, whatever was said before. */
const WHOLE = /台账|(?:总共|一共|全部|所有|合计).*(?:任务|事项|工作)|(?:任务|事项).*(?:总共|一共|总数)/

/** 还剩几项: of what has just been listed. */
const REST = /^(?:那)?(?:还)?(?:剩|剩下|剩余|还有)(?:下)?(?:几|多少)[项条个件]?[呢了?。]*$/

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
  if (last === null || reading.follow.reset) return withoutDialogue(fresh, index)
  const neighbour = stepFrom(reading, last, index)
  if (neighbour !== null) return about(fresh, [neighbour], ['detail'])
  const picked = pick(reading, last, index)
  if (picked !== null) return about(fresh, picked, ['detail'])

  const { follow } = reading
  if (REST.test(reading.text) && fresh.asks.has('count') && last.list.length > 0)
    return about(fresh, last.list, ['count'])
  const own = !isEmptyQuery(fresh.query) || fresh.open.length > 0
  const role = reading.role !== null
  if (follow.narrow && (own || role)) return edit(fresh, last, { within: last.list })
  if (follow.replace || follow.correct || (follow.ellipsis && (own || role))) return edit(fresh, last, {})
  if (dropsSomething(reading)) {
    const { topic } = reading
    if (topic === null) return edit(fresh, last, { within: last.list })
    const dropped = new Set(index.topics.search(topic).map((hit) => index.tasks[hit.place]?.id))
    return about(
      fresh,
      last.list.filter((id) => !dropped.has(id)),
      ['list'],
    )
  }
  if (own) return isFragment(reading) ? edit(fresh, last, {}) : fresh
  if (role && !WHOLE.test(reading.text)) return edit(fresh, last, {})
  if (WHOLE.test(reading.text)) return fresh
  if (follow.narrow) return about(fresh, last.list, ['list'])
  if (asksAboutTasks(fresh.asks) || follow.focus) {
    const target = last.about.length > 0 ? last.about : last.list
    return about(fresh, follow.focus && last.about.length !== 1 ? last.about : target, ['detail'])
  }
  return fresh
}

/** 下一项, 上一项: the row next to the one task last spoken of. */
const stepFrom = (reading: Reading, last: Turn, index: LedgerIndex): string | null => {
  const { step } = reading.follow
  const [id] = last.about
  const place = id === undefined || last.about.length !== 1 ? undefined : index.placeOf(id)
  if (step === 0 || place === undefined) return null
  const [here, there] = [index.tasks[place], index.tasks[place + step]]
  return there && there.ledgerId === here?.ledgerId ? there.id : null
}

/** Places in a list that was never given mean the ledger's own first rows. */
const withoutDialogue = (question: Question, index: LedgerIndex): Question => {
  const { selection } = question.reading
  if (!selection) return question
  const ledger = question.query.ledgers[0] ?? (index.ledgers.length === 1 ? index.ledgers[0]?.id : undefined)
  if (ledger === undefined) return question
  const rows = index.tasks.filter((task) => task.ledgerId === ledger).map((task) => task.id)
  return about(question, choose(selection, rows), ['list'])
}

const choose = (selection: Selection, list: readonly string[]): string[] => {
  if (selection.first !== undefined) {
    return selection.first > 0 ? list.slice(0, selection.first) : list.slice(selection.first)
  }
  return selection.places.flatMap((place) => list.at(place > 0 ? place - 1 : place) ?? [])
}

/** What 第二个 or a bare 4 means in the list just given; null where it means nothing there. */
const pick = (reading: Reading, last: Turn, index: LedgerIndex): string[] | null => {
  if (reading.selection && last.list.length > 0) return choose(reading.selection, last.list)
  const [number] = reading.numbers
  if (!number?.bare || last.list.length === 0) return null
  const printed = printedNumbers(last.list, index)
  const id = last.list.find((task) => printed.get(task) === String(number.parts[0]))
  // 第14项…, 15呢: the number goes on in the ledger
  return id !== undefined && last.query.numbers.length === 0 ? [id] : null
}

const about = (question: Question, ids: readonly string[], asks: readonly Ask[]): Question => ({
  ...question,
  asks: question.asks.size > 0 ? question.asks : new Set(asks),
  query: { ...question.query, numbers: [], within: ids, topic: null, ledgers: [] },
  followsUp: true,
})

/** 去掉持续推进的, 不要逾期的. */
const dropsSomething = (reading: Reading): boolean =>
  reading.statuses.some((status) => status.negated) &&
  /^(?:去掉|去除|剔除|刨除|不要|排除|除去|删掉|拿掉|把)/.test(reading.text)

/** 年底前的, 逾期的, 省司法厅的有吗: it names no tasks and no doing, so it goes on from the last question. */
const FRAGMENT = /的(?:是|有|都有)?(?:哪些|哪几[项个条件]|吗|呢|没有)?[?？。!！~]*$/
const isFragment = ({ text, topic, numbers, complete }: Reading): boolean =>
  !complete && text.length <= 16 && FRAGMENT.test(text) && topic === null && numbers.length === 0

const asksAboutTasks = (asks: ReadonlySet<Ask>): boolean =>
  (
    [
      'who',
      'when',
      'days-left',
      'contact',
      'detail',
      'progress',
      'count',
      'which',
      'why',
      'list',
      'nearest',
      'furthest',
    ] as const
  ).some((ask) => asks.has(ask))

/** The last query with what is new put in the place of its like. */
const edit = (fresh: Question, last: Turn, limits: Partial<Query>): Question => {
  const { reading, query } = fresh
  const previous = last.query
  const newUnits = query.units.length > 0 || fresh.open.length > 0
  const newTime = query.periods.length > 0 || query.statuses.length > 0
  const narrowing = limits.within !== undefined
  const role = reading.role
  const units = newUnits
    ? // 那市教委呢 after 市医保局牵头的: the role is kept
      query.units.map((unit) => ({ ...unit, role: unit.role === 'any' && !narrowing ? keptRole(previous) : unit.role }))
    : role === null
      ? previous.units
      : previous.units.map((unit) => ({ ...unit, role, negated: reading.roleNegated ? !unit.negated : unit.negated }))
  const merged: Query = {
    units: narrowing && newUnits ? [...previous.units, ...units] : units,
    unitsJoin: narrowing && newUnits ? 'all' : newUnits ? query.unitsJoin : previous.unitsJoin,
    periods: newTime && !narrowing ? query.periods : query.periods.length > 0 ? query.periods : previous.periods,
    statuses: narrowing ? [...previous.statuses, ...query.statuses] : newTime ? query.statuses : previous.statuses,
    numbers: query.numbers.length > 0 ? query.numbers : newUnits && !narrowing ? [] : previous.numbers,
    topic: query.topic ?? (query.numbers.length > 0 ? null : previous.topic),
    people: query.people.length > 0 ? query.people : previous.people,
    ledgers: query.ledgers.length > 0 ? query.ledgers : previous.ledgers,
    within: limits.within ?? (isEmptyQuery(query) && !newUnits ? previous.within : null),
  }
  const keepsAsk =
    fresh.asks.size === 0 || (fresh.asks.size === 1 && fresh.asks.has('detail') && reading.follow.correct)
  return {
    ...fresh,
    asks: keepsAsk ? last.question.asks : fresh.asks,
    whoRole: keepsAsk ? last.question.whoRole : fresh.whoRole,
    contactRoles: keepsAsk ? last.question.contactRoles : fresh.contactRoles,
    query:
      query.numbers.length > 0
        ? { ...merged, units: query.units, periods: query.periods, statuses: query.statuses }
        : merged,
    followsUp: true,
  }
}

const keptRole = (previous: Query): 'any' | 'lead' | 'cooperating' => {
  const roles = new Set(previous.units.map((unit) => unit.role))
  const [only] = roles
  return roles.size === 1 && only !== undefined ? only : 'any'
}
