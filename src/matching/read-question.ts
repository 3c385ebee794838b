import { readTimes } from '../dates/index.ts'
import type { Day } from '../domain/index.ts'
import { normalise } from '../text/normalise.ts'
import { applySayings } from '../text/sayings.ts'
import { dropDenied, joinOf, saysSomethingElse, unitsOfTopic } from './asked-units.ts'
import { readAsks } from './asks.ts'
import { readFollowUp, readTeaching, TEACHES, WRONG } from './follow-up.ts'
import { Coverage, findCues, type Item, isCue } from './items.ts'
import { findLedgerMentions } from './ledger-mentions.ts'
import { findLongOverdue } from './long-overdue.ts'
import { findNames, findTitled } from './names.ts'
import { findNumbers } from './number-reference.ts'
import { findParts } from './parts.ts'
import { eventOf, periodOf, readPeriods, readStatuses } from './periods.ts'
import { findPhrases } from './phrases.ts'
import type { Reading } from './reading.ts'
import { bindRoles } from './roles.ts'
import { findSelection } from './selection.ts'
import { asksForHelp, readSmallTalk } from './small-talk.ts'
import { readTopic } from './topic-words.ts'
import { findUnitCounts, onlyCounts } from './unit-counts.ts'
import { spellOutTimes } from './vague-times.ts'
import type { Vocabulary } from './vocabulary.ts'
import { readWhether, spellOutChoice } from './whether.ts'

/** Questions that look back: dates without a year are then the last ones, not the next. */
const LOOKS_BACK = /过去|逾期|过期|超期|拖期|完成了|办结了|交了|上个?(?:周|月|季度|半年|年)|去年|前年|昨天|前天/

/** 还有11天到期 asks for what falls due within them. */
const COUNTDOWN = /还有([\d一二三四五六七八九十两半]+个?(?:天|周|星期|礼拜|月))(?=就?要?(?:到期|截止|期满|到时限))/g
const countdown = (text: string): string => (text.includes('还有') ? text.replace(COUNTDOWN, '$1内') : text)

/** 都有哪些部门 asks for everybody, 哪个部门 for the one that leads. */
const SEVERAL = /哪些(?:部门|单位|人)|哪几[个家]|都有谁/

const SO = /^那(?![些几里边个项条一曲坡么])/

/** 市医保局和市财政局谁牵头的多: how many each has. */
const COMPARES = /(?:谁|哪一?[个家边])(?!些)[^,，。?]{0,8}(?:更|比较)?(?:多|少)(?:些|一些|一点)?[?？。]*$/

/** 那两项, 这几件 */
const SEVERAL_TASKS = /[这那][两三四五六七八九十几]\s?[项条个件]/

/** It speaks of tasks as such, or says that something has to be done (该办完的). */
const COMPLETE = /任务|事项|工作|举措|台账|(?:该|要|应|须|需)[^,，。]{0,2}(?:完|成|交|报|结)/

/** 下个月石桥区…: the 月 before a place is none of its name. As long as the text. */
const withoutTimes = (text: string, items: readonly Item[]): string => {
  let rest = text
  for (const { kind, from, to } of items)
    if (kind === 'time') rest = rest.slice(0, from) + ','.repeat(to - from) + rest.slice(to)
  return rest
}

