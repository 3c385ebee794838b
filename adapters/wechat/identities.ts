import type { Conversation } from '../../src/adapter.ts'
import { isPassingId } from './puppets.ts'

// Who somebody is may rest on three things only: an id that outlasts logins; a remark that the bot itself has given to
// a friend (nobody else can change it); nothing. Nicknames, aliases in rooms and topics are what people like to call
// themselves, and never count.
//
// `wxid_a1`             the platform's own id, where it lasts
// `duban-7k3m9x2q`      the remark of a friend, on a puppet whose ids change at each login
// `temp:mj3x1k:@8f…`    everybody and everything else on such a puppet: good for an answer during this login, and
//                       unknown to the core

const PASSING = 'temp:'
/** Letters and digits that are not mistaken for one another. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'
/** Long enough never to be given twice: one handed to a second person would make them the first. */
const LENGTH = 8
const REMARK = new RegExp(`^duban-[${LETTERS}]{${LENGTH}}$`, 'u')

/** @param random from 0 to 1 */
export const newRemark = (random: () => number): string =>
  `duban-${Array.from({ length: LENGTH }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('')}`

export const isRemark = (text: string): boolean => REMARK.test(text)

/** The login during which an id was seen, as part of passing ids: what is left from another is not sent to a stranger. */
export const loginMark = (loggedInAt: number | null): string => (loggedInAt ?? 0).toString(36)

export interface Login {
  /** Whether ids outlast it. */
  lasting: boolean
  mark: string
}

export const outwardId = (id: string, { lasting, mark }: Login): string =>
  lasting && !isPassingId(id) ? id : `${PASSING}${mark}:${id}`

/** Whether nobody knows who or which room is behind an id. */
export const isPassing = (id: string): boolean => id.startsWith(PASSING)

export const senderIdOf = (contact: { id: string; alias: string }, login: Login): string => {
  const id = outwardId(contact.id, login)
  return isPassing(id) && isRemark(contact.alias) ? contact.alias : id
}

/** How a contact or room that the core names is found. */
export type Address = { by: 'id'; id: string; passing: boolean } | { by: 'remark'; remark: string } | { by: 'nothing' }

export const addressOf = (id: string, { mark }: Login): Address => {
  if (isRemark(id)) return { by: 'remark', remark: id }
  if (!isPassing(id)) return { by: 'id', id, passing: false }
  const [, login, ...rest] = id.split(':')
  return login === mark ? { by: 'id', id: rest.join(':'), passing: true } : { by: 'nothing' }
}

/** Whom a message goes to: WeChat cannot show it to one person of a room, so that goes to the person alone. */
export const recipientOf = ({ id, kind, only }: Conversation): { id: string; kind: Conversation['kind'] } =>
  only === undefined ? { id, kind } : { id: only, kind: 'direct' }
