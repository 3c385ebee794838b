import { readFileSync } from 'node:fs'
import { EVERYTHING } from '../../src/exporting/disclosure.ts'
import { type ExportFormat, writeFileOf } from '../../src/exporting/formats.ts'
import { readLedgerFile } from '../../src/importing/import-file.ts'
import { planImport } from '../../src/importing/plan-import.ts'

const MOST_IN_WORD = 500

// Run by documents.ts in a process of its own: export-child.js FORMAT ROUNDS FILE; Word gets as many tasks as a conversation gives it

const [format = 'xlsx', rounds = '1', path = ''] = process.argv.slice(2)
const megabytes = (): number => process.memoryUsage().rss / 2 ** 20

const file = { name: '台账.xlsx', bytes: readFileSync(path) }
const empty = { ledgers: [], tasks: [], groups: [], people: [] }
const read = await readLedgerFile(file)
const { state } = planImport(empty, [{ file: file.name, read }], new Date('2024-05-06T09:00:00+08:00'))
const tasks = format === 'docx' ? state.tasks.slice(0, MOST_IN_WORD) : state.tasks
const items = tasks.flatMap((task) => state.ledgers.map((ledger) => ({ task, ledger })))

const before = megabytes()
const times: number[] = []
const sizes: number[] = []
for (let round = 0; round < Number(rounds); round++) {
  const start = performance.now()
  await writeFileOf(format as ExportFormat, { items, today: '2024-05-06' }, EVERYTHING)
  times.push(performance.now() - start)
  sizes.push(megabytes() - before)
}
process.stdout.write(JSON.stringify({ result: items.length, times, sizes }))
