import type { Actor, Change, Person, RowChange, Task } from '../domain/index.ts'
import type { Snapshot } from '../store/store.ts'
import { rowChange } from './carry-out.ts'
import { extended } from './effects.ts'
import { isAllDone, withDone } from './milestones.ts'

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
  today: string
}

/** What a decision makes of the task that waits. */
const decidedTask = (task: Task, { granted, reason, at, today }: Verdict): Partial<Task> => {
  const request = task.request
  if (!request) return {}
  const note = { at, by: '督查室', progress: null, status: null }
  const said = (text: string) => [...task.reports, { ...note, text }]
  if (request.kind === 'extension') {
    return granted && request.until
      ? {
          request: null,
          milestones: extended(task, request.milestones, request.until),
          extensions: task.extensions + 1,
          reports: said(`同意延期至${request.until}（第${task.extensions + 1}次）`),
        }
      : { request: null, reports: said(`不同意延期${reason === '' ? '' : `：${reason}`}`) }
  }
  if (!granted)
    return {
      request: null,
      status: 'in-progress',
      reports: said(`退回补充${reason === '' ? '' : `：${reason}`}`),
    }
  const milestones = withDone(task, request.milestones, today)
  return isAllDone(task, request.milestones, today)
    ? { request: null, milestones, status: 'done', progress: 100, reports: said('审核通过，予以办结') }
    : { request: null, milestones, status: 'in-progress', reports: said('审核通过，节点办结') }
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
