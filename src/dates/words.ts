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

/** Words as one alternative of a regular expression, longer ones first. */
export const anyOf = (words: string[]): string => `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`
