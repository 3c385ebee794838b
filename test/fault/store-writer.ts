// Writes to a store as fast as it can and says on standard output what has been acknowledged, until it is killed:
// `state N` when ledger N is kept, `entry N` when journal entry N is, `commit N` when commit N is. Several of each are always under way.
import { writeSync } from 'node:fs'
import { openStore } from '../helpers/store.ts'
import { ledger, stateOf, task } from '../store/samples.ts'

const AT_ONCE = 6
const dir = process.argv[2] as string
const store = await openStore({ dir })
let nextState = store.snapshot().ledgers.length
let nextCommit = store.snapshot().tasks[0]?.progress ?? 0
let nextEntry = store.entries('kept').length

const keepAdding = async (): Promise<never> => {
  for (;;) {
    const n = nextState++
    await store.update((state) => ({
      ...state,
      ledgers: [...state.ledgers, ledger(n)],
      tasks: [...state.tasks, task(n, `${n}`)],
    }))
    writeSync(1, `state ${n}\n`)
  }
}

/** Each commit counts the first task's progress up by one: a lost or a doubled one leaves a gap in the trail. */
const keepCommitting = async (): Promise<never> => {
  for (;;) {
    const n = nextCommit++
    await store.commit((state) => {
      const [first] = state.tasks
      if (!first) return null
      return {
        id: `commit ${n}`,
        at: '2020-01-05T01:00:00.000Z',
        by: { id: null, name: null },
        action: 'report',
        text: '',
        rows: [
          {
            part: 'tasks',
            id: first.id,
            before: { progress: first.progress },
            after: { progress: first.progress + 1 },
          },
        ],
      }
    })
    writeSync(1, `commit ${n}\n`)
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

if (store.snapshot().tasks.length === 0)
  await store.update(() => ({ ...stateOf(0), tasks: [task(0, '0')], ledgers: [ledger(0)] }))
nextState = Math.max(nextState, 1)
const works = [keepAdding, keepAppending, keepCommitting]
await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => works[n % works.length]?.()))
