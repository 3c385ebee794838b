import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { assemble } from '../../src/assemble.ts'
import { CHANGE, type Person, type Task } from '../../src/domain/index.ts'
import { openStore } from '../../src/store/index.ts'
import { quantile } from './statistics.ts'

/** People who report at once, and how long each waits until the report is on disk. */
export interface ReportingSpeed {
  tasks: number
  people: number
  /** Milliseconds until the acknowledgement. */
  median: number
  p95: number
  /** One raw synced write of the same bytes, milliseconds, median. */
  write: number
  /** Reports that were not recorded at once. */
  refused: number
}

const PEOPLE = 100
const AT = '2020-01-05T09:00:00+08:00'

const liaison = (n: number, { lead }: Task): Person => ({
  id: `slack:U${n}`,
  name: `联络员${n}`,
  role: 'liaison',
  units: lead.slice(0, 1),
  state: 'active',
  since: AT,
  deputies: [],
})

/** Tasks with a lead of their own and a plain number, spread over the store. */
const chosen = (tasks: readonly Task[]): Task[] => {
  const plain = tasks.filter(({ lead, no }) => lead.length === 1 && /^\d+$/.test(no))
  const step = Math.max(1, Math.floor(plain.length / PEOPLE))
  return Array.from({ length: PEOPLE }, (_, n) => plain[n * step]).filter((task): task is Task => task !== undefined)
}

const rawWrites = (dir: string, bytes: number, rounds: number): number => {
  const file = openSync(join(dir, 'raw'), 'a')
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    writeSync(file, 'x'.repeat(bytes))
    fsyncSync(file)
    return performance.now() - start
  })
  closeSync(file)
  return quantile(times, 0.5)
}

/** Measures on the store of a folder, which is changed. */
export const measureReporting = async (dir: string, rounds: number): Promise<ReportingSpeed> => {
  const store = await openStore({ dir, now: () => new Date(AT) })
  try {
    const tasks = chosen(store.snapshot().tasks)
    await store.update((state) => ({ ...state, people: tasks.map((task, n) => liaison(n, task)) }))
    const bot = assemble(store)
    const waits: number[] = []
    let refused = 0
    const reportAll = async (round: number): Promise<void> => {
      const begun = performance.now()
      await Promise.all(
        tasks.map(async ({ no, ledgerId }, n) => {
          const short = store.snapshot().ledgers.find(({ id }) => id === ledgerId)?.short ?? ''
          const reply = await bot.answer({
            id: `${round}-${n}`,
            conversation: { adapter: 'slack', id: `D${n}`, kind: 'direct' },
            sender: { id: `U${n}` },
            text: tasks.length > 1 ? `${short}第${no}项正在推进，已检查${round}家` : '',
            addressed: true,
            at: new Date(Date.parse(AT) + round * 120_000).toISOString(),
          })
          if (!reply.text.startsWith('已记')) refused++
          else if (round > 0) waits.push(performance.now() - begun)
        }),
      )
    }
    for (let round = 0; round <= rounds; round++) await reportAll(round)
    const last = store.entries(CHANGE).at(-1)
    const [median, p95] = [quantile(waits, 0.5), quantile(waits, 0.95)]
    const write = rawWrites(dir, Buffer.byteLength(JSON.stringify(last ?? '')), 50)
    return { tasks: store.snapshot().tasks.length, people: tasks.length, median, p95, write, refused }
  } finally {
    await store.close()
  }
}
