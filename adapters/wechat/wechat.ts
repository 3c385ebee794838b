import type { Adapter, IncomingFile } from '../../src/adapter.ts'
import { checkWechat, type Finding } from './check.ts'
import { createDirectory } from './directory.ts'
import { createEchoes } from './echoes.ts'
import { createErrorCounter } from './error-counter.ts'
import { fetchFile } from './files.ts'
import { createFriends } from './friends.ts'
import { addressOf, type Login, loginMark } from './identities.ts'
import { createInbound, type Inbound } from './inbound.ts'
import { createLookup } from './lookup.ts'
import type { WechatOptions } from './options.ts'
import { createOutbound } from './outbound.ts'
import { createPace } from './pace.ts'
import { hasLastingIds, isPassingId } from './puppets.ts'
import { createReader } from './reader.ts'
import { createSession, type SessionState } from './session.ts'

/** WeChat through any puppet of Wechaty. */
export interface Wechat extends Adapter {
  readonly name: 'wechat'
  readonly state: SessionState
  /** ISO 8601 instant at which the puppet last reported a message of anybody; `null` before the first. */
  readonly lastInboundAt: string | null
  /**
   * Whether ids outlast a login. Where they do not, only senders with an id `duban-…` are people the core can know;
   * ids `temp:…` of people and rooms are nobody's.
   */
  readonly stableIds: boolean
  /** For `doctor`; starts nothing. */
  check(): Promise<Finding[]>
  /**
   * Makes a friend known for good, on a puppet whose ids pass: gives them a remark of the bot's own and returns the
   * sender id under which their messages come from now on. To be called once the core has approved of them. Where ids
   * last, or the friend has one already, that id is returned.
   * @param senderId as in `Incoming.sender`
   * @throws Error where the puppet did not take it; may be tried again
   */
  giveRemark(senderId: string): Promise<string>
}

export const createWechat = (options: WechatOptions): Wechat => {
  const { log, clock, timer, random, rooms, botName, alarm } = options
  const onError = createErrorCounter(log, clock)
  let inbound: Inbound | null = null
  let lastInboundAt: string | null = null
  let cappedOn = ''
  let stopped: Promise<void> | null = null

  const session = createSession(options, onError, {
    message: (id) => {
      lastInboundAt = clock().toISOString()
      inbound?.take(id)
    },
    friendship: (id) => friends.take(id),
  })
  const stableIds = (): boolean => hasLastingIds(options) && !(session.selfId !== null && isPassingId(session.selfId))
  const login = (): Login => ({ lasting: stableIds(), mark: loginMark(session.loggedInAt) })
  const lookup = createLookup(session, timer, onError)
  const echoes = createEchoes(clock)
  const directory = createDirectory(session, login, timer)
  const friends = createFriends({ session, lookup, login, options, timer, onError })
  const outbound = createOutbound({
    session,
    directory,
    echoes,
    pace: createPace(clock, random),
    onCap: () => {
      const day = clock().toISOString().slice(0, 10)
      if (cappedOn === day) return
      cappedOn = day
      log.error("a conversation has used up the day's number of messages")
      void Promise.resolve(
        alarm('微信有会话今日发送条数已达上限，不再发送。请查看是否有程序在与机器人互相答复。'),
      ).catch(onError)
    },
    log,
    clock,
    timer,
  })

  return {
    name: 'wechat',
    get state() {
      return session.state
    },
    get lastInboundAt() {
      return lastInboundAt
    },
    get stableIds() {
      return stableIds()
    },

    start: async (receive) => {
      const read = createReader({ session, lookup, echoes, login, rooms, botName, log, clock })
      inbound = createInbound({ read, receive, onError, log, timer })
      await session.start()
    },

    send: (to, message, delivery) => outbound.send(to, message, delivery),
    // the phone lets a message be taken back for two minutes only
    recall: async () => false,
    fetch: (file: IncomingFile) => fetchFile(file, () => session.puppet, timer),
    check: () => checkWechat(options),

    giveRemark: async (senderId) => {
      const address = addressOf(senderId, login())
      if (address.by === 'nothing') throw new Error('the id belongs to an earlier login')
      return address.by === 'remark' ? senderId : friends.giveRemark(address.id)
    },

    stop: () => {
      stopped ??= (async () => {
        await inbound?.close()
        lookup.close()
        await friends.close()
        await outbound.close()
        await session.stop()
      })()
      return stopped
    },
  }
}