/** Reads one message by itself. Pure: the dialogue comes later. */
export const readQuestion = (message: string, vocabulary: Vocabulary, now: Day): Reading => {
  const written = normalise(message)
  // what is taught is read as it was said
  const teaches = TEACHES.test(written)
  const said = teaches ? written : applySayings(written, vocabulary.sayings)
  const looks = LOOKS_BACK.test(said) ? 'back' : 'ahead'
  const text = teaches ? said : spellOutChoice(countdown(looks === 'ahead' ? spellOutTimes(said) : said))
  const coverage = new Coverage(text)
  const items: Item[] = []
  const add = (item: Item): void => {
    items.push(item)
    coverage.take(item.from, item.to)
    if (item.kind !== 'cue' || !isCue(item, 'filler')) coverage.anchor(item.from)
  }

  const phrases = findPhrases(text)
  for (const cue of phrases) add({ kind: 'cue', cue, from: cue.from, to: cue.to })
  const long = findLongOverdue(text, now)
  if (long !== null) add({ kind: 'stretch', from: long.from, to: long.to })
  const mentions = findLedgerMentions(text, vocabulary.ledgers)
  // 2019年任务分工: the year is part of the name
  const inName = (from: number, to: number): boolean =>
    mentions.some((name) => name.from <= from && to <= name.to && name.to - name.from > to - from)
  const times = readTimes(text, { now, purpose: 'question', looks })
  for (const milestone of times.milestones) {
    const [from, to] = milestone.span
    if (inName(from, to)) continue
    if (long !== null && from < long.to && long.from < to) continue
    if (!phrases.some((cue) => cue.from < to && from < cue.to)) add({ kind: 'time', milestone, from, to })
  }
  const ledgers = mentions.filter(({ from, to }) => {
    const free = coverage.isFree(from, to)
    if (free) add({ kind: 'ledger', from, to })
    return free
  })
  const people = findNames(text, vocabulary.people)
  for (const mention of vocabulary.directory.find(withoutTimes(text, items))) {
    const [from, to] = mention.span
    // 治安大队 may be an office in which somebody sits
    const office = people.some((name) => name.from < to && from < name.to)
    const unknown = mention.candidates.length === 0 && (office || saysSomethingElse(text, from, to, vocabulary.lexicon))
    if (unknown || !coverage.isFree(from, to)) continue
    add({ kind: 'unit', mention, from, to })
    // 除…外: the 外 belongs to 除
    if (text[to] === '外' && /除了?[^,，。]*$/.test(text.slice(0, from))) coverage.take(to, to + 1)
  }
  const named = items.some(({ kind }) => kind === 'unit')
  const unitCounts = findUnitCounts(text, named).filter(({ from, to }) => coverage.isFree(from, to))
  for (const { from, to } of unitCounts) add({ kind: 'unit-count', from, to })
  const parts = findParts(text).filter(({ from, to }) => coverage.isFree(from, to))
  for (const { from, to } of parts) add({ kind: 'number', from, to })
  const selection = findSelection(text, (i) => coverage.has(i))
  if (selection) add({ kind: 'selection', from: selection.span[0], to: selection.span[1] })
  const numbers = findNumbers(text, (i) => coverage.has(i))
  for (const { span } of numbers) if (coverage.isFree(...span)) add({ kind: 'number', from: span[0], to: span[1] })
  const found = people.filter((name) => coverage.isFree(name.from, name.to))
  for (const person of found) add({ kind: 'person', from: person.from, to: person.to })
  const titled = found.length > 0 ? null : findTitled(text, vocabulary.people)
  const addressed = titled !== null && coverage.isFree(titled.from, titled.to) ? titled : null
  if (addressed !== null) add({ kind: 'person', from: addressed.from, to: addressed.to })

  for (const cue of findCues(coverage, vocabulary.lexicon)) add({ kind: 'cue', cue, from: cue.from, to: cue.to })
  items.sort((a, b) => a.from - b.from)

  // 那密评呢: no part of the word after it
  if (SO.test(text) && !coverage.has(0)) coverage.take(0, 1)
  const roles = bindRoles(items, text)
  const { asks, contactRoles } = readAsks(items, roles.whoRole, text)
  const compares = COMPARES.test(text) && roles.units.filter(({ negated }) => !negated).length > 1
  if (compares) {
    for (const ask of ['who', 'overview', 'which'] as const) asks.delete(ask)
    asks.add('count')
  }
  if (WRONG.test(text)) asks.add('wrong')
  const aside = asksForHelp(text) ? 'help' : readSmallTalk(items, text)
  if (aside !== null) {
    asks.clear()
    asks.add(aside)
  }
  // 周某是谁
  if (found.length > 0 && asks.has('who') && roles.units.length === 0) asks.add('contact')
  const teaching = readTeaching(text)
  if (teaching !== null) asks.add('teach')
  const periods = long === null ? readPeriods(items, text) : [...readPeriods(items, text), long.period]
  const several = SEVERAL_TASKS.test(text)
  const cues = items.filter((item) => item.kind === 'cue')
  const follow = readFollowUp(items, text)
  const meant = follow.correct ? dropDenied(roles.units) : roles.units
  const units = compares
    ? meant.map((unit) => ({ ...unit, role: unit.role === 'any' ? (roles.whoRole ?? 'any') : unit.role }))
    : meant
  const topic = aside === null ? readTopic(coverage, vocabulary) : null
  const topicUnits = topic === null ? [] : unitsOfTopic(topic, text, vocabulary.directory)
  const topicRole = roles.role ?? (topicUnits.length > 1 ? roles.whoRole : null) ?? 'any'
  return {
    text,
    said,
    asks,
    whether: readWhether(text),
    whoRole: roles.whoRole ?? (SEVERAL.test(text) ? 'any' : 'lead'),
    roleAsked: roles.whoRole !== null,
    contactRoles,
    units: [...units, ...topicUnits.map((mention) => ({ mention, role: topicRole, negated: false }))],
    unitsJoin: compares ? 'any' : joinOf(items, roles.units),
    role: topicUnits.length === 0 ? roles.role : null,
    roleNegated: roles.roleNegated,
    ownUnit: cues.some((item) => isCue(item, 'own-unit')),
    unitCounts: [...unitCounts.map(({ count }) => count), ...onlyCounts(text, units)],
    parts: parts.flatMap(({ numbers }) => numbers),
    periods,
    otherPeriods: times.alternatives.map((milestones) => milestones.map(periodOf(text))),
    // 每年几月公布, 几月办结, 每月补助多少: part of what is asked, no filter
    statuses: readStatuses(items, text, periods, now).filter(({ status }) => {
      if (status === 'recurring') return several || !(asks.has('when') || asks.has('quantity'))
      return status !== 'done' || !asks.has('when')
    }),
    numbers,
    selection,
    people: addressed?.ids.length === 1 ? addressed.ids : found.map((person) => person.id),
    titled: addressed !== null && addressed.ids.length > 1 ? addressed.ids : [],
    ledgers: ledgers.flatMap((ledger) => (ledger.ids.length === 1 ? ledger.ids : [])),
    topic: topicUnits.length === 0 ? topic : null,
    several,
    complete:
      unitCounts.length > 0 ||
      items.some((item) =>
        isCue(item, 'due-verb', 'all-tasks', 'role-lead', 'role-cooperating', 'role-any', 'not-overdue'),
      ) ||
      COMPLETE.test(text),
    follow,
    teaching,
    event: eventOf(text, topic),
    problems: times.problems.map((problem) => problem.message),
    shape: shapeOf(text, items),
  }
}

const PLACEHOLDER: Partial<Record<Item['kind'], string>> = {
  unit: '单',
  time: '期',
  number: '号',
  selection: '序',
  person: '人',
  ledger: '账',
}

const shapeOf = (text: string, items: readonly Item[]): string => {
  let shape = ''
  let at = 0
  for (const item of items) {
    shape += text.slice(at, item.from) + (PLACEHOLDER[item.kind] ?? text.slice(item.from, item.to))
    at = item.to
  }
  return shape + text.slice(at)
}
