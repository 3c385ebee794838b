import { readFileSync } from 'node:fs'
import { read } from '@e965/xlsx'
import { readLedgerFile } from '../../src/importing/import-file.ts'

// Run by documents.ts in a process of its own: document-child.js library|duban|refuse ROUNDS FILE

const [what, rounds = '1', path = ''] = process.argv.slice(2)
const bytes = readFileSync(path)
const megabytes = (): number => process.memoryUsage().rss / 2 ** 20

const READERS: Readonly<Record<string, () => Promise<number>>> = {
  library: async () => read(bytes).SheetNames.length,
  duban: async () => (await readLedgerFile({ name: '台账.xlsx', bytes })).tasks.length,
  refuse: () =>
    readLedgerFile({ name: '台账.xlsx', bytes }).then(
      ({ tasks }) => tasks.length,
      () => 0,
    ),
}

const before = megabytes()
const times: number[] = []
const sizes: number[] = []
let result = 0
for (let round = 0; round < Number(rounds); round++) {
  const start = performance.now()
  result = (await READERS[what ?? '']?.()) ?? 0
  times.push(performance.now() - start)
  sizes.push(megabytes() - before)
}
process.stdout.write(JSON.stringify({ result, times, sizes }))
