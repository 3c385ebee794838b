import type { Item } from './items.ts'
import { isCue } from './items.ts'
import type { AskedUnit, Role } from './reading.ts'

/** What the role words of a question (牵头, 配合, 负责) belong to. */
export interface BoundRoles {
  units: AskedUnit[]
  /** The role of the units asked for, where 谁 or a column word asks; else null. */
  whoRole: Role | null
  /** A role that belongs to no unit. */
  role: Role | null
  roleNegated: boolean
}

const ROLE_CUES: [string, Role][] = [
  ['role-lead', 'lead'],
  ['role-cooperating', 'cooperating'],
  ['role-any', 'any'],
]
const NOUN_CUES: [string, Role][] = [
  ['unit-noun-lead', 'lead'],
  ['unit-noun-cooperating', 'cooperating'],
  ['unit-noun-any', 'any'],
]
/** 涉及哪些部门 asks for everybody, 谁负责 for who answers for it. */
const EVERYBODY = /涉及|参与|参加|牵头[和或及]?配合/
/** 市卫健委不牵头的 are those in which it cooperates. */
const DENIED = /(?:不|(?<!有)没有?|非)$/
/** 市教委没有牵头的任务吗 asks whether it has any. */
const isDoubted = (text: string, at: number): boolean =>
  /没有$/.test(text.slice(0, at)) && /(?:吗|么|是不是.*)[?？。]*$/.test(text)
const opposite = (role: Role): Role => (role === 'lead' ? 'cooperating' : role === 'cooperating' ? 'lead' : 'any')
/** What may stand between a unit and its role word. */
const LOOSE =
  /^(?:[的、,和与及跟是在都也只作为这边那具体主要单独一起共同来去所要需由]|作为|主要|需要|分别|各自|联合|同时|一同|一道|部门|单位){0,6}$/
const NEGATIONS_AFTER = /^(?:不参加|没参加|没参与|没份|不参与|不涉及|没有参与|无关|以外|之外|除外)$/

const roleOf = (item: Item | undefined, table: [string, Role][]): Role | null => {
  for (const [category, role] of table) if (isCue(item, category)) return role
  return null
}

/** Binds every role word to the unit before it, to 谁, or to nothing; and 不是, 除…外 to what they deny. */
export const bindRoles = (items: readonly Item[], text: string): BoundRoles => {
  const between = (left: Item, right: Item): string => text.slice(left.to, right.from)
  const close = (left: Item | undefined, right: Item | undefined): boolean =>
    left !== undefined && right !== undefined && LOOSE.test(between(left, right))
  // fillers and the words that join units say nothing about whose role it is
  const said = items.filter((item) => item.kind !== 'cue' || !isSilent(item))
  const units: (AskedUnit & { at: number })[] = []
  for (const [at, item] of said.entries()) {
    if (item.kind === 'unit') units.push({ mention: item.mention, role: 'any', negated: isDenied(said, at, text), at })
  }
  let whoRole: Role | null = null
  let role: Role | null = null
  let roleNegated = false

  for (const [at, item] of said.entries()) {
    const [before, after] = [said[at - 1], said[at + 1]]
    const noun = roleOf(item, NOUN_CUES)
    if (noun !== null) {
      if (after?.kind === 'unit' && /^(?:是|为|含|有|包括|里有)?$/.test(between(item, after))) assign(after, noun)
      else if (before?.kind === 'unit' && /^(?:是|为|当|做|作为)$/.test(between(before, item))) assign(before, noun)
      // 牵头单位和配合单位都是谁 asks for both
      else whoRole = whoRole === null || whoRole === noun ? noun : 'any'
      continue
    }
    const verb = roleOf(item, ROLE_CUES)
    if (verb === null) continue
    const denied = DENIED.test(text.slice(0, item.from)) && !isDoubted(text, item.from)
    const asked = isCue(item, 'role-any') && item.kind === 'cue' && !EVERYBODY.test(item.cue.text) ? 'lead' : verb
    const owner = ownerOf(said, at)
    if (isCue(before, 'who', 'who-any') && close(before, item))
      // 谁牵头谁配合
      whoRole = whoRole === null || whoRole === asked ? asked : 'any'
    else if (owner >= 0 && (close(said[owner], item) || !isCue(after, 'who')))
      assignRun(owner, denied ? opposite(verb) : verb)
    else if (isCue(after, 'who')) whoRole = asked
    else if (verb !== 'any') {
      const negated = isCue(before, 'negation') || /(?:不|非|没有?)$/.test(text.slice(0, item.from))
      // 只是配合不牵头的: what is meant outweighs what is not
      if (role !== null && !roleNegated && negated) continue
      role = verb
      roleNegated = negated
    }
  }
  // 牵头的，市财政局有哪些: a role said before its unit
  if (role !== null && !roleNegated && units.length === 1 && units[0]?.role === 'any') {
    units[0].role = role
    role = null
  }
  // 不是市卫健委也不是市医保局牵头的: both are asked about in the same role
  for (let i = units.length - 2; i >= 0; i--) {
    const [unit, next] = [units[i], units[i + 1]]
    if (unit?.negated && unit.role === 'any' && next?.negated) unit.role = next.role
  }
  // 住建局牵头哪几项、配合哪几项: in both
  const [only, ...others] = units
  if (role !== null && !roleNegated && only && others.length === 0 && only.role !== 'any' && only.role !== role) {
    only.role = 'any'
    role = null
  }
  // 除A、B外还有谁牵头: what they must not do is what is asked
  for (const unit of units) if (unit.negated && unit.role === 'any') unit.role = whoRole ?? role ?? 'any'
  return { units: units.map(({ mention, role, negated }) => ({ mention, role, negated })), whoRole, role, roleNegated }

  function assign(item: Item, to: Role): void {
    for (const unit of units) if (said[unit.at] === item) unit.role = to
  }

  /** A role word after a list of units belongs to all of them (市医保局、市财政局牵头). */
  function assignRun(last: number, to: Role): void {
    for (let at = last; said[at]?.kind === 'unit'; at--) {
      const unit = units.find((u) => u.at === at)
      if (!unit || (at < last && unit.role !== 'any')) break
      unit.role = to
      if (at > 0 && said[at - 1]?.kind === 'unit' && !close(said[at - 1], said[at])) break
    }
  }
}

