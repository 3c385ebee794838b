import { dateCases, isRight } from './date-cases.mjs'
import { dateReaders } from './date-peers.mjs'
import { timePerPhrase } from './timing.mjs'

/** A library that throws has read nothing. */
const readOrNothing = (reader, { text, today, minutes }) => {
  try {
    return reader.read(text, today, minutes)
  } catch {
    return []
  }
}

/**
 * Every phrase through every reader.
 * @param {string | null} folder null for the project's own cases
 * @returns {Promise<{name: string, groups: {group: string, cases: number, right: number, claimed: boolean}[],
 *   invented: number, time: {median: number, mean: number, cpu: number}}[]>} `invented`: wrong though it gave something
 */
export const compareDates = async (folder) => {
  const cases = dateCases(folder)
  const groups = [...new Set(cases.map(({ group }) => group))]
  const results = []
  for (const reader of await dateReaders()) {
    const judged = cases.map((each) => {
      const got = readOrNothing(reader, each)
      return { ...each, right: isRight(each, got), gave: got.length > 0 }
    })
    results.push({
      name: reader.name,
      groups: groups.map((group) => {
        const own = judged.filter((each) => each.group === group)
        return {
          group,
          cases: own.length,
          right: own.filter(({ right }) => right).length,
          claimed: reader.claims(group),
        }
      }),
      invented: judged.filter(({ right, gave }) => !right && gave).length,
      time: await timePerPhrase(cases, (each) => readOrNothing(reader, each)),
    })
  }
  return results
}
