import { types } from 'wechaty-puppet'
import type { Incoming } from '../../src/adapter.ts'
import { isTooOld, sentAt } from './age.ts'
import { type Content, contentOf } from './content.ts'
import type { Echoes } from './echoes.ts'
import { type Login, outwardId, senderIdOf } from './identities.ts'
import type { Lookup } from './lookup.ts'
import { type MentionReading, readMentions } from './mentions.ts'
import type { Session } from './session.ts'

/** WeChat's own accounts, which write to everybody and read nothing. */
const SYSTEM_ACCOUNTS = new Set(['weixin', 'filehelper', 'fmessage', 'medianote', 'newsapp', 'notifymessage'])
/** Ids of mentioned people that are looked up; more is a notice to the room. */
const MOST_MENTIONED = 20
const RECALLED_REMEMBERED = 1_000

export interface ReaderParts {
  session: Pick<Session, 'loggedInAt' | 'selfId'>
  lookup: Lookup
  echoes: Echoes
  login: () => Login
  /** Topics and ids of the rooms it answers in. */
  rooms: readonly string[]
  botName: string
  clock: () => Date
}

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const namesOf = (...names: unknown[]): string[] => names.map(wordOf).filter((name) => name.trim() !== '')

/** Turns the puppet's message into one for the core; `null` where it is nothing to the core. */
export const createReader = (parts: ReaderParts): ((id: string) => Promise<Incoming | null>) => {
  const { session, lookup, echoes, login, botName, clock } = parts
  const rooms = new Set(parts.rooms)
  const recalled = new Set<string>()

  const isAllowed = async (roomId: string): Promise<boolean> => {
    if (rooms.size === 0) return false
    if (rooms.has(roomId)) return true
    const topic = wordOf((await lookup.room(roomId))?.topic)
    return topic !== '' && rooms.has(topic)
  }

  const mentionsIn = async (text: string, roomId: string, self: string, ids: string[]): Promise<MentionReading> => {
    if (!/[@＠]/u.test(text) && ids.length === 0) return readMentions(text, { own: [], others: [], ids, self })
    const [me, contact, ...others] = await Promise.all([
      lookup.member(roomId, self),
      lookup.contact(self),
      ...ids
        .filter((id) => id !== self)
        .slice(0, MOST_MENTIONED)
        .flatMap((id) => [lookup.member(roomId, id), lookup.contact(id)]),
    ])
    return readMentions(text, {
      own: namesOf(botName, me?.roomAlias, me?.name, contact?.name),
      others: others.flatMap((each) =>
        each ? namesOf('roomAlias' in each ? each.roomAlias : undefined, each.name) : [],
      ),
      ids,
      self,
    })
  }

  const spoken = async (
    content: Content,
    roomId: string,
    self: string,
    ids: string[],
  ): Promise<Pick<Incoming, 'text' | 'addressed' | 'quoted' | 'files' | 'unreadable'> | null> => {
    const direct = roomId === ''
    if (content.kind === 'text') {
      const quoted = content.quoted === null ? {} : { quoted: content.quoted }
      if (!direct) {
        const { text, mentioned } = await mentionsIn(content.text, roomId, self, ids)
        return { text, addressed: mentioned, ...quoted }
      }
      const text = content.text.trim()
      return text === '' && content.quoted === null ? null : { text, addressed: true, ...quoted }
    }
    // in a room nothing but text can mention the bot
    if (content.kind === 'unreadable') return direct ? { text: '', addressed: true, unreadable: content.what } : null
    return null
  }

  return async (id) => {
    const payload = await lookup.message(id)
    const self = session.selfId
    if (!payload || self === null) return null
    const [talkerId, roomId] = [wordOf(payload.talkerId), 'roomId' in payload ? wordOf(payload.roomId) : '']
    if (talkerId === '' || SYSTEM_ACCOUNTS.has(talkerId)) return null
    const content = contentOf(payload)
    if (talkerId === self) {
      const to = roomId || ('listenerId' in payload ? wordOf(payload.listenerId) : '')
      if (content.kind === 'text') echoes.heard(to, wordOf(payload.text))
      return null
    }
    if (content.kind === 'recalled') {
      recalled.add(content.id)
      if (recalled.size > RECALLED_REMEMBERED) recalled.delete(recalled.values().next().value as string)
      return null
    }
    const now = clock().getTime()
    const sent = sentAt(payload.timestamp, now)
    if (content.kind === 'nothing' || recalled.has(id) || isTooOld(sent, now, session.loggedInAt)) return null
    if (roomId !== '' && !(await isAllowed(roomId))) return null

    const contact = await lookup.contact(talkerId)
    if (roomId === '' && contact?.type === types.Contact.Official) return null
    const mentionIds = 'mentionIdList' in payload && Array.isArray(payload.mentionIdList) ? payload.mentionIdList : []
    const said =
      content.kind === 'file'
        ? { text: '', addressed: roomId === '', files: [{ name: content.name, size: content.size, ref: id }] }
        : await spoken(content, roomId, self, namesOf(...mentionIds))
    if (said === null) return null
    const senderId = senderIdOf({ id: talkerId, alias: wordOf(contact?.alias) }, login())
    const name = wordOf(contact?.name)
    return {
      id,
      // ids of conversations may change at a login, those of messages do not
      deliveryId: id,
      conversation: {
        adapter: 'wechat',
        id: roomId === '' ? senderId : outwardId(roomId, login()),
        kind: roomId === '' ? 'direct' : 'group',
      },
      sender: { id: senderId, ...(name === '' ? {} : { name }) },
      at: new Date(sent).toISOString(),
      ...said,
    }
  }
}
