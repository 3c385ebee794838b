// Asks for a store when it is told to on standard input, says `won` or why not, and holds it until its input ends.
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { openStore } from '../helpers/store.ts'

const dir = process.argv[2] as string
writeSync(1, 'ready\n')
let close = async () => {}
for await (const _ of createInterface({ input: process.stdin })) {
  try {
    const store = await openStore({ dir })
    close = () => store.close()
    writeSync(1, 'won\n')
  } catch (error) {
    writeSync(1, `${(error as Error).message}\n`)
  }
}
await close()
