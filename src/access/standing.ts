import type { Incoming } from '../adapter.ts'
import type { Actor, Day, Person } from '../domain/index.ts'
import type { Rank } from './permissions.ts'

/** Who has sent a message, as far as an administrator has vouched for it. */
export interface Standing {
  rank: Rank
  actor: Actor
  /** The binding, also one that is only asked for or has been ended; null where there is none. */
  person: Person | null
  /** Units the sender speaks for, as the binding names them; those deputised for included. */
  units: readonly string[]
}

type Origin = Pick<Incoming, 'sender' | 'conversation' | 'unverified'>

/** The channel of this machine itself: whoever sits there has the data folder. */
const LOCAL = 'terminal'

const isWithin = (today: Day, { from, until }: { from: Day; until: Day }): boolean => from <= today && today <= until

/**
 * Who somebody is. Fails closed: a person who is not bound, whose binding waits or has been ended, or whose platform
 * cannot vouch for the id, is a guest.
 * @param admins the first administrators, `channel:id`
 */
export const standingOf = (
  { sender, conversation, unverified }: Origin,
  people: readonly Person[],
  admins: ReadonlySet<string>,
  today: Day,
): Standing => {
  if (sender === null && conversation.adapter === LOCAL)
    return { rank: 'administrator', actor: { id: null, name: null }, person: null, units: [] }
  const id = sender === null ? null : `${conversation.adapter}:${sender.id}`
  const person = people.find((one) => one.id === id) ?? null
  const actor: Actor = { id, name: person?.name ?? sender?.name ?? null }
  if (id === null || unverified || person?.state === 'disabled') return { rank: 'guest', actor, person, units: [] }
  const stoodInFor = people.filter(
    ({ state, deputies }) =>
      state === 'active' && deputies.some((deputy) => deputy.person === id && isWithin(today, deputy)),
  )
  const own = person?.state === 'active' ? person : null
  const units = [...new Set([...(own?.units ?? []), ...stoodInFor.flatMap((one) => one.units)])]
  if (admins.has(id)) return { rank: 'administrator', actor, person, units }
  const rank = own?.role ?? (stoodInFor.length > 0 ? 'liaison' : 'guest')
  return { rank, actor, person, units }
}
