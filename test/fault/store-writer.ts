// Writes to a store as fast as it can and says on standard output what has been acknowledged, until it is killed:
// `state N` when ledger N is kept, `entry N` when journal entry N is. Several of each are always under way.
import { writeSync } from 'node:fs'
import { openStore } from '../helpers/store.ts'
import { ledger, task } from '../store/samples.ts'

const AT_ONCE = 4
const dir = process.argv[2] as string
const store = await openStore({ dir })
let nextState = store.snapshot().ledgers.length
let nextEntry = store.entries('kept').length

const keepAdding = async (): Promise<never> => {
  for (;;) {
    const n = nextState++
    await store.update(({ ledgers, tasks, groups }) => ({
      ledgers: [...ledgers, ledger(n)],
      tasks: [...tasks, task(n, `${n}`)],
      groups,
    }))
    writeSync(1, `state ${n}\n`)
  }
}

const keepAppending = async (): Promise<never> => {
  for (;;) {
    const n = nextEntry++
    await store.append({ kind: 'kept', at: '2020-01-05T01:00:00.000Z', body: n })
    writeSync(1, `entry ${n}\n`)
    await store.append({ kind: 'passing', at: '2020-01-05T01:00:00.000Z', body: n })
    if (n % 16 === 0) await store.compact(({ kind }) => kind !== 'passing')
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => (n % 2 === 0 ? keepAdding() : keepAppending())))
