// Runs the scorers that another folder brings along against the built program.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { PROGRAM } from './program.mjs'

const files = (folder, pattern) =>
  fs
    .readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => path.join(folder, name))

/** Documents with their gold: the gold names its document (`seed`), else the names begin alike. */
const documentsWithGold = (folder) => {
  const documents = [path.join(folder, 'seeds'), path.join(folder, '..', 'seeds')].find((f) => fs.existsSync(f))
  const gold = path.join(folder, 'gold')
  if (!documents || !fs.existsSync(gold)) return []
  return files(gold, /\.json$/).flatMap((file) => {
    const key = path.basename(file, '.json')
    const { seed } = JSON.parse(fs.readFileSync(file, 'utf8'))
    const document = fs
      .readdirSync(documents)
      .find((name) => name === seed || name.startsWith(`${key}_`) || name.startsWith(`${key}.`))
    return document ? [path.join(documents, document), file] : []
  })
}

/**
 * Runs score.mjs, when.mjs and import.mjs of a folder, as far as they are there, and passes their output through.
 * @param {string} folder
 * @param {string[]} options for the scorers; those of score.mjs that take a value go to it alone
 * @returns {number} 0 when everything ran and no scorer complained, else 1
 */
export const runForeign = (folder, options) => {
  if (!fs.existsSync(folder) || !fs.statSync(folder).isDirectory()) {
    console.error(`No such folder: ${folder}`)
    return 1
  }
  const flags = options.filter(
    (option, i) =>
      /^--(verbose|core|min=)/.test(option) && !/^--(only|skip|id|jobs|timeout|out)$/.test(options[i - 1] ?? ''),
  )
  const plans = [
    [
      'score.mjs',
      files(folder, /^questions.*\.jsonl$/).map((file) => [file, ...options, '--', process.execPath, PROGRAM]),
    ],
    ['when.mjs', files(folder, /^deadlines.*\.jsonl$/).map((file) => [file, ...flags])],
    ['import.mjs', documentsWithGold(folder).length ? [[...documentsWithGold(folder), ...flags]] : []],
  ]
  let failed = false
  for (const [scorer, runs] of plans) {
    const file = path.join(folder, scorer)
    const missing = !fs.existsSync(file) ? file : !runs.length ? `the cases of ${file}` : null
    if (missing) {
      console.error(`Missing: ${missing}`)
      failed = true
      continue
    }
    for (const args of runs) {
      console.log(`\n${scorer} ${path.basename(args[0])}`)
      const run = spawnSync(process.execPath, [file, ...args], {
        stdio: 'inherit',
        env: { ...process.env, DUBAN: `${process.execPath} ${PROGRAM}` },
      })
      if (run.status !== 0) failed = true
    }
  }
  return failed ? 1 : 0
}
