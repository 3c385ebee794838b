import { readTimes } from '../dates/index.ts'
import type { Day } from '../domain/index.ts'
import { normalise } from '../text/normalise.ts'
import { applySayings } from '../text/sayings.ts'
import type { UnitDirectory, UnitMention } from '../units/directory.ts'
import { readAsks } from './asks.ts'
import { Coverage, findCues, type Item, isCue } from './items.ts'
import { findLedgerMentions } from './ledger-mentions.ts'
import { findNames } from './names.ts'
import { findNumbers } from './number-reference.ts'
import { periodOf, readPeriods, readStatuses } from './periods.ts'
import type { FollowUp, Reading, TopicWords } from './reading.ts'
import { bindRoles } from './roles.ts'
import { findSelection } from './selection.ts'
import { readTopic } from './topic-words.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Questions that look back: dates without a year are then the last ones, not the next. */
const LOOKS_BACK = /逾期|过期|超期|拖期|完成了|办结了|交了|上个?(?:周|月|季度|半年|年)|去年|前年|昨天|前天/

/** 以后医保处都算市医保局. */
const TEACHES =
  /^(?:以后|今后)(?:说|问|问到|提到)?[“"]?(.{2,16}?)[”"]?(?:都|就|也)?(?:算作|算成|算|指的是|指|就是|是|等于|当作|当成)[“"]?(.{2,20}?)[”"]?[。.!！]*$/

const readTeaching = (text: string): Reading['teaching'] => {
  const match = TEACHES.exec(text)
  return match ? { said: match[1] as string, meant: match[2] as string } : null
}

/** 不对, and nothing that says what would be right. */
const WRONG = /^(?:不对|不是|错了|不对吧|不是这个|不是这些|不对啊)[。.!！]*$/

/** 还有11天到期 asks for what falls due within them. */
const COUNTDOWN = /还有([\d一二三四五六七八九十两半]+个?(?:天|周|星期|礼拜|月))(?=就?要?(?:到期|截止|期满|到时限))/g
const countdown = (text: string): string => text.replace(COUNTDOWN, '$1内')

/** 都有哪些部门 asks for everybody, 哪个部门 for the one that leads. */
const SEVERAL = /哪些(?:部门|单位|人)|哪几[个家]|都有谁/

/** Reads one message by itself. Pure: the dialogue comes later. */
export const readQuestion = (message: string, vocabulary: Vocabulary, now: Day): Reading => {
  const said = normalise(message)
  // what is taught is read as it was said
  const text = TEACHES.test(said) ? said : countdown(applySayings(said, vocabulary.sayings))
  const coverage = new Coverage(text)
  const items: Item[] = []
  const add = (item: Item): void => {
    items.push(item)
    coverage.take(item.from, item.to)
    if (item.kind !== 'cue' || !isCue(item, 'filler')) coverage.anchor(item.from)
  }

  const looks = LOOKS_BACK.test(text) ? 'back' : 'ahead'
  const times = readTimes(text, { now, purpose: 'question', looks })
  for (const milestone of times.milestones) {
    const [from, to] = milestone.span
    add({ kind: 'time', milestone, from, to })
  }
  const ledgers = findLedgerMentions(text, vocabulary.ledgers).filter(({ from, to }) => {
    const free = coverage.isFree(from, to)
    if (free) add({ kind: 'ledger', from, to })
    return free
  })
  for (const mention of vocabulary.directory.find(text)) {
    const [at, to] = mention.span
    const from = at - placeBefore(text, at, vocabulary.ledgers)
    const unknown = mention.candidates.length === 0 && saysSomethingElse(text, from, to, vocabulary.lexicon)
    if (unknown || !coverage.isFree(from, to)) continue
    add({ kind: 'unit', mention, from, to })
    // 除…外: the 外 belongs to 除
    if (text[to] === '外' && /除了?[^,，。]*$/.test(text.slice(0, from))) coverage.take(to, to + 1)
  }
  const selection = findSelection(text, (i) => coverage.has(i))
  if (selection) add({ kind: 'selection', from: selection.span[0], to: selection.span[1] })
  const numbers = findNumbers(text, (i) => coverage.has(i))
  for (const { span } of numbers) if (coverage.isFree(...span)) add({ kind: 'number', from: span[0], to: span[1] })
  const people = findNames(text, vocabulary.people).filter((name) => coverage.isFree(name.from, name.to))
  for (const person of people) add({ kind: 'person', from: person.from, to: person.to })

  for (const cue of findCues(coverage, vocabulary.lexicon)) add({ kind: 'cue', cue, from: cue.from, to: cue.to })
  items.sort((a, b) => a.from - b.from)

  const roles = bindRoles(items, text)
  const { asks, contactRoles } = readAsks(items, roles.whoRole)
  if (WRONG.test(text)) asks.add('wrong')
  // 周某是谁
  if (people.length > 0 && asks.has('who') && roles.units.length === 0) asks.add('contact')
  const teaching = readTeaching(text)
  if (teaching !== null) asks.add('teach')
  const periods = readPeriods(items, text)
  const cues = items.filter((item) => item.kind === 'cue')
  const follow = readFollowUp(items, text)
  const units = follow.correct ? dropDenied(roles.units) : roles.units
  const topic = readTopic(coverage, vocabulary)
  const named = topic === null ? null : unitOfTopic(topic, text, vocabulary.directory)
  return {
    text,
    asks,
    whoRole: roles.whoRole ?? (SEVERAL.test(text) ? 'any' : 'lead'),
    contactRoles,
    units: named === null ? units : [...units, { mention: named, role: 'any', negated: false }],
    unitsJoin: joinOf(items, roles.units),
    role: roles.role,
    roleNegated: roles.roleNegated,
    ownUnit: cues.some((item) => isCue(item, 'own-unit')),
    periods,
    otherPeriods: times.alternatives.map((milestones) => milestones.map(periodOf(text))),
    // 每年几月公布, 几月办结: part of what is asked, no filter
    statuses: readStatuses(items, text, periods, now).filter(
      ({ status }) => !asks.has('when') || (status !== 'recurring' && status !== 'done'),
    ),
    numbers,
    selection,
    people: people.map((person) => person.id),
    ledgers: ledgers.flatMap((ledger) => (ledger.ids.length === 1 ? ledger.ids : [])),
    topic: named === null ? topic : null,
    complete:
      items.some((item) =>
        isCue(item, 'due-verb', 'all-tasks', 'role-lead', 'role-cooperating', 'role-any', 'not-overdue'),
      ) || /任务|事项|工作|举措|台账/.test(text),
    follow,
    teaching,
    problems: times.problems.map((problem) => problem.message),
    shape: shapeOf(text, items),
  }
}

