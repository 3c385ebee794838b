import {
  type Actor,
  type Change,
  type Day,
  type Deputy,
  dayNumber,
  type Person,
  type RowChange,
} from '../domain/index.ts'

/** So long somebody may stand in for another. */
export const LONGEST_DEPUTY_DAYS = 92

const row = (person: Person, after: Partial<Person>): RowChange => ({
  part: 'people',
  id: person.id,
  before: Object.fromEntries(Object.keys(after).map((field) => [field, person[field as keyof Person]])),
  after: { ...after },
})

export interface ManagementOccasion {
  id: string
  at: string
  by: Actor
}

/** Ends, or gives back, a person's access on all channels at once; null where nothing changes. */
export const withState = (
  people: readonly Person[],
  state: 'active' | 'disabled',
  { id, at, by }: ManagementOccasion,
): Change | null => {
  const changed = people.filter(
    (person) => person.state !== state && (state === 'disabled' || person.state === 'disabled'),
  )
  if (changed.length === 0) return null
  const text = `${state === 'disabled' ? '停用' : '恢复'}${changed[0]?.name ?? ''}`
  return {
    id,
    at,
    by,
    action: state === 'disabled' ? 'disable' : 'enable',
    text,
    rows: changed.map((one) => row(one, { state })),
  }
}

export const withRole = (
  people: readonly Person[],
  role: Person['role'],
  { id, at, by }: ManagementOccasion,
): Change | null => {
  const changed = people.filter((person) => person.role !== role && person.state === 'active')
  if (changed.length === 0) return null
  return { id, at, by, action: 'role', text: `身份改为${role}`, rows: changed.map((one) => row(one, { role })) }
}

/** Why somebody cannot stand in for so long, in Chinese, or null. */
export const whyNoDeputy = ({ from, until }: Pick<Deputy, 'from' | 'until'>, today: Day): string | null => {
  if (until < today) return `代理的截止日${until}已过`
  if (until < from) return '代理的起止日期前后颠倒'
  return dayNumber(until) - dayNumber(from) > LONGEST_DEPUTY_DAYS ? `代理最长${LONGEST_DEPUTY_DAYS}天` : null
}

/** Somebody stands in for a person on all of both persons' channels; what is over is dropped. */
export const withDeputy = (
  people: readonly Person[],
  deputies: readonly Person[],
  { from, until }: Pick<Deputy, 'from' | 'until'>,
  today: Day,
  { id, at, by }: ManagementOccasion,
): Change => {
  const added = deputies.map((deputy): Deputy => ({ person: deputy.id, from, until }))
  const ids = new Set(added.map(({ person }) => person))
  return {
    id,
    at,
    by,
    action: 'deputy',
    text: `${people[0]?.name ?? ''}由${deputies[0]?.name ?? ''}代，${from}至${until}`,
    rows: people.map((one) =>
      row(one, {
        deputies: [...one.deputies.filter((former) => former.until >= today && !ids.has(former.person)), ...added],
      }),
    ),
  }
}

/** Nobody stands in for a person any more. */
export const withoutDeputies = (people: readonly Person[], { id, at, by }: ManagementOccasion): Change | null => {
  const changed = people.filter(({ deputies }) => deputies.length > 0)
  if (changed.length === 0) return null
  return { id, at, by, action: 'come-back', text: '取消代理', rows: changed.map((one) => row(one, { deputies: [] })) }
}
