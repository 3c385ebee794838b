import { readTimes } from '../dates/index.ts'
import { addDays, type Day } from '../domain/index.ts'

const LENGTH = /(?:这|接下来|未来|后面?)?(\d{1,2}|[一二两三四五六七八九十]{1,2}|半)个?(天|周|星期|礼拜|月)/
const DIGITS = '零一二三四五六七八九十'
const DAYS: Readonly<Record<string, number>> = { 天: 1, 周: 7, 星期: 7, 礼拜: 7, 月: 30 }

const amountOf = (word: string): number =>
  word === '半' ? 0.5 : word === '两' ? 2 : /^\d/.test(word) ? Number(word) : DIGITS.indexOf(word)

/** From when until when somebody is away, both days included: 这两周, 到下周五, 7月1日到10日; null where it is not said. */
export const deputyPeriod = (words: string, today: Day): { from: Day; until: Day } | null => {
  const [, amount, unit] = LENGTH.exec(words) ?? []
  const days = amount === undefined || unit === undefined ? 0 : Math.round(amountOf(amount) * (DAYS[unit] ?? 1))
  if (days > 0 && !/月\d|[到至]/.test(words)) return { from: today, until: addDays(today, days - 1) }
  const { milestones } = readTimes(words, { now: today, purpose: 'question', looks: 'ahead' })
  const found = milestones.filter(({ due }) => due !== null && !due.startsWith('X'))
  const [first] = found
  const last = found.at(-1)
  if (!first || !last) return null
  const from = first.start ?? (found.length > 1 ? first.due : null) ?? today
  return { from: from < today ? today : from, until: last.due as Day }
}
