import type { Draft } from './reading.ts'

const STOPS = /[。;；]/
const OPENING = /^(?:[,，、:：)）(（"“”]|分别|各自|均|都|并|且|则|前|起|要|须|应|需)+/
const CLOSING = /(?:[,，、:：(（"“”]|并|且|于|在|的)+$/
const LABEL = /^(?:完成|办结|推进|整改|落实|实施)?(?:时限|时间|期限|进度|节点|要求|日期|安排)$/
/** Says that it is to be done, but not what. */
const BARE =
  /^(?:全面|基本|全部|如期|按时|持续|深入|组织)?(?:完成|办结|推进|落实|实施|开展|到位|落实到位|整改到位|见效|各?[一1]次)$/
/** 2025年汛期前完成10个 has a time of its own, if one without a day: it is no name for the next. */
const OTHERWISE_TIMED = /(?:\d{4}年|[汛雨旺淡]期|入汛)[^,，]{0,4}前/
const HAS_WORDS = /[一-龥]{2}/
/** Who is to do it, right before the time: 各乡镇(于)每年6月底前. */
const ACTOR = /(?:^|[,，。;；])([一-龥（）()、]{1,13}?[一-龥])(?:应当?|要|须|需|于|在|务必)*$/
const NUMBERING = /^\d+\.|^[(（][一二三四五六七八九十\d]+[)）]/

const trim = (text: string): string | null => {
  let words = text.replace(OPENING, '').replace(CLOSING, '').replace(NUMBERING, '')
  if (/[)）]$/.test(words) && !/[(（]/.test(words)) words = words.slice(0, -1)
  return HAS_WORDS.test(words) && !LABEL.test(words) && !BARE.test(words) ? words : null
}

/** The last clause before a time, or the one before it where nothing stands between comma and time. */
const clauseBefore = (text: string): string | null => {
  const sentence = text.slice(text.search(/[^。;；]*$/))
  const clauses = sentence.split(/[,，]/).map((clause) => (OTHERWISE_TIMED.test(clause) ? null : trim(clause)))
  return clauses.at(-1) ?? clauses.at(-2) ?? null
}

const actorBefore = (text: string): string => {
  const match = ACTOR.exec(text)
  return match && !LABEL.test(match[1] as string) ? (match[1] as string) : ''
}

/**
 * What is due, in the document's own signs: who is to do it and the words behind the time up to the next one or the
 * end of the sentence; failing that, for the first time of a text, the clause before it. `start` and `end` are where
 * the neighbouring times end and begin.
 */
export const whatOf = (text: string, draft: Draft, start: number, end: number): string | null => {
  const behind = text.slice(draft.to, end)
  const stop = behind.search(STOPS)
  const after = trim(stop < 0 ? behind : behind.slice(0, stop))
  if (after !== null) return actorBefore(text.slice(start, draft.from)) + after
  return start === 0 && draft.from > 0 ? clauseBefore(text.slice(0, draft.from)) : null
}