/** The unit that a role word follows: the nearest before it with neither 谁 nor another role word between; -1 for none. */
const ownerOf = (items: readonly Item[], at: number): number => {
  for (let i = at - 1; i >= 0; i--) {
    const item = items[i]
    if (item?.kind === 'unit') return i
    if (isCue(item, 'who', 'who-any') || roleOf(item, ROLE_CUES) !== null || roleOf(item, NOUN_CUES) !== null) return -1
  }
  return -1
}

/** What follows a list of joined units from one of them on. */
const endOfList = (items: readonly Item[], at: number, text: string): string => {
  let last = at
  while (
    items[last + 1]?.kind === 'unit' &&
    /^[、,和与及跟]$/.test(text.slice((items[last] as Item).to, (items[last + 1] as Item).from))
  )
    last++
  return text.slice((items[last] as Item).to)
}

const isSilent = (item: Item): boolean =>
  isCue(item, 'filler', 'together', 'each') && !isCue(item, 'who', 'negation', 'role-lead', 'role-any')

const BEFORE_DENIED = /(?:除了?|不含|不用|不需要?|无需|不要|不由|不让|不涉及|不包括|非|(?<!有)没有?)$/
/** 医保局有而财政局没有的: what follows the unit that is left out, where another is named. */
const LACKS = /^(?:那边|这边)?(?:却|就|而|但|则|倒)?(?:没有?|无)(?=的|而|但|却|[,，、]|$)/
/** 两家都不参与的: what follows the last of several. */
const NONE_OF = /^都(?:没有?(?:份|参与|参加|涉及|牵头|配合)?|不(?:参与|参加|涉及|沾边|牵头|配合)|无)(?=的|[,，]|$)/

/** 不是X, 除X外, X以外, X不参与的. */
const isDenied = (items: readonly Item[], at: number, text: string): boolean => {
  const item = items[at] as Item
  const [before, after] = [items[at - 1], items[at + 1]]
  if (BEFORE_DENIED.test(text.slice(Math.max(0, item.from - 4), item.from))) return true
  if (isCue(before, 'negation') && /^[由归]?$/.test(text.slice((before as Item).to, item.from))) return true
  if (after?.kind === 'cue' && isCue(after, 'negation') && NEGATIONS_AFTER.test(after.cue.text)) return true
  const following = text.slice(item.to)
  const several = items.filter(({ kind }) => kind === 'unit').length > 1
  if (several && (LACKS.test(following) || NONE_OF.test(following))) return true
  // 市教委和市体育局都不参与的
  if (
    after?.kind === 'unit' &&
    /^[、,和与及跟]$/.test(text.slice(item.to, after.from)) &&
    NONE_OF.test(endOfList(items, at, text))
  )
    return true
  // 除市医保局、市财政局外: the whole list is denied
  const previous = items[at - 1]
  return (
    previous?.kind === 'unit' &&
    /^[、,和与及]$/.test(text.slice(previous.to, item.from)) &&
    isDenied(items, at - 1, text)
  )
}
