import { fieldOf } from './app-message.ts'

/** The line that WeChat draws between a quoted message and what is said about it. */
const RULE = /」[ \t]*\r?\n[ \t]*(?:- ?){5,}[ \t]*(?:\r?\n|$)/gu
/** What stands in place of a quoted message that is no text. */
const PLACEHOLDER = /^(?:\[[^[\]\n]{1,8}\]|图片|视频|动画表情|位置|未知消息)$/u
const TEXT = 1
const APP = 49

export interface Quote {
  /** Text of the quoted message, without the name of who said it; `null` where it is no text. */
  quoted: string | null
  /** What is said about it. */
  text: string
}

const quotedText = (text: string): string | null => {
  const bare = text.trim()
  return bare === '' || PLACEHOLDER.test(bare) ? null : bare
}

/** `「名：原文」`, a line of hyphens, then what is said about it: how most puppets hand over a quoting message. */
export const readDrawnQuote = (text: string): Quote | null => {
  if (!text.startsWith('「')) return null
  // a quoted message may hold a quote of its own: the last rule is the one that counts
  const rule = [...text.matchAll(RULE)].at(-1)
  if (!rule) return null
  const inside = text.slice(1, rule.index)
  const colon = inside.search(/[：:]/u)
  return { quoted: quotedText(inside.slice(colon + 1)), text: text.slice(rule.index + rule[0].length).trim() }
}

/**
 * The `refermsg` of an app message of type 57, how the other puppets hand over a quoting message.
 * @param xml the inside of its `appmsg`
 */
export const readReferredQuote = (xml: string): Quote => {
  const referred = fieldOf(xml, 'refermsg', 'raw') ?? ''
  const content = fieldOf(referred, 'content') ?? ''
  const kind = Number(fieldOf(referred, 'type'))
  const quoted = kind === TEXT ? content : kind === APP ? (fieldOf(content, 'title') ?? '') : ''
  return {
    quoted: quotedText(readDrawnQuote(quoted)?.text ?? quoted),
    text: (fieldOf(xml.replace(referred, ''), 'title') ?? '').trim(),
  }
}
