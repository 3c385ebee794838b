import type { Day, Task } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { choiceText } from '../src/replies/choices.ts'
import { milestoneInWords } from '../src/replies/dates.ts'
import { itemCard, itemLine, taskLabel } from '../src/replies/report-card.ts'
import type { Reply } from '../src/reply.ts'
import { carryOut } from '../src/reports/carry-out.ts'
import { type Draft, findTarget, newDraft } from '../src/reports/draft.ts'
import type { Reporter } from '../src/reports/effects.ts'
import { type Item, needsConfirmation, planPart } from '../src/reports/plan.ts'
import { nextReceipt } from '../src/reports/receipts.ts'

/** 确认 stays open for two hours in private. */
const OPEN_MS = 2 * 3_600_000
const MOST_CHOICES = 9

/** Takes progress by message: who may report on it is checked, what is doubtful is asked, the rest is recorded. */
export const report = defineIntent({
  name: 'report',
  summary: '报送进展、申请办结和延期',
  examples: ['第5项已印发方案，正在组织实施', '3、5项已办结，7项推进到80%', '第9项申请延期到6月底，原因是标准未出台'],
  asks: ['report'],
  aboutTasks: false,
  run: (context) => {
    if (context.access.rank === 'guest') return { text: UNBOUND, needs: 'identity' }
    return advance(newDraft(context.report ?? [], context.hasFiles), context)
  },
  choose: (value, context) => {
    const choice = JSON.parse(value) as Choice
    switch (choice.step) {
      case 'cancel':
        return { text: '没有登记。' }
      case 'confirm':
        return record(choice.items, context)
      case 'settled':
        return advance(choice.draft, context)
    }
  },
})

const UNBOUND = '您还没有绑定单位，报送没有登记。请先回复：我是某单位某某，或 绑定 单位名称，由管理员审核。'

type Choice = { step: 'settled'; draft: Draft } | { step: 'confirm'; items: readonly Item[] } | { step: 'cancel' }

/** Settles what is open, one question at a time; then asks for confirmation, or records. */
const advance = (draft: Draft, context: IntentContext): Partial<Reply> | Promise<Partial<Reply>> => {
  const items: Item[] = []
  const mentioned = new Set<string>()
  for (const [place, part] of draft.parts.entries()) {
    const tasks = tasksOf(draft, place, mentioned, context)
    if (!Array.isArray(tasks)) return tasks
    for (const task of tasks) {
      mentioned.add(task.id)
      const refused = refusal(task, context)
      if (refused !== null) return { text: refused }
      const planned = planPart(task, part, { today: context.today, administrator: context.access.administrator, draft })
      if (planned.kind === 'refused') return { tasks: [task], text: `${planned.reason}。没有登记。` }
      if (planned.kind === 'which') return askMilestone(task, planned.milestones, draft, context)
      items.push(planned.item)
    }
  }
  return needsConfirmation(items) ? askConfirmation(items, context) : record(items, context)
}

/** The tasks a part is about, or the reply that asks or says why there are none. */
const tasksOf = (
  draft: Draft,
  place: number,
  mentioned: ReadonlySet<string>,
  context: IntentContext,
): Task[] | Partial<Reply> => {
  const settled = draft.tasks[place]
  const { index, dialogue, select, named, access } = context
  const byId = (ids: readonly string[]): Task[] => ids.flatMap((id) => index.tasks[index.placeOf(id) ?? -1] ?? [])
  if (settled) return byId(settled)
  const part = draft.parts[place]
  if (!part) return []
  const isOwn = (task: Task): boolean => !access.administrator && access.may('report', task)
  const found = findTarget(
    part.target,
    {
      select,
      named,
      list: byId(dialogue.last?.list ?? []),
      about: byId(dialogue.last?.about ?? []),
      own: index.tasks.filter((task) => task.status !== 'done' && task.status !== 'closed' && isOwn(task)),
      ledger: dialogue.ledger,
      isOwn,
    },
    mentioned,
  )
  switch (found.kind) {
    case 'tasks':
      return [...found.tasks]
    case 'none':
      return { text: `台账里没有找到“${found.words}”，没有登记。请说序号，如：第3项已完成。` }
    case 'unsaid':
      return { needs: 'task', text: '这条进展是哪一项的？请带上序号，如：第3项已完成。' }
    case 'several':
      return askTask(found.tasks.slice(0, MOST_CHOICES), place, draft, context)
  }
}

/** Why the sender may not report on a task, or null. */
const refusal = (task: Task, { access, index }: IntentContext): string | null => {
  if (access.may('report', task)) return null
  const lead = task.lead.join('、') || '文件未写明的单位'
  const own = access.units.join('、')
  const asked = access.rank === 'member' ? '您是成员，不能报送' : `您绑定的是${own}`
  const label = `${taskLabel(task)}〔${index.ledgerOf(task)?.short ?? ''}〕`
  return `${label}由${lead}报送，${asked}，没有登记。请将情况交牵头单位汇总报送。`
}

const pend = (
  { dialogue, at }: IntentContext,
  need: 'task' | 'confirmation' | null,
  choices: readonly { label: string; choice: Choice }[],
): void => {
  dialogue.pending = {
    need,
    choices: choices.map(({ label, choice }) => ({ label, value: JSON.stringify(choice) })),
    purpose: { kind: 'intent', name: 'report' },
    ...(need === 'confirmation' ? { openUntil: Date.parse(at) + OPEN_MS } : {}),
  }
}

