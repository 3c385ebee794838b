import { openBots } from './duban-bot.mjs'
import { classOf, intentCases } from './intent-cases.mjs'
import { trainNodeNlp } from './node-nlp.mjs'
import { timePerPhrase } from './timing.mjs'

/**
 * Every question through Duban's bot and through node-nlp.
 * @param {string | null} folder null for the project's own cases
 * @returns {Promise<{name: string, groups: {group: string, cases: number, right: number}[], invented: number,
 *   time: {median: number, mean: number, cpu: number}}[]>} `invented`: an intent given where there is none
 */
export const compareIntents = async (folder) => {
  const cases = intentCases(folder)
  const answer = await openBots(cases, folder)
  const classify = await trainNodeNlp()
  const choosers = [
    { name: 'Duban', choose: answer },
    { name: 'node-nlp', choose: ({ text }) => classify(text) },
  ]
  const groups = [...new Set(cases.map(({ right }) => right[0]))].sort()
  const results = []
  for (const { name, choose } of choosers) {
    const judged = []
    for (const each of cases) {
      const got = classOf((await choose(each)).intent)
      judged.push({ ...each, got, passed: each.right.includes(got) })
    }
    results.push({
      name,
      groups: groups.map((group) => {
        const own = judged.filter(({ right }) => right[0] === group)
        return { group, cases: own.length, right: own.filter(({ passed }) => passed).length }
      }),
      invented: judged.filter(({ right, got, passed }) => !passed && right.includes('unknown') && got !== 'unknown')
        .length,
      time: await timePerPhrase(cases, choose),
    })
  }
  return results
}
