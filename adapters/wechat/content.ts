import { types } from 'wechaty-puppet'
import type { Unreadable } from '../../src/adapter.ts'
import { appMessageOf, fieldOf, LONGEST_XML, mayBeApp } from './app-message.ts'
import { readDrawnQuote, readReferredQuote } from './quotes.ts'

/** What a message of the platform says, whatever the puppet calls it. */
export type Content =
  | { kind: 'text'; text: string; quoted: string | null }
  | { kind: 'file'; name: string; size: number | null }
  | { kind: 'unreadable'; what: Unreadable }
  | { kind: 'recalled'; id: string }
  /** Notices of the system, and what cannot be told apart from them. */
  | { kind: 'nothing' }

/** Longest text that is read, in characters: what WeChat lets a person send. */
const LONGEST_TEXT = 16_384

const KINDS: ReadonlyMap<number, Unreadable> = new Map([
  [types.Message.Audio, 'voice'],
  [types.Message.Image, 'image'],
  [types.Message.Video, 'video'],
  [types.Message.Emoticon, 'sticker'],
  [types.Message.Contact, 'card'],
  [types.Message.MiniProgram, 'card'],
  [types.Message.GroupNote, 'card'],
  [types.Message.Transfer, 'card'],
  [types.Message.RedEnvelope, 'card'],
  [types.Message.Post, 'card'],
  [types.Message.ChatHistory, 'forwarded'],
  [types.Message.Location, 'location'],
])

/** WeChat's own numbers of app messages. */
const APP_FILE = 6
const APP_QUOTE = 57
const APP_KINDS: ReadonlyMap<number, Unreadable> = new Map([
  [2, 'image'],
  [3, 'card'],
  [4, 'video'],
  [5, 'card'],
  [8, 'sticker'],
  [15, 'sticker'],
  [17, 'location'],
  [19, 'forwarded'],
  [33, 'card'],
  [36, 'card'],
  [51, 'card'],
  [53, 'card'],
  [2000, 'card'],
  [2001, 'card'],
])

const NOTHING: Content = { kind: 'nothing' }
const unreadable = (what: Unreadable | undefined): Content => (what ? { kind: 'unreadable', what } : NOTHING)
const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const fileOf = (name: string, size: number): Content => ({
  kind: 'file',
  name: name || '文件',
  size: Number.isSafeInteger(size) && size > 0 ? size : null,
})

/** What WeChat's XML says; `null` where the text is none. */
const appContent = (text: string): Content | null => {
  const app = appMessageOf(text)
  if (app === null) return null
  const kind = Number(fieldOf(app.replace(fieldOf(app, 'refermsg', 'raw') ?? '', ''), 'type'))
  if (kind === APP_QUOTE) return { kind: 'text', ...readReferredQuote(app) }
  if (kind === APP_FILE) return fileOf(fieldOf(app, 'title') ?? '', Number(fieldOf(app, 'totallen')))
  return unreadable(APP_KINDS.get(kind))
}

const textContent = (text: string): Content => {
  const quote = readDrawnQuote(text)
  return quote ? { kind: 'text', ...quote } : { kind: 'text', text, quoted: null }
}

/** The text of a payload, as far as it is looked at; web puppets leave the line breaks of the page. */
const textOf = (text: string): string =>
  text.slice(0, mayBeApp(text) ? LONGEST_XML : LONGEST_TEXT).replace(/<br\s{0,4}\/?>/giu, '\n')

/** Reads a payload as it comes from a puppet, which may be anything. */
export const contentOf = (payload: { type?: unknown; text?: unknown; filename?: unknown }): Content => {
  const type = typeof payload.type === 'number' ? payload.type : types.Message.Unknown
  const text = textOf(wordOf(payload.text))
  const filename = wordOf(payload.filename)
  if (type === types.Message.Recalled) return { kind: 'recalled', id: text.trim() }
  const app = appContent(text)
  switch (type) {
    case types.Message.Attachment:
      // what a puppet takes for a file only because it is an app message
      if (app && app.kind !== 'file' && filename === '') return app
      return fileOf(filename || (app?.kind === 'file' ? app.name : ''), app?.kind === 'file' ? (app.size ?? 0) : 0)
    case types.Message.Text:
      return app ?? textContent(text.slice(0, LONGEST_TEXT))
    case types.Message.Unknown:
      return app ?? (/\.\w{2,5}$/u.test(filename) ? fileOf(filename, 0) : NOTHING)
    case types.Message.Url:
      return app ?? unreadable('card')
    default:
      return unreadable(KINDS.get(type))
  }
}