const askTask = (tasks: readonly Task[], place: number, draft: Draft, context: IntentContext): Partial<Reply> => {
  const labels = tasks.map((task) => `${taskLabel(task)}〔${context.index.ledgerOf(task)?.short ?? ''}〕`)
  const choices = tasks.map((task, at): { label: string; choice: Choice } => ({
    label: labels[at] as string,
    choice: { step: 'settled', draft: { ...draft, tasks: { ...draft.tasks, [place]: [task.id] } } },
  }))
  pend(context, 'task', [...choices, { label: '取消', choice: { step: 'cancel' } }])
  return { needs: 'task', text: choiceText('这条进展是哪一项的？', [...labels, '取消']) }
}

const askMilestone = (task: Task, places: readonly number[], draft: Draft, context: IntentContext): Partial<Reply> => {
  const settle = (milestones: readonly number[] | null): Choice => ({
    step: 'settled',
    draft: { ...draft, milestones: { ...draft.milestones, [task.id]: milestones } },
  })
  const choices = [
    ...places.map((place) => ({
      label: milestoneLabel(task, place, context.today),
      choice: settle([place]),
    })),
    { label: '整项任务', choice: settle(places) },
    { label: '都没有，只记进展', choice: settle(null) },
  ]
  pend(context, 'task', choices)
  return {
    tasks: [task],
    needs: 'task',
    text: choiceText(
      `${taskLabel(task)}有${places.length}个节点未办结，完成的是哪一个？`,
      choices.map(({ label }) => label),
    ),
  }
}

const milestoneLabel = ({ milestones }: Task, place: number, today: Day): string => {
  const milestone = milestones[place]
  return milestone ? milestoneInWords(milestone, today) : ''
}

const capacityOf = (task: Task, { access }: IntentContext): string =>
  access.administrator
    ? `${task.lead.join('、') || '未写明'}（督查室代报）`
    : `${unitFor(task, access.units) ?? task.lead[0] ?? ''}（牵头）`

/** The lead unit that somebody reports for; null for the whole row. */
const unitFor = (task: Task, units: readonly string[]): string | null =>
  task.lead.find((name) => units.includes(name)) ?? null

const askConfirmation = (items: readonly Item[], context: IntentContext): Partial<Reply> => {
  const { index, access, today } = context
  const { administrator } = access
  const tasks = items.flatMap(({ task }) => index.tasks[index.placeOf(task) ?? -1] ?? [])
  pend(context, 'confirmation', [
    { label: '确认', choice: { step: 'confirm', items } },
    { label: '取消', choice: { step: 'cancel' } },
  ])
  const shown = items.flatMap((item, at) => {
    const task = tasks[at]
    if (!task) return []
    return items.length === 1
      ? itemCard(item, task, { administrator, capacity: capacityOf(task, context), today })
      : itemLine(item, task, administrator, today)
  })
  const opening = administrator ? '请核对，确认后登记：' : '请核对，确认后送督查室审核：'
  return { tasks, needs: 'confirmation', text: [opening, ...shown, '回复：确认、取消'].join('\n') }
}

const record = async (items: readonly Item[], context: IntentContext): Promise<Partial<Reply>> => {
  const { store, access, at, today, messageKey, changes, index } = context
  const reporterOf = (task: Task): Reporter => ({
    name: access.actor.name ?? '督查室',
    id: access.actor.id,
    administrator: access.administrator,
    unit: task.lead.length > 1 && !access.administrator ? unitFor(task, access.units) : null,
  })
  const receipt = nextReceipt(changes(), today)
  const occasion = { id: messageKey, at, today, actor: access.actor, receipt }
  const change = await store.commit((state) => carryOut(state, items, occasion, reporterOf))
  if (change === null) return { text: '这条报送已经登记过，没有重复登记。' }
  const ids = new Set(items.map(({ task }) => task))
  const tasks = store.snapshot().tasks.filter(({ id }) => ids.has(id))
  const asksFor = items.some(({ deed }) => deed.kind === 'completion' || deed.kind === 'extension')
  if (asksFor && !access.administrator) {
    const about = tasks.map(taskLabel).join('；')
    const who = access.actor.name ?? ''
    await context.notify('administrators', `${who}报送，待审核（受理号${receipt}）：${about}。回复 待审核 查看。`)
    return { tasks, text: `已登记并送审，受理号${receipt}，审核结果另行通知。` }
  }
  const [item] = items
  const [task] = tasks
  const single = items.length === 1 && item && task ? index.tasks[index.placeOf(task.id) ?? -1] : undefined
  if (single && item) {
    const said = itemLine({ ...item, hints: [] }, single, access.administrator, today)
    const hints = item.hints.length > 0 ? `提示：${item.hints.join('；')}。` : ''
    return { tasks, text: `已记：${said}。${hints}10分钟内回复“撤回”可取消。` }
  }
  return { tasks, text: `已登记${items.length}项：${tasks.map(({ no }) => no).join('、')}。10分钟内回复“撤回”可取消。` }
}
