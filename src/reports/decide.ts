import { type Actor, type Change, type Day, type Person, type RowChange, statusOn, type Task } from '../domain/index.ts'
import type { Snapshot } from '../store/store.ts'
import { rowChange } from './carry-out.ts'
import { extended, transferred, withoutLead } from './effects.ts'
import { isAllDone, withDone } from './milestones.ts'
import { after, type Step } from './workflow.ts'

/** Something that waits for the 督查室. */
export type Waiting = { kind: 'task'; task: Task } | { kind: 'person'; person: Person }

/** Everything that waits, what came first first. */
export const waitingFor = ({ tasks, people }: Pick<Snapshot, 'tasks' | 'people'>): Waiting[] => {
  const waiting: (Waiting & { at: string })[] = [
    ...tasks.flatMap((task) => (task.request ? [{ kind: 'task' as const, task, at: task.request.at }] : [])),
    ...people.flatMap((person) =>
      person.state === 'asked' ? [{ kind: 'person' as const, person, at: person.since }] : [],
    ),
  ]
  return waiting.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

interface Verdict {
  granted: boolean
  reason: string
  /** ISO 8601. */
  at: string
  today: Day
}

/** What a decision makes of the task that waits. */
const decidedTask = (task: Task, { granted, reason, at, today }: Verdict): Partial<Task> => {
  const { request } = task
  if (!request) return {}
  const because = reason === '' ? '' : `：${reason}`
  const decided = (text: string, patch: Partial<Task> = {}): Partial<Task> => ({
    ...patch,
    request: null,
    reports: [
      ...task.reports,
      { at, by: '督查室', progress: null, status: patch.status ?? null, text, decision: true },
    ],
  })
  const status = statusOn(task, today)
  const step = (taken: Step): Pick<Task, 'status'> => ({ status: after(status, taken) ?? status })
  switch (request.kind) {
    case 'extension': {
      if (!granted || !request.until) return decided(`不同意延期${because}`)
      const extensions = task.extensions + 1
      const milestones = extended(task, request.milestones, request.until)
      return decided(`同意延期至${request.until}（第${extensions}次）`, { milestones, extensions })
    }
    case 'transfer':
      return granted && request.to !== undefined
        ? decided(`同意转由${request.to}牵头`, transferred(task, request.to, { at, by: '督查室' }))
        : decided(`不同意转办${because}`)
    case 'objection': {
      const { unit } = request
      return granted && unit !== undefined
        ? decided(`同意异议，${unit}改为配合单位${because}`, withoutLead(task, unit, { at, by: '督查室' }))
        : decided(`异议不成立，${unit}仍为牵头单位${because}`)
    }
    case 'suspension':
      return granted ? decided('同意中止', step('suspend')) : decided(`不同意中止${because}`)
    case 'completion': {
      if (!granted) return decided(`退回补充${because}`, step('return'))
      const milestones = withDone(task, request.milestones, today)
      return request.whole || isAllDone(task, request.milestones, today)
        ? decided('审核通过，予以办结', { milestones, ...step('complete'), progress: 100 })
        : decided('审核通过，节点办结', { milestones, ...step('part') })
    }
  }
}

const decidedPerson = (person: Person, granted: boolean): RowChange => ({
  part: 'people',
  id: person.id,
  before: { state: person.state },
  after: granted ? { state: 'active' } : null,
})

/** The change that a decision on something that waits makes; null where it does not wait any more. */
export const decide = (
  state: Snapshot,
  waiting: Waiting,
  verdict: Verdict,
  { id, by }: { id: string; by: Actor },
): Change | null => {
  const { granted, reason, at } = verdict
  const change = (rows: RowChange[]): Change => ({
    id,
    at,
    by,
    action: granted ? 'approve' : 'return',
    text: `${granted ? '同意' : '退回'}${reason === '' ? '' : `：${reason}`}`,
    rows,
  })
  if (waiting.kind === 'person') {
    const person = state.people.find((one) => one.id === waiting.person.id && one.state === 'asked')
    return person ? change([decidedPerson(person, granted)]) : null
  }
  const task = state.tasks.find((one) => one.id === waiting.task.id)
  if (!task?.request || task.request.receipt !== waiting.task.request?.receipt) return null
  return change([rowChange(task, decidedTask(task, verdict))])
}
