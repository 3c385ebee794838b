import { numeralValue } from '../matching/number-reference.ts'
import { cuePattern } from './words.ts'

const COUNTED =
  /(\d[\d.]*|[一二两三四五六七八九十百]{1,4})([余多])?([个家项件台套处座公里亩辆户人次场份条部栋片村镇街站类])([\u4e00-\u9fff]{0,2})/g

interface Amount {
  count: number
  unit: string
  /** What is counted, as far as two characters tell. */
  noun: string
}

const amountsIn = (text: string): Amount[] =>
  [...text.matchAll(COUNTED)].map(([, count = '', , unit = '', noun = '']) => ({
    count: /\d/.test(count) ? Number(count) : numeralValue(count),
    unit,
    noun,
  }))

/** 1家投产: what follows says what became of it, not what it is. */
const isVerb = (noun: string): boolean =>
  noun.length < 2 ||
  cuePattern('^', 'done').test(noun) ||
  cuePattern('^', 'delivered').test(noun) ||
  /^[已均都全完]/.test(noun)

interface Wanted {
  amount: Amount
  behind: string
}

const wantedIn = (asked: string): Wanted[] =>
  [...asked.matchAll(COUNTED)].map((match) => ({
    amount: amountsIn(match[0])[0] as Amount,
    behind: asked.slice(match.index, match.index + match[0].length + 6),
  }))

const isAlike = (one: Amount, { amount, behind }: Wanted): boolean =>
  amount.unit === one.unit && (isVerb(one.noun) || behind.includes(one.noun))

/** 10个小区已完成 of a task that asks for 32个老旧小区: so many are fewer than what is to be done. */
export const isFewer = (said: string, asked: string): boolean => {
  const told = amountsIn(said)
  const wanted = wantedIn(asked)
  const fewer = told.some((one) => {
    const same = wanted.filter((other) => isAlike(one, other))
    return same.length > 0 && same.every(({ amount }) => amount.count > one.count)
  })
  return fewer && !told.some((one) => wanted.some((other) => isAlike(one, other) && one.count >= other.amount.count))
}

/** 完成46个排污口 of a task that asks for 46个排污口 and counts nothing else. */
export const isEnough = (said: string, asked: string): boolean => {
  const told = amountsIn(said)
  const wanted = wantedIn(asked)
  return (
    wanted.length > 0 &&
    wanted.every((other) => told.some((one) => isAlike(one, other) && one.count >= other.amount.count))
  )
}
