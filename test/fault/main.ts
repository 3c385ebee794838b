// The fault tests at length: `npm run fault [-- NAME…]`, a name being that of a figure or how some begin. Prints a line of
// JSON for each; ends with 1 where one of them is not what is promised.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figure } from './figures.ts'
import { seeded } from './random.ts'
import { reminderFigures } from './reminders/figures.ts'
import { reportFigures } from './reports/report-kills.ts'
import { slackFigures } from './slack/figures.ts'
import { storeFigures } from './store-figures.ts'
import { wechatFigures } from './wechat-figures.ts'

const FIGURES: readonly Figure[] = [
  ...storeFigures,
  ...reportFigures,
  ...reminderFigures,
  ...slackFigures,
  ...wechatFigures,
]

const names = process.argv.slice(2)
const chosen = FIGURES.filter(({ name }) => names.length === 0 || names.some((start) => name.startsWith(start)))
if (chosen.length === 0) {
  process.stderr.write(`no such figure; there are: ${FIGURES.map(({ name }) => name).join(' ')}\n`)
  process.exitCode = 2
}
for (const { name, run } of chosen) {
  const dir = await mkdtemp(join(tmpdir(), 'duban-fault-'))
  const start = performance.now()
  try {
    const { counts, sound } = await run(dir, seeded(1))
    const seconds = Math.round((performance.now() - start) / 1000)
    process.stdout.write(`${JSON.stringify({ figure: name, sound, ...counts, seconds })}\n`)
    if (!sound) process.exitCode = 1
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
