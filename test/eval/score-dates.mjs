// Runs the time phrases of test/cases/dates*.json through `when --json`.
import fs from 'node:fs'
import { list } from './compare.mjs'
import { duban, jsonLines } from './program.mjs'

const CASES = new URL('../cases/', import.meta.url)
const key = (m) => `${m.due}|${m.recurs ?? null}|${Boolean(m.ongoing)}`
const same = (a, b) => list(a).map(key).sort().join() === list(b).map(key).sort().join()

/** Phrases with `text`, `now` and `milestones`; the cells of ledgers and the periods of questions are not for `when`. */
const phrases = (name) => {
  const file = JSON.parse(fs.readFileSync(new URL(name, CASES), 'utf8'))
  return list(Array.isArray(file) ? file : file.cases).filter(
    (c) =>
      c.text && c.now && c.milestones && (c.purpose ?? 'phrase') === 'phrase' && !c.milestones.some((m) => 'of' in m),
  )
}

/** @returns {{name: string, cases: number, passed: number, wrong: string[]}[]} one a file */
export const scoreDates = () =>
  fs
    .readdirSync(CASES)
    .filter((name) => /^dates.*\.json$/.test(name))
    .sort()
    .map((name) => {
      const cases = phrases(name)
      const input = cases.map((c) => JSON.stringify({ text: c.text, now: c.now })).join('\n')
      const replies = cases.length ? jsonLines(duban(['when', '--json'], `${input}\n`).out) : []
      const wrong = cases.flatMap((c, i) => {
        const got = list(replies[i]?.milestones)
        return [c.milestones, ...list(c.alt)].some((reading) => same(got, reading))
          ? []
          : [`${c.text} (${c.now.slice(0, 10)}): ${got.map(key).join(' ') || 'nothing'}`]
      })
      return { name, cases: cases.length, passed: cases.length - wrong.length, wrong }
    })
    .filter(({ cases }) => cases > 0)
