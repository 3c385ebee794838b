// npm run eval:peers                    Duban beside the libraries a developer would otherwise pick, on test/cases
// npm run eval:peers -- FOLDER          on the deadlines*.jsonl and questions*.jsonl of a folder, ledgers from its seeds
// --json prints the figures alone. Accuracy is the same on every run, times are this machine's.
import fs from 'node:fs'
import path from 'node:path'
import { PROGRAM } from '../eval/program.mjs'
import { compareDates } from './compare-dates.mjs'
import { compareIntents } from './compare-intents.mjs'
import { showDates, showIntents } from './report.mjs'

const args = process.argv.slice(2)

const main = async () => {
  const named = args.find((each) => !each.startsWith('--'))
  const folder = named === undefined ? null : path.resolve(named)
  if (!fs.existsSync(PROGRAM)) throw new Error(`${PROGRAM} is not there: npm run build`)
  if (folder !== null && !fs.existsSync(folder)) throw new Error(`No such folder: ${folder}`)
  const dates = await compareDates(folder)
  const intents = await compareIntents(folder)
  console.log(
    args.includes('--json')
      ? JSON.stringify({ dates, intents }, null, 2)
      : `${showDates(dates, folder === null)}\n\n${showIntents(intents)}`,
  )
}

try {
  await main()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
