import { type payloads, types } from 'wechaty-puppet'
import type { Incoming } from '../../src/adapter.ts'
import { isTooOld, sentAt } from './age.ts'
import { type Content, contentOf } from './content.ts'
import type { Echoes } from './echoes.ts'
import { isPassing, type Login, outwardId, senderIdOf } from './identities.ts'
import type { Lookup } from './lookup.ts'
import { type MentionReading, readMentions } from './mentions.ts'
import type { WechatLog } from './options.ts'
import type { Session } from './session.ts'

/** WeChat's own accounts, which write to everybody and read nothing. */
const SYSTEM_ACCOUNTS = new Set(['weixin', 'filehelper', 'fmessage', 'medianote', 'newsapp', 'notifymessage'])
/** Ids of mentioned people that are looked up; more is a notice to the room. */
const MOST_MENTIONED = 20
/** What the bot may be waiting for without being mentioned is a number or a word; longer talk goes no further. */
const LONGEST_UNADDRESSED = 30
const RECALLED_REMEMBERED = 1_000

export interface ReaderParts {
  session: Pick<Session, 'loggedInAt' | 'selfId'>
  lookup: Lookup
  echoes: Echoes
  login: () => Login
  /** Topics and ids of the rooms it answers in. */
  rooms: readonly string[]
  botName: string
  log: WechatLog
  clock: () => Date
}

/** What of a message goes on to the core. */
type Said = Pick<Incoming, 'text' | 'addressed' | 'quoted' | 'files' | 'unreadable'>

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const namesOf = (...names: unknown[]): string[] => names.map(wordOf).filter((name) => name.trim() !== '')

/** The fields of a payload, which may be of any kind. */
const fieldsOf = (payload: payloads.Message) => {
  const { talkerId, roomId, listenerId, mentionIdList } = payload as unknown as Partial<Record<string, unknown>>
  return {
    talkerId: wordOf(talkerId),
    roomId: wordOf(roomId),
    listenerId: wordOf(listenerId),
    mentionIds: Array.isArray(mentionIdList) ? namesOf(...mentionIdList) : [],
  }
}

/** Turns the puppet's message into one for the core; `null` where it is nothing to the core. */
export const createReader = (parts: ReaderParts): ((id: string) => Promise<Incoming | null>) => {
  const { session, lookup, echoes, login, botName, log, clock } = parts
  const rooms = new Set(parts.rooms)
  const recalled = new Set<string>()
  const known = new Set<string>()

  const isAllowed = async (roomId: string): Promise<boolean> => {
    if (rooms.size === 0) return false
    if (rooms.has(roomId)) return true
    const topic = wordOf((await lookup.room(roomId))?.topic)
    if (topic === '' || !rooms.has(topic)) return false
    // anybody can give another room this topic: whoever sets things up is to put the id in its place
    if (!known.has(roomId)) log.info('a room is answered in by its topic', { room: roomId })
    known.add(roomId)
    return true
  }

  const mentionsIn = async (text: string, roomId: string, self: string, ids: string[]): Promise<MentionReading> => {
    if (!/[@＠]/u.test(text) && ids.length === 0) return { text: text.trim(), mentioned: false }
    const others = ids.filter((id) => id !== self).slice(0, MOST_MENTIONED)
    const namesIn = async (id: string): Promise<string[]> => {
      const [member, contact] = await Promise.all([lookup.member(roomId, id), lookup.contact(id)])
      return namesOf(member?.roomAlias, member?.name, contact?.name)
    }
    const [own, ...theirs] = await Promise.all([self, ...others].map(namesIn))
    return readMentions(text, { own: [botName, ...(own ?? [])], others: theirs.flat(), ids, self })
  }

  const saidInPrivate = (id: string, content: Content): Said | null => {
    switch (content.kind) {
      case 'file':
        return { text: '', addressed: true, files: [{ name: content.name, size: content.size, ref: id }] }
      case 'unreadable':
        // a picture may go with a report
        return content.what === 'image'
          ? { text: '', addressed: true, unreadable: 'image', files: [{ name: '图片.jpg', size: null, ref: id }] }
          : { text: '', addressed: true, unreadable: content.what }
      case 'text': {
        const text = content.text.trim()
        if (content.quoted !== null) return { text, addressed: true, quoted: content.quoted }
        return text === '' ? null : { text, addressed: true }
      }
      default:
        return null
    }
  }
  /** In a room nothing but text can mention the bot. */
  const saidInRoom = async (content: Content, roomId: string, self: string, ids: string[]): Promise<Said | null> => {
    if (content.kind !== 'text') return null
    const { text, mentioned } = await mentionsIn(content.text, roomId, self, ids)
    if (!mentioned) return text.length > LONGEST_UNADDRESSED ? null : { text, addressed: false }
    return { text, addressed: true, ...(content.quoted === null ? {} : { quoted: content.quoted }) }
  }

  const noteRecalled = (id: string): null => {
    recalled.add(id)
    if (recalled.size > RECALLED_REMEMBERED) recalled.delete(recalled.values().next().value as string)
    return null
  }

  return async (id) => {
    const payload = await lookup.message(id)
    const self = session.selfId
    if (!payload || self === null) return null
    const { talkerId, roomId, listenerId, mentionIds } = fieldsOf(payload)
    if (talkerId === '' || SYSTEM_ACCOUNTS.has(talkerId)) return null
    const now = clock().getTime()
    const sent = sentAt(payload.timestamp, now)
    const content = contentOf(payload)
    if (talkerId === self) {
      if (content.kind === 'text') echoes.heard(roomId || listenerId, wordOf(payload.text), sent)
      return null
    }
    if (content.kind === 'recalled') return noteRecalled(content.id)
    if (recalled.has(id) || isTooOld(sent, now, session.loggedInAt)) return null
    if (roomId !== '' && !(await isAllowed(roomId))) return null
    const said = roomId === '' ? saidInPrivate(id, content) : await saidInRoom(content, roomId, self, mentionIds)
    if (said === null) return null

    const contact = await lookup.contact(talkerId)
    if (contact?.type === types.Contact.Official) return null
    const senderId = senderIdOf({ id: talkerId, alias: wordOf(contact?.alias) }, login())
    const place = roomId === '' ? senderId : outwardId(roomId, login())
    const name = wordOf(contact?.name)
    return {
      id,
      // ids of conversations may change at a login, those of messages do not
      deliveryId: id,
      conversation: { adapter: 'wechat', id: place, kind: roomId === '' ? 'direct' : 'group' },
      sender: { id: senderId, ...(name === '' ? {} : { name }) },
      ...(isPassing(senderId) || isPassing(place) ? { unverified: true } : {}),
      at: new Date(sent).toISOString(),
      ...said,
    }
  }
}
