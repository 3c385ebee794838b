import { dayNumber, type Person } from '../../src/domain/index.ts'
import { createCalendar } from '../../src/reminders/calendar.ts'
import { namesIn } from '../../src/reminders/names.ts'
import { planMessages } from '../../src/reminders/plan.ts'
import { readSettings, settingEntry } from '../../src/reminders/settings.ts'
import { openStoreReadOnly, type Snapshot } from '../../src/store/index.ts'
import { spreadOf } from './statistics.ts'
import { timed } from './timed.ts'

/** Planning the reminders of a day, beside a bare pass over the same tasks that looks at every deadline once. */
export interface PlanningSpeed {
  tasks: number
  /** Milliseconds, median. */
  plan: number
  pass: number
  messages: number
}

/** A Monday, on which every unit gets its digest as well. */
const NOW = new Date('2020-01-06T08:30:00+08:00')
const SINCE = '2020-01-02T09:00:00+08:00'

const liaisonsOf = ({ tasks }: Snapshot): Person[] =>
  [...new Set(tasks.flatMap(({ lead }) => lead))].map((unit, n) => ({
    id: `slack:U${n}`,
    name: `联络员${n}`,
    role: 'liaison',
    units: [unit],
    state: 'active',
    since: SINCE,
    deputies: [],
  }))

const barePass = ({ tasks }: Snapshot): number => {
  const today = dayNumber('2020-01-06')
  let near = 0
  for (const { milestones } of tasks)
    for (const { due } of milestones)
      if (due !== null && due.charCodeAt(0) !== 88 && Math.abs(dayNumber(due) - today) <= 15) near++
  return near
}

/** Measured in turns, the first round left out. */
export const measurePlanning = async (dir: string, rounds: number): Promise<PlanningSpeed> => {
  const view = await openStoreReadOnly({ dir })
  const snapshot: Snapshot = { ...view.snapshot(), people: liaisonsOf(view.snapshot()) }
  const settings = readSettings(
    snapshot.ledgers.map(({ id }) => settingEntry({ what: 'ledger', ledger: id, on: true }, null, id, SINCE)),
  )
  const input = {
    snapshot,
    settings,
    sent: new Set<string>(),
    now: NOW,
    namesOf: namesIn(view.snapshot()),
    admins: [],
    calendar: createCalendar(),
  }
  const [plans, passes]: [number[], number[]] = [[], []]
  let messages = 0
  for (let round = 0; round <= rounds; round++) {
    const [planned, plan] = await timed(() => planMessages(input))
    const [, pass] = await timed(() => barePass(snapshot))
    messages = planned.length
    if (round === 0) continue
    plans.push(plan)
    passes.push(pass)
  }
  await view.close()
  return { tasks: snapshot.tasks.length, plan: spreadOf(plans).median, pass: spreadOf(passes).median, messages }
}
