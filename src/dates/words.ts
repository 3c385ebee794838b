import { dataFile } from '../data.ts'

interface TimeWords {
  continuing: string[]
  heads: string[]
  adverbs: string[]
  continued: string[]
  undatedEvents: string[]
  notTimes: string[]
}

const file = dataFile<TimeWords>('time-words.json')

/** The words of `data/time-words.json`. */
export const timeWords = (): TimeWords => file()

let event: RegExp | undefined

/** An event without a day of its own behind a year: 2022年春季, 今年汛期前; null where something else follows (春季招生). */
export const undatedEventAt = (text: string, at: number): number | null => {
  event ??= new RegExp(
    `的?${anyOf(file().undatedEvents)}(?:天(?!气|然)|学[期年]|开学)?(?=之?前|以前|之?后|以后|期间|以来|起|至|到|末|初|中(?!学|小)|内|[,。;、)]|$)`,
    'y',
  )
  event.lastIndex = at
  const match = event.exec(text)
  return match && at + match[0].length
}

/** Words as one alternative of a regular expression, longer ones first. */
export const anyOf = (words: string[]): string => `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`
