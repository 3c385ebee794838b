import { sticky } from '../fields.ts'
import { anyOf, timeWords } from '../words.ts'

let read: ReturnType<typeof sticky> | undefined

const expression = (): ReturnType<typeof sticky> => {
  const { continuing, heads, adverbs, continued } = timeWords()
  return sticky(`${anyOf(heads)}|${anyOf(continuing)}(?:${anyOf(adverbs)}{0,2}${anyOf(continued)}|(?=$|[,。;、.)]))`)
}

const NOT_BEFORE = /[可中]$/
const NOT_AFTER = /^(?:性|时间|期|化?机制|化?制度|护理|处方|以来|投资|规划)/

/** 持续推进, 长期坚持, 常态化开展: continuing work. Returns where it ends. */
export const readOngoing = (text: string, at: number): number | null => {
  read ??= expression()
  const match = read(text, at)
  if (!match || NOT_BEFORE.test(text.charAt(at - 1))) return null
  const to = at + match[0].length
  return NOT_AFTER.test(text.slice(to, to + 3)) ? null : to
}
