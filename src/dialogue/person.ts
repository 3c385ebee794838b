import { EMPTY_QUERY } from '../matching/query.ts'
import type { Ask } from '../matching/reading.ts'
import type { Turn } from './dialogue.ts'
import type { Question } from './question.ts'

/** 他, 她, 这位, 该同志; not 其他. */
const PRONOUN = /(?<![其吉])他(?!人)|她|这位|那位|该同志|此人|这个?人(?!员)|这个同志|这位同志/
const MANY = /[他她]们/
/** 他是谁, 他是哪个处室的: asks for the person, not for tasks. */
const WHO = /是谁|哪个?(?:处|科|单位|部门|局|室)|什么(?:职务|单位|部门)|叫什么|电话|号码|联系|手机/

/**
 * A question about the person whom the last answer named (他还负责哪些, 她的电话). Where it named several, their names
 * are handed back in `openPeople`; where it named nobody, an empty list is.
 */
export const ofThatPerson = (fresh: Question, last: Turn | null): Question | null => {
  const { reading, query, open, asks } = fresh
  if (!PRONOUN.test(reading.text) || query.people.length + query.units.length + open.length > 0) return null
  if (query.numbers.length > 0 || query.topic !== null) return null
  const many = MANY.test(reading.text)
  // 他们还有哪些: a unit's
  const people = last?.people ?? []
  if (many && (people.length === 0 || (last?.query.units.length ?? 0) > 0)) return null
  const aboutPerson = asks.has('contact') || WHO.test(reading.text)
  // the row's only contact, whoever it is
  if (aboutPerson && people.length === 0) return null
  const asked: ReadonlySet<Ask> = aboutPerson
    ? new Set(['contact'])
    : new Set([...asks].filter((ask) => ask !== 'who' && ask !== 'detail'))
  return {
    ...fresh,
    asks: asked.size > 0 ? asked : new Set(['list']),
    contactRoles: [],
    query: {
      ...EMPTY_QUERY,
      periods: query.periods,
      statuses: query.statuses,
      people,
      within: aboutPerson && last !== null ? last.about : null,
    },
    openPeople: many ? null : people,
    followsUp: true,
  }
}
