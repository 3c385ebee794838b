import type { Draft } from './reading.ts'

const STOPS = /[。;；]/
const OPENING = /^(?:[,、:)(，"]|分别|各自|均|都|并|且|则|前|起|要|须|应|需)+/
const CLOSING = /(?:[,、:(，"]|并|且|于|在|的)+$/
const LABEL = /^(?:完成|办结|推进|整改|落实|实施)?(?:时限|时间|期限|进度|节点|要求|日期|安排)$/
const HAS_WORDS = /[一-龥]{2}/

const trim = (text: string): string | null => {
  const words = text
    .replace(OPENING, '')
    .replace(CLOSING, '')
    .replace(/^\d+\.|^\([一二三四五六七八九十\d]+\)/, '')
  return HAS_WORDS.test(words) && !LABEL.test(words) ? words : null
}

/**
 * What is due: the words behind the time up to the next one or the end of the sentence; failing that, those of its
 * clause before it. `end` and `start` are where the neighbouring times begin and end.
 */
export const whatOf = (text: string, draft: Draft, start: number, end: number): string | null => {
  const behind = text.slice(draft.to, end)
  const stop = behind.search(STOPS)
  const after = trim(stop < 0 ? behind : behind.slice(0, stop))
  if (after !== null) return after
  if (stop < 0 && end < text.length && draft.to < end) return null
  const ahead = text.slice(start, draft.from)
  return trim(ahead.slice(Math.max(ahead.search(/[^。;,]*$/), 0)))
}
