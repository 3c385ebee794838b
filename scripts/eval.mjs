// npm run eval                          measures the built program on test/cases
// npm run eval -- --verbose             and lists what is wrong; --only GROUP,… takes some groups of questions
// npm run eval -- FOLDER [OPTIONS]      runs the scorers of that folder instead
// The held-out questions are counted but never listed: nobody should tune on them. Ends with 1 below the thresholds.
import fs from 'node:fs'
import path from 'node:path'
import { questionFiles, readCases } from '../test/eval/cases.mjs'
import { runForeign } from '../test/eval/foreign.mjs'
import { PROGRAM } from '../test/eval/program.mjs'
import { scoreDates } from '../test/eval/score-dates.mjs'
import { FIELDS, scoreImport } from '../test/eval/score-import.mjs'
import { scoreQuestions, tally } from '../test/eval/score-questions.mjs'
import { percent, table } from '../test/eval/table.mjs'

const THRESHOLDS = { cases: 0.9, confident: 0.03, import: 0.95 }

const args = process.argv.slice(2)
const verbose = args.includes('--verbose')
const only = args.includes('--only') ? args[args.indexOf('--only') + 1].split(',') : null

const showImport = () => {
  const scores = scoreImport()
  const rows = scores.map(({ name, outline, rows: all, extra }) => {
    const right = (field) =>
      outline ? '' : `${all.filter((row) => row.found && !row.wrong.includes(field)).length}/${all.length}`
    return [
      name,
      `${all.filter((row) => row.found).length}/${all.length}`,
      all.filter((row) => !row.wrong.length).length,
      extra.length,
      ...FIELDS.map(right),
    ]
  })
  console.log(table([['ledger', 'found', 'perfect', 'extra', ...FIELDS], ...rows]))
  for (const { name, rows: all, extra, complaint } of scores) {
    if (complaint) console.log(`note: ${name}: ${complaint}`)
    if (!verbose) continue
    for (const row of all.filter((r) => r.wrong.length)) {
      console.log(
        `  ${name} ${row.no}: ${row.wrong
          .map((field) => (row.got ? `${field} ${JSON.stringify(row.got[field])}` : field))
          .join('; ')
          .slice(0, 300)}`,
      )
    }
    for (const task of extra) console.log(`  ${name} extra: ${task.no} ${String(task.content).slice(0, 40)}`)
  }
  const all = scores.flatMap((score) => score.rows)
  const extra = scores.reduce((sum, score) => sum + score.extra.length, 0)
  const perfect = all.filter((row) => !row.wrong.length).length
  console.log(`rows perfect ${perfect}/${all.length} (${percent(perfect, all.length)}), extra ${extra}\n`)
  return perfect / all.length >= THRESHOLDS.import && extra <= all.length * (1 - THRESHOLDS.import)
}

const showDates = () => {
  const scores = scoreDates()
  if (!scores.length) console.log('no test/cases/dates*.json\n')
  for (const { name, cases, passed, wrong } of scores) {
    console.log(`${name}: ${passed}/${cases} (${percent(passed, cases)})`)
    if (verbose) for (const line of wrong) console.log(`  ${line}`)
  }
  if (scores.length) console.log('')
}

const row = (name, t) => [
  name,
  `${t.passed}/${t.cases}`,
  percent(t.passed, t.cases),
  `${t.turnsPassed}/${t.turns}`,
  t.confident,
  percent(t.confident, t.turns),
  t.none,
]
const HEAD = ['questions', 'cases', '', 'turns', 'confidently wrong', '', 'wrongly none']

const showFailures = (results) => {
  for (const result of results.filter((r) => !r.pass)) {
    console.log(result.id)
    for (const turn of result.turns) {
      const mark = turn.pass ? 'ok   ' : turn.confident ? 'WRONG' : turn.none ? 'NONE ' : 'fail '
      console.log(`  ${mark} ${turn.text.slice(0, 60)}${turn.pass ? '' : `  -- ${turn.why}`}`)
    }
  }
}

const goodEnough = (t) =>
  t.cases === 0 || (t.passed >= t.cases * THRESHOLDS.cases && t.confident <= t.turns * THRESHOLDS.confident)

const showQuestions = () => {
  const isHeldOut = (url) => url.pathname.includes('held-out')
  const take = (test) =>
    questionFiles()
      .filter(test)
      .flatMap(readCases)
      .filter((kase) => !only || only.includes(kase.group))
  const open = scoreQuestions(take((url) => !isHeldOut(url)))
  const heldOut = scoreQuestions(take(isHeldOut))
  if (verbose) showFailures(open.results)
  const groups = [...new Set(open.results.map((result) => result.group))]
  const [all, held] = [tally(open.results), tally(heldOut.results)]
  const byGroup = groups.map((group) => row(group, tally(open.results.filter((result) => result.group === group))))
  console.log(table([HEAD, ...byGroup, row('TOTAL', all), row('HELD OUT', held)]))
  for (const note of [...open.notes, ...heldOut.notes]) console.log(`note: ${note}`)
  return goodEnough(all) && goodEnough(held)
}

const main = () => {
  if (!fs.existsSync(PROGRAM)) {
    console.error(`${PROGRAM} is not there: npm run build`)
    return 1
  }
  if (args[0] !== undefined && !args[0].startsWith('--')) return runForeign(path.resolve(args[0]), args.slice(1))
  const importGood = only ? true : showImport()
  if (!only) showDates()
  return showQuestions() && importGood ? 0 : 1
}

process.exitCode = main()
