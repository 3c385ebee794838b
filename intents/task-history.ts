import { oneSpokenOf } from '../src/dialogue/one-spoken-of.ts'
import { clockOf, dayOf, type Task } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { EMPTY_QUERY } from '../src/matching/query.ts'
import { choiceText } from '../src/replies/choices.ts'
import { shortDay } from '../src/replies/dates.ts'
import { taskLabel } from '../src/replies/report-card.ts'
import { type HistoryEntry, historyOf } from '../src/reports/history.ts'

const MOST = 12
const LONGEST = 80

/** 第11项的进展历史: everything that has changed a task, the words only to whoever may read them. */
export const taskHistory = defineIntent({
  name: 'task-history',
  summary: '看一项任务的进展历史和变更记录',
  examples: ['第11项的进展历史', '第3项变更记录'],
  asks: ['history'],
  aboutTasks: false,
  run: (context) => {
    const { access, index } = context
    const found = meant(context)
    const [task] = found
    if (task === undefined) return { needs: 'task', text: '看哪一项的历史？请说序号，如：第11项的进展历史。' }
    if (found.length > 1) {
      const labels = found.slice(0, 9).map((one) => `${taskLabel(one)}〔${index.ledgerOf(one)?.short ?? ''}〕`)
      context.dialogue.pending = {
        need: 'task',
        choices: labels.map((label, place) => ({ label, value: found[place]?.id ?? '' })),
        purpose: { kind: 'intent', name: 'task-history' },
      }
      return { needs: 'task', text: choiceText('看哪一项的历史？', labels) }
    }
    if (!access.may('history', task))
      return { text: `${taskLabel(task)}的变更记录由督查室和本项责任单位查看，您没有权限。` }
    return shown(task, context)
  },
  choose: (value, context) => {
    const task = context.index.tasks[context.index.placeOf(value) ?? -1]
    return task !== undefined && context.access.may('history', task)
      ? shown(task, context)
      : { text: '没有权限查看这一项的变更记录。' }
  },
})

const WORDS = /(?:的)?(?:进展|变更|办理|报送|修改|操作|处理|改动|流转)?(?:历史|沿革|记录|过程|轨迹|历程|来龙去脉).*$/

const meant = ({ question, select, named, dialogue, index }: IntentContext): readonly Task[] => {
  const { numbers, ledgers } = question.query
  if (numbers.length > 0) return select({ ...EMPTY_QUERY, numbers, ledgers })
  const words = question.reading.text.replace(WORDS, '')
  const byWords = words.length >= 2 && !question.reading.follow.focus ? named(words) : []
  if (byWords.length > 0) return byWords
  return oneSpokenOf(dialogue.last, index)
}

const shown = (task: Task, { changes, accesses, access, today }: IntentContext) => {
  const whole = access.alone && access.may('words', task)
  const entries = historyOf(task.id, changes(), access.administrator && access.alone ? accesses() : [])
  if (entries.length === 0) return { tasks: [task], text: `${taskLabel(task)}：导入以来没有变更。` }
  const rest = entries.length > MOST ? [`（只列最近${MOST}条，全部见 duban audit）`] : []
  return {
    tasks: [task],
    text: [
      `${taskLabel(task)}：共${entries.length}条`,
      ...entries.slice(-MOST).map((entry) => line(entry, whole, today)),
      ...rest,
      ...(whole ? [] : ['报送内容请私聊查看']),
    ].join('\n'),
  }
}

const line = (
  { at, by, what, words, differences, attachments }: HistoryEntry,
  whole: boolean,
  today: string,
): string => {
  const said = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words
  return [
    `${shortDay(dayOf(new Date(at)), today)} ${clockOf(new Date(at))} ${whole ? `${by} ` : ''}${what}`,
    ...(whole && said !== '' ? [`：${said}`] : []),
    ...(differences.length > 0 ? [`（${differences.join('；')}）`] : []),
    ...(whole && attachments.length > 0 ? [`［附件：${attachments.join('、')}］`] : []),
  ].join('')
}