/** 清湾市应急管理局 where the ledger is one of 清湾市: how many characters of the place stand before the unit's name. */
const placeBefore = (text: string, at: number, ledgers: Vocabulary['ledgers']): number => {
  const level = text[at] as string
  if (!'省市县区州旗'.includes(level)) return 0
  for (let length = Math.min(6, at); length >= 2; length--) {
    const place = text.slice(at - length, at) + level
    if (ledgers.some((ledger) => ledger.name.includes(place))) return length
  }
  return 0
}

/** 上半年秘书处的活: a subject that is nothing but a unit's short name is that unit. */
const unitOfTopic = ({ words }: TopicWords, text: string, directory: UnitDirectory): UnitMention | null => {
  const [word] = words
  if (!word || words.length > 1 || !BODY_END.test(word.text)) return null
  const candidates = directory.resolve(word.text).filter(({ kind }) => kind !== 'sound' && kind !== 'spelling')
  const from = text.indexOf(word.text)
  return candidates.length === 0 ? null : { span: [from, from + word.text.length], text: word.text, candidates }
}
const BODY_END = /[处局委办厅部院队会室]$|中心$/

/** 没办 looks like a body nobody knows (…办), but it is a cue word. */
const saysSomethingElse = (text: string, from: number, to: number, lexicon: Vocabulary['lexicon']): boolean =>
  lexicon
    .scan(text, Math.max(0, from - 2), Math.min(text.length, to + 2))
    .some((cue) => cue.from < to && cue.to >= to && cue.text.length > 1 && !cue.categories.includes('filler'))

/** 不是省的，我说的是市的: what was denied is only what was misunderstood. */
const dropDenied = <T extends { negated: boolean }>(units: T[]): T[] => {
  const meant = units.filter((unit) => !unit.negated)
  return meant.length > 0 ? meant : units.map((unit) => ({ ...unit, negated: false }))
}

/** Units with different roles, or 共同, must all be there; otherwise one of them is enough. */
const joinOf = (items: readonly Item[], units: Reading['units']): 'any' | 'all' => {
  if (items.some((item) => isCue(item, 'together')) || units.some((unit) => unit.negated)) return 'all'
  const roles = new Set(units.map((unit) => unit.role))
  return units.length > 1 && roles.size > 1 ? 'all' : 'any'
}

const readFollowUp = (items: readonly Item[], text: string): FollowUp => {
  const has = (...categories: string[]): boolean => items.some((item) => isCue(item, ...categories))
  const correct =
    /我说的是|我是说|我指的是|我问的是|(?:搞|弄|说)错了/.test(text) || /^(?:不是|不对|错了|不)[,，。.、!！ ]/.test(text)
  return {
    ellipsis: /^那(?!些|几|里|边|个|项|条|一)/.test(text) || /(?:呢|咧|呐)[?。.!~]*$/.test(text),
    narrow: has('narrow') || pointsBack(items),
    replace: has('replace') || /^换(?!届|发|证)/.test(text),
    correct,
    reset: has('reset'),
    step: /^(?:那)?(?:再)?(?:看)?(?:下|后)一?[项条个](?!月|季|周|年)/.test(text)
      ? 1
      : /^(?:那)?(?:再)?(?:看)?(?:上|前)一[项条个](?!月|季|周|年)/.test(text)
        ? -1
        : 0,
    focus: has('focus') || /^(?:它|该)/.test(text),
  }
}

/** 其中…, 这几项…: before anything that says which tasks are meant; 市教育局那几项 is no look back. */
const pointsBack = (items: readonly Item[]): boolean => {
  const those = items.findIndex((item) => isCue(item, 'those'))
  return (
    those >= 0 && !items.slice(0, those).some(({ kind }) => kind === 'unit' || kind === 'time' || kind === 'number')
  )
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
