import { defineIntent, type IntentContext } from '../src/intent.ts'
import { reviewActions } from '../src/replies/actions/review.ts'
import { rowActions } from '../src/replies/actions/rows.ts'
import { choiceText } from '../src/replies/choices.ts'
import { fullDay } from '../src/replies/dates.ts'
import { personLabel } from '../src/replies/people.ts'
import { taskLabel } from '../src/replies/report-card.ts'
import type { Reply, ReplyAction } from '../src/reply.ts'
import { tellLeads } from '../src/reporting/tell-leads.ts'
import { decide, type Waiting, waitingFor } from '../src/reports/decide.ts'
import type { Decision } from '../src/reports/read-decision.ts'

/** The 督查室 decides on what waits: completion, extension, bindings. */
export const approve = defineIntent({
  name: 'approve',
  summary: '审核办结、延期和绑定申请（督查室）',
  examples: ['待审核的有哪些', '有哪些申请'],
  asks: ['waiting', 'decide'],
  aboutTasks: false,
  needs: 'administrator',
  run: (context) => {
    const { decision, store, select, question, origin } = context
    const waiting = waitingFor(store.snapshot())
    if (decision === null) return list(waiting)
    if (decision.verdict === 'close') return close(decision, context)
    const named =
      decision.numbers.length > 0
        ? new Set(select({ ...question.query, numbers: decision.numbers, topic: null, units: [] }).map(({ id }) => id))
        : null
    const meant = waiting.filter(
      (one, place) =>
        (origin.task === undefined || (one.kind === 'task' && one.task.id === origin.task)) &&
        (origin.person === undefined || (one.kind === 'person' && one.person.id === origin.person)) &&
        (named === null || (one.kind === 'task' && named.has(one.task.id))) &&
        (decision.receipt === null || (one.kind === 'task' && one.task.request?.receipt === decision.receipt)) &&
        (decision.place === null || place === decision.place - 1),
    )
    const [only] = meant
    if (only === undefined && (origin.task ?? origin.person) !== undefined) return { text: HANDLED }
    if (only === undefined)
      return { text: waiting.length === 0 ? '没有待审核的申请。' : '没有找到这项申请。回复 待审核 看清单。' }
    if (meant.length === 1)
      return decision.verdict === 'refuse' && decision.reason === ''
        ? askReason(only, decision, context)
        : settle(only, decision, context)
    context.dialogue.pending = {
      need: 'task',
      choices: meant.map((one) => ({ label: labelOf(one), value: JSON.stringify({ key: keyOf(one), decision }) })),
      purpose: { kind: 'intent', name: 'approve' },
    }
    return {
      needs: 'task',
      text: choiceText(`${decision.verdict === 'approve' ? '同意' : '退回'}哪一项？`, meant.map(labelOf)),
    }
  },
  choose: (value, context) => {
    if (value === '') return { text: '没有退回。' }
    const { key, decision } = JSON.parse(value) as { key: string; decision: Decision }
    const waiting = waitingFor(context.store.snapshot()).find((one) => keyOf(one) === key)
    if (!waiting) return { text: HANDLED }
    if (decision.verdict !== 'refuse' || decision.reason !== '') return settle(waiting, decision, context)
    const reason = context.said.trim()
    return NO_REASON.test(reason)
      ? { text: '这不像退回原因，没有退回。要退回请说：退回第5项：缺印发文号。' }
      : settle(waiting, { ...decision, reason }, context)
  },
})

const HANDLED = '这项申请已经处理过了。'
/** A question, or a change of mind. */
const NO_REASON = /[?？]|谁|哪|什么时候|多少|[吗呢]$|^(?:算了|先?不退回?了?|不用了?|同意)[。.!！]*$/

/** Several tasks may have come in under one receipt. */
const keyOf = (one: Waiting): string =>
  one.kind === 'task' ? `${one.task.id} ${one.task.request?.receipt ?? ''}` : one.person.id

/** A refusal wants its reason, which is whatever is said next. */
const askReason = (one: Waiting, decision: Decision, { dialogue }: IntentContext): Partial<Reply> => {
  dialogue.pending = {
    need: null,
    choices: [{ label: '取消', value: '' }],
    purpose: { kind: 'intent', name: 'approve' },
    text: JSON.stringify({ key: keyOf(one), decision }),
  }
  return { text: `请写明退回原因：${labelOf(one)}。不退回请回复 取消。` }
}

const labelOf = (one: Waiting): string => {
  if (one.kind === 'person') return `绑定：${personLabel(one.person)}`
  const { task } = one
  const { request } = task
  const named = request?.whole ? [] : (request?.milestones ?? []).flatMap((place) => task.milestones[place]?.what ?? [])
  const what = {
    completion: named.length > 0 ? `节点“${named.join('、')}”办结` : '办结',
    extension: `延期至${request?.until}${request?.late ? '（时限后提出）' : ''}`,
    transfer: `转由${request?.to}牵头`,
    suspension: '中止',
    objection: `异议，${request?.unit}提出不是牵头单位`,
  }[request?.kind ?? 'completion']
  return `${request?.receipt ?? ''} ${taskLabel(task)}：${what}`
}

