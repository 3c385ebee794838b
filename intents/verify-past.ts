import type { Day } from '../src/domain/index.ts'
import {
  isFinished,
  isMilestoneOverdue,
  type Ledger,
  lateSince,
  type Milestone,
  type Task,
} from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { shortDay } from '../src/replies/dates.ts'
import { taskTitle } from '../src/replies/task-title.ts'
import type { Reply } from '../src/reply.ts'
import { rowChange } from '../src/reports/carry-out.ts'

const ANSWERS = ['均已完成', '逐项核对', '未完成']
const ONE = ['已完成', '未完成']

/** Settles what had passed before the ledger was imported: nobody is called late before somebody has said so. */
export const verifyPast = defineIntent({
  name: 'verify-past',
  summary: '核实导入时已过时限的任务是否完成（督查室）',
  examples: ['待核实'],
  asks: ['verify'],
  aboutTasks: false,
  needs: 'administrator',
  run: (context) => {
    const ledger = open(context)
    if (!ledger) return { text: '没有待核实的时限。' }
    const tasks = past(ledger, context)
    context.dialogue.pending = {
      need: null,
      choices: ANSWERS.map((label) => ({ label, value: JSON.stringify({ ledger: ledger.id, answer: label }) })),
      purpose: { kind: 'intent', name: 'verify-past' },
    }
    const lines = tasks
      .slice(0, 12)
      .map((task) => `第${task.no}项 ${taskTitle(task, [], 18)}（${lateDay(task, context.today)}）`)
    return {
      tasks,
      text: [
        `〔${ledger.short}〕导入时已过时限${tasks.length}项，是否完成请核实`,
        ...lines,
        ...(tasks.length > 12 ? ['其余略'] : []),
        ...ANSWERS.map((answer, i) => `${i + 1} ${answer}`),
      ].join('\n'),
    }
  },
  choose: async (value, context) => {
    const choice = JSON.parse(value) as { ledger: string; answer: string; task?: string }
    const ledger = context.index.ledgers.find(({ id }) => id === choice.ledger)
    if (!ledger) return { text: '该台账已不在，未作改动。' }
    if (choice.task !== undefined) {
      await settle(context, ledger, choice.answer === '已完成' ? [choice.task] : [], false)
      return askOne(context, ledger, choice.task)
    }
    if (choice.answer === '逐项核对') return askOne(context, ledger, null)
    const done = choice.answer === '均已完成' ? past(ledger, context).map((task) => task.id) : []
    await settle(context, ledger, done, true)
    return {
      text:
        done.length > 0
          ? `已记：〔${ledger.short}〕导入时已过的${done.length}项时限均已完成。`
          : `已记：〔${ledger.short}〕导入时已过的时限未完成，按时限已过处理。`,
    }
  },
})

const open = ({ index, dialogue }: IntentContext): Ledger | undefined => {
  const waiting = index.ledgers.filter((ledger) => ledger.verification === 'open')
  return waiting.find((ledger) => ledger.id === dialogue.ledger) ?? waiting[0]
}

const past = (ledger: Ledger, { index, today }: IntentContext): Task[] =>
  index.tasks.filter(
    (task) =>
      task.ledgerId === ledger.id &&
      !isFinished(task, today) &&
      task.milestones.some((m) => isMilestoneOverdue(m, task, today)),
  )

const lateDay = (task: Task, today: Day): string =>
  shortDay(
    task.milestones.map((milestone) => lateSince(milestone, task, today)).find((day) => day !== null) ?? today,
    today,
  )

/** Asks about the next task after one, or ends the verification. */
const askOne = async (context: IntentContext, ledger: Ledger, after: string | null): Promise<Partial<Reply>> => {
  const tasks = past(ledger, context)
  const { index, dialogue, today } = context
  const from = after === null ? -1 : (index.placeOf(after) ?? -1)
  const task = tasks.find((one) => (index.placeOf(one.id) ?? 0) > from)
  if (!task) {
    await settle(context, ledger, [], true)
    return { text: `〔${ledger.short}〕已逐项核对完毕。` }
  }
  dialogue.pending = {
    need: null,
    choices: ONE.map((label) => ({
      label,
      value: JSON.stringify({ ledger: ledger.id, answer: label, task: task.id }),
    })),
    purpose: { kind: 'intent', name: 'verify-past' },
  }
  const lines = [`第${task.no}项 ${taskTitle(task, [], 22)}`, `时限：${lateDay(task, today)}`, '1 已完成', '2 未完成']
  return { tasks: [task], text: lines.join('\n') }
}

/** Marks the passed milestones of tasks done on their due day, and the ledger as answered where that was all. */
const settle = async (
  { store, today, at, messageKey, access }: IntentContext,
  ledger: Ledger,
  done: readonly string[],
  finished: boolean,
): Promise<void> => {
  await store.commit((state) => {
    const rows = state.tasks
      .filter(({ id }) => done.includes(id))
      .map((task) => rowChange(task, withPastDone(task, today)))
    return rows.length === 0
      ? null
      : { id: messageKey, at, by: access.actor, action: 'verify', text: '核实：导入时已过的时限均已完成', rows }
  })
  if (finished)
    await store.update((state) => ({
      ...state,
      ledgers: state.ledgers.map((one) => (one.id === ledger.id ? { ...one, verification: 'answered' } : one)),
    }))
}

const withPastDone = (task: Task, today: Day): Partial<Task> => {
  const milestones = task.milestones.map((milestone) => {
    const done = lastPassed(milestone, task, today)
    return done === null ? milestone : { ...milestone, done }
  })
  const all = milestones.every((milestone) => milestone.done !== undefined)
  return { milestones, ...(all ? { status: 'done' as const, progress: 100 } : {}) }
}

/** The last day that fell due and was not done: recurring work may have passed several. */
const lastPassed = (milestone: Milestone, task: Task, today: Day): Day | null => {
  const late = lateSince(milestone, task, today)
  if (late === null || milestone.recurs === null) return late
  return lastPassed({ ...milestone, done: late }, task, today) ?? late
}
