import { types } from 'wechaty-puppet'
import { isRemark, type Login, newRemark, outwardId, senderIdOf } from './identities.ts'
import type { Lookup } from './lookup.ts'
import type { FriendRequest, Timer, WechatOptions } from './options.ts'
import type { Session } from './session.ts'
import { createPauses, within } from './waiting.ts'

const CALL_MS = 15_000
/** Web clients learn of a new remark when the server tells them. */
const CHECKS = 5
const CHECK_MS = 2_000
/** Accepted, but not yet greeted; more than that is no office. */
const MOST = 100

export interface Friends {
  /** Never throws. */
  take(friendshipId: string): void
  /** See `Wechat.giveRemark`. */
  giveRemark(contactId: string): Promise<string>
  close(): Promise<void>
}

export interface FriendsParts {
  session: Session
  lookup: Lookup
  login: () => Login
  options: Pick<WechatOptions, 'mayBefriend' | 'befriended' | 'log' | 'random'>
  timer: Timer
  onError: (error: unknown) => void
}

/**
 * Friend requests. One is accepted only where the core knows who asks; all others are left as they are, without an
 * answer: whoever tries learns nothing. What they wrote is not logged.
 */
export const createFriends = ({ session, lookup, login, options, timer, onError }: FriendsParts): Friends => {
  const { log } = options
  const pauses = createPauses(timer)
  const accepted = new Map<string, FriendRequest>()
  let work: Promise<void> = Promise.resolve()

  const giveRemark = async (contactId: string): Promise<string> => {
    const { puppet } = session
    if (outwardId(contactId, login()) === contactId) return contactId
    const aliasOf = async (): Promise<string> => (await lookup.contact(contactId))?.alias ?? ''
    const present = await aliasOf()
    if (isRemark(present)) return present
    const remark = newRemark(options.random)
    await within(CALL_MS, timer, 'the remark', () => puppet.contactAlias(contactId, remark))
    for (let check = 1; check <= CHECKS; check++) {
      await within(CALL_MS, timer, 'the remark', () => puppet.contactPayloadDirty(contactId))
      if ((await aliasOf()) === remark) return remark
      await pauses.wait(CHECK_MS)
    }
    throw new Error('the remark was not taken')
  }

  const welcome = async (request: FriendRequest): Promise<void> => {
    const remark = await giveRemark(request.contactId)
    accepted.delete(request.contactId)
    const senderId = senderIdOf({ id: request.contactId, alias: remark }, login())
    await options.befriended?.({ ...request, senderId })
  }

  const decide = async (id: string): Promise<void> => {
    const { puppet } = session
    const payload = await within(CALL_MS, timer, 'the friend request', () => puppet.friendshipPayload(id))
    if (typeof payload?.contactId !== 'string') return
    if (payload.type === types.Friendship.Confirm) {
      // a remark may be refused until the friendship stands
      const waiting = accepted.get(payload.contactId)
      if (waiting) await welcome(waiting)
      return
    }
    if (payload.type !== types.Friendship.Receive) return
    const contact = await lookup.contact(payload.contactId)
    const request = { name: contact?.name ?? '', hello: payload.hello ?? '', contactId: payload.contactId }
    if (!(await options.mayBefriend(request))) {
      log.info('a friend request was left unanswered')
      return
    }
    await within(CALL_MS, timer, 'the friend request', () => puppet.friendshipAccept(id))
    log.info('a friend request was accepted')
    accepted.set(request.contactId, request)
    if (accepted.size > MOST) accepted.delete(accepted.keys().next().value as string)
    await welcome(request)
  }

  return {
    take: (id) => {
      if (typeof id === 'string' && id !== '') work = work.then(() => decide(id)).catch(onError)
    },
    giveRemark,
    close: async () => {
      pauses.end()
      await work
    },
  }
}
