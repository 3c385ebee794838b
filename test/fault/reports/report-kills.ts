import { CHANGE, type Change } from '../../../src/domain/index.ts'
import { sampleLedger } from '../../helpers/sample-ledger.ts'
import { openStore } from '../../helpers/store.ts'
import { startChild } from '../child.ts'
import { type Figure, figure } from '../figures.ts'

/** What came of killing a process that takes reports again and again. */
export interface ReportKillCounts {
  kills: number
  acknowledged: number
  /** Acknowledged, and not in the store afterwards. */
  lost: number
  /** Applied more than once. */
  twice: number
  /** Tasks that the audit trail does not agree with. */
  disagreeing: number
}

const trailOf = async (dir: string) => {
  const store = await openStore({ dir })
  const changes = store.entries(CHANGE).map(({ body }) => (body as { change: Change }).change)
  const { tasks } = store.snapshot()
  await store.close()
  return { changes, tasks }
}

/** Kills the process after some acknowledgement, `kills` times. `pick(n)` gives a whole number below n. */
export const reportKills = async (
  dir: string,
  kills: number,
  pick: (n: number) => number,
): Promise<ReportKillCounts> => {
  const store = await openStore({ dir })
  await store.update(() => sampleLedger('北京医改23项.txt'))
  await store.close()
  const acknowledged = new Set<number>()
  for (let round = 0; round < kills; round++) {
    const child = startChild('reports/reporter.ts', dir)
    const killAfter = 1 + pick(30)
    let seen = 0
    for await (const line of child.lines) {
      acknowledged.add(Number(line.split(' ')[1]))
      if (++seen === killAfter) child.process.kill('SIGKILL')
    }
    await child.ended()
    if (seen < killAfter) throw new Error(`the reporter ended by itself: ${child.errors()}`)
  }
  const { changes, tasks } = await trailOf(dir)
  const messages = changes.map(({ text }) => /检查(\d+)家/.exec(text)?.[1]).map(Number)
  const counts = { lost: 0, twice: messages.length - new Set(messages).size, disagreeing: 0 }
  const made = new Set(messages)
  counts.lost = [...acknowledged].filter((n) => !made.has(n)).length
  for (const { id, reports, status } of tasks) {
    const own = changes.filter(({ rows }) => rows.some((row) => row.id === id))
    const last = own.at(-1)?.rows.find((row) => row.id === id)?.after
    const agrees = reports.length === own.length && (last === undefined || last?.status === status)
    if (!agrees) counts.disagreeing++
  }
  return { kills, acknowledged: acknowledged.size, ...counts }
}

export const isSound = ({ acknowledged, lost, twice, disagreeing }: ReportKillCounts): boolean =>
  acknowledged > 0 && lost + twice + disagreeing === 0

/** A process that takes reports is killed 200 times. */
export const reportFigures: readonly Figure[] = [
  figure('report-kill', (dir, pick) => reportKills(dir, 200, pick), isSound),
]
