import { oneSpokenOf } from '../src/dialogue/one-spoken-of.ts'
import { type Day, dayOf, type Task } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { EMPTY_QUERY } from '../src/matching/query.ts'
import { choiceText } from '../src/replies/choices.ts'
import { shortDay } from '../src/replies/dates.ts'
import { taskLabel } from '../src/replies/report-card.ts'
import type { Reply } from '../src/reply.ts'
import { filesOf, type KeptFile } from '../src/reports/kept-files.ts'

const MOST = 9
const NAME = 'attachments'

/** 第3项的附件: the files that came with reports, to those who may read the reports, in private and noted. */
export const attachments = defineIntent({
  name: NAME,
  summary: '取报送时附的文件（本项责任单位、领导和督查室，私聊）',
  examples: ['第3项的附件', '第3项的附件发我'],
  topic: '报送',
  asks: ['attachments'],
  aboutTasks: false,
  run: (context) => {
    const { access } = context
    const found = meant(context)
    const [task] = found
    if (task === undefined) return { needs: 'task', text: '要哪一项的附件？请说序号，如：第3项的附件。' }
    if (found.length > 1) return askWhich(found, context)
    if (!access.alone) return { text: '附件请私聊查看。' }
    if (!access.may('words', task)) return { text: NOT_YOURS(task) }
    return ofTask(task, context)
  },
  choose: (value, context) => {
    const { id, file } = JSON.parse(value) as Choice
    const task = context.index.tasks[context.index.placeOf(id) ?? -1]
    if (task === undefined || !context.access.alone || !context.access.may('words', task))
      return { text: '没有权限查看这一项的附件。' }
    const one = filesOf(task).find((kept) => kept.file === file)
    return file === null || one === undefined ? ofTask(task, context) : handOver(task, one, context)
  },
})

/** A task, or one of its files. JSON. */
interface Choice {
  id: string
  file: string | null
}

const NOT_YOURS = (task: Task): string => `${taskLabel(task)}的附件由本项牵头和配合单位、领导和督查室查看，您没有权限。`

const meant = ({ question, select, dialogue, index }: IntentContext): readonly Task[] => {
  const { numbers, ledgers } = question.query
  if (numbers.length > 0) return select({ ...EMPTY_QUERY, numbers, ledgers })
  return oneSpokenOf(dialogue.last, index)
}

const asked = (
  text: string,
  choices: readonly { label: string; choice: Choice }[],
  { dialogue }: IntentContext,
): Partial<Reply> => {
  dialogue.pending = {
    need: 'task',
    choices: choices.map(({ label, choice }) => ({ label, value: JSON.stringify(choice) })),
    purpose: { kind: 'intent', name: NAME },
  }
  return {
    needs: 'task',
    text: choiceText(
      text,
      choices.map(({ label }) => label),
    ),
  }
}

const saidOn = ({ at, by }: KeptFile, today: Day): string => `${shortDay(dayOf(new Date(at)), today)}，${by}报送`

const askWhich = (tasks: readonly Task[], context: IntentContext): Partial<Reply> =>
  asked(
    '要哪一项的附件？',
    tasks.slice(0, MOST).map((task) => ({
      label: `${taskLabel(task)}〔${context.index.ledgerOf(task)?.short ?? ''}〕`,
      choice: { id: task.id, file: null },
    })),
    context,
  )

const ofTask = (task: Task, context: IntentContext): Partial<Reply> | Promise<Partial<Reply>> => {
  const files = filesOf(task)
  const [only] = files
  if (only === undefined) return { tasks: [task], text: `${taskLabel(task)}的报送没有附件。` }
  if (files.length === 1) return handOver(task, only, context)
  const labels = files.slice(0, MOST).map((one) => ({
    label: `${one.name}（${saidOn(one, context.today)}）`,
    choice: { id: task.id, file: one.file },
  }))
  const rest = files.length > MOST ? `，列出最近${MOST}个` : ''
  return { ...asked(`${taskLabel(task)}有${files.length}个附件${rest}，要哪一个？`, labels, context), tasks: [task] }
}

const handOver = async (task: Task, one: KeptFile, { kept, today }: IntentContext): Promise<Partial<Reply>> => {
  const { name, file } = one
  const bytes = kept === null ? null : await kept.read(file)
  if (bytes === null) return { tasks: [task], text: `附件“${name}”已不在附件文件夹里，请联系报送人重发。` }
  return {
    tasks: [task],
    text: `${taskLabel(task)}的附件：${name}（${saidOn(one, today)}）。取用已留痕。`,
    file: { name, content: Buffer.from(bytes).toString('base64') },
  }
}
