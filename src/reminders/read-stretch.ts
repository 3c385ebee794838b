import { readTimes } from '../dates/index.ts'
import { addDays, type Day } from '../domain/index.ts'
import type { PutOff } from './recipient.ts'

/**
 * A time in a wish, as a pattern: 今天, 这周, 下周一, 3月25日之前, 月底. What it is called stands in the group `when`.
 * Only what a calendar can tell is in it, so that a wish is never about a time that was guessed.
 */
const NAMED = [
  '(?:今|明|后|大后)[天日]',
  '(?:这|今明|明后)两天',
  '(?:这个?|本|下个?|下下个?)?(?:周|星期|礼拜)[一二三四五六日天末]',
  '(?:这个?|本|下个?|下下个?)(?:周|星期|礼拜)',
  '(?:这个?|本|下个?)?月(?:底|末|初|中旬|上旬|下旬)',
  '(?:这个?|本|下个?)月',
  '(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?|底|末|初|中旬|上旬|下旬|份)?',
  '\\d{1,2}[日号]',
  '(?:春节|清明节?|五一|劳动节|端午节?|中秋节?|国庆节?|元旦)',
].join('|')
export const WHEN = `(?<when>(?:${NAMED})(?:上午|下午)?(?:之前|以前|前|之后|以后|后)?)`

const BOTH_DAYS = /^(?:(?:这|今明)两天|(明后)两天)/
const BEFORE = /(?:之前|以前|前)$/
const AFTER = /(?:之后|以后|后)$/

/**
 * The days on which nothing is wanted: 这周别发 says them, 下周一再提醒我 the day after them.
 * @param when as WHEN has found it
 * @param again whether the day named is the one on which it comes back
 * @returns null where the words name no day, or none that lies ahead
 */
export const readStretch = (when: string, again: boolean, today: Day): PutOff | null => {
  const both = BOTH_DAYS.exec(when)
  if (both) {
    if (again) return null
    const from = addDays(today, both[1] === undefined ? 0 : 1)
    return { from, until: addDays(from, 1) }
  }
  const [time] = readTimes(when.replace(BEFORE, '').replace(AFTER, ''), { now: today, purpose: 'phrase' }).milestones
  if (!time || time.due === null || time.recurs !== null) return null
  const first = time.start ?? time.due
  const until = AFTER.test(when) ? time.due : again || BEFORE.test(when) ? addDays(first, -1) : time.due
  const from = again || BEFORE.test(when) || AFTER.test(when) || first < today ? today : first
  return until < from ? null : { from, until }
}