const list = (waiting: readonly Waiting[]): Partial<Reply> => {
  if (waiting.length === 0) return { text: '没有待审核的申请。' }
  const lines = waiting.map((one, place) => {
    const text = one.kind === 'task' ? `\n　${one.task.lead.join('、')}：${one.task.request?.text ?? ''}` : ''
    return `${place + 1} ${labelOf(one)}${text}`
  })
  const tasks = waiting.flatMap((one) => (one.kind === 'task' ? [one.task] : []))
  return {
    tasks,
    text: [`待审核${waiting.length}项`, ...lines, '回复：同意1，或 退回1：原因'].join('\n'),
    actions: [
      ...reviewActions(waiting),
      ...rowActions(
        waiting.flatMap((one, place) =>
          one.kind === 'task' ? [{ task: one.task, label: `${place + 1} ${taskLabel(one.task)}` }] : [],
        ),
      ),
    ],
  }
}

const settle = async (
  waiting: Waiting,
  { verdict, reason }: Decision,
  context: IntentContext,
): Promise<Partial<Reply>> => {
  const { store, at, today, messageKey, access, notify } = context
  const granted = verdict !== 'refuse'
  const change = await store.commit((state) =>
    decide(state, waiting, { granted, reason, at, today }, { id: messageKey, by: access.actor }),
  )
  if (change === null) return { text: '这项申请已经处理过了。' }
  if (waiting.kind === 'person') {
    const text = granted
      ? `您的绑定已通过：${personLabel(waiting.person)}。`
      : `您的绑定申请没有通过${reason === '' ? '' : `：${reason}`}。`
    await notify(waiting.person.id, { text })
    const said = granted ? `已通过：${personLabel(waiting.person)}。` : `已退回：${personLabel(waiting.person)}。`
    return { text: said, actions: restOf(store.snapshot()) }
  }
  await tellLeads(change, context)
  const { task } = waiting
  const text = outcome(waiting, granted, reason)
  if (task.request?.from) await notify(task.request.from, { text })
  const now = store.snapshot().tasks.find(({ id }) => id === task.id)
  return { tasks: now ? [now] : [], text, actions: restOf(store.snapshot()) }
}

/** What else waits, after one has been decided. */
const restOf = (state: Parameters<typeof waitingFor>[0]): ReplyAction[] => {
  const left = waitingFor(state).length
  return left === 0 ? [] : [{ label: `待审核${left}项`, say: '待审核' }]
}

/** As DOMAIN's notices word it. */
const outcome = ({ task }: Extract<Waiting, { kind: 'task' }>, granted: boolean, reason: string): string => {
  const label = taskLabel(task)
  const { request } = task
  switch (request?.kind) {
    case 'extension':
      return granted && request.until
        ? `同意${label}延期至${fullDay(request.until)}（第${task.extensions + 1}次）。`
        : `${label}延期申请未同意：${reason}。原时限不变。`
    case 'transfer':
      return granted ? `同意${label}转由${request.to}牵头。` : `${label}转办申请未同意：${reason}。`
    case 'objection': {
      if (!granted) return `${label}的异议未采纳，${request.unit}仍为牵头单位：${reason}。`
      const others = task.lead.some((unit) => unit !== request.unit)
      const next = others ? '' : `该项已没有牵头单位，请说：第${task.no}项牵头单位改为……`
      return `${label}的异议已采纳，${request.unit}改为配合单位。${next}`
    }
    case 'suspension':
      return granted ? `同意${label}中止。` : `${label}中止申请未同意：${reason}。`
    default:
      return granted
        ? `${label}经审核符合办结要求，予以办结。`
        : `${label}办结申请已退回：${reason}。请补充后重新提交，原时限不变。`
  }
}

/** 销号 of what is done. */
const close = async (
  { numbers }: Decision,
  { select, question, store, at, messageKey, access, dialogue, index }: IntentContext,
): Promise<Partial<Reply>> => {
  const about = dialogue.last?.about ?? []
  const tasks =
    numbers.length > 0
      ? select({ ...question.query, numbers, topic: null, units: [] })
      : about.flatMap((id) => index.tasks[index.placeOf(id) ?? -1] ?? [])
  if (tasks.length === 0) return { text: '请说明销号哪一项，如：第5项通过，予以销号。' }
  const ids = new Set(tasks.map(({ id }) => id))
  const open = tasks.find(({ status }) => status !== 'done' && status !== 'pending-review')
  if (open) return { tasks: [open], text: `${taskLabel(open)}尚未办结，不能销号。` }
  await store.commit((state) => ({
    id: messageKey,
    at,
    by: access.actor,
    action: 'close',
    text: '销号',
    rows: state.tasks
      .filter(({ id }) => ids.has(id))
      .map(({ id, status, progress, request }) => ({
        part: 'tasks' as const,
        id,
        before: { status, progress, request: request ?? null },
        after: { status: 'closed', progress: 100, request: null },
      })),
  }))
  return {
    tasks: store.snapshot().tasks.filter(({ id }) => ids.has(id)),
    text: `${tasks.map(taskLabel).join('；')}经审核符合办结要求，予以销号。`,
  }
}
