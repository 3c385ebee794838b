import { addDays, type Day, type Task } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { amountWords, readAmount } from '../src/reminders/amounts.ts'
import { createCalendar } from '../src/reminders/calendar.ts'
import { lastSentTo } from '../src/reminders/records.ts'
import { dayWithWeekday, numberOf } from '../src/reminders/wording/words.ts'
import type { Reply } from '../src/reply.ts'

const USUAL_DAYS = 3
const MOST_DAYS = 60
const MOST_NAMED = 5

const RESUMES = /恢复|继续/
const FOR_GOOD = /别|不要|不用|无需|不必|不需要|取消|停止|关闭/
const EVERYTHING = /全部|都|所有|^(?:取消|停止|关闭)/
/** 暂缓三天, 这项别再提醒: for the one who says it, and nobody else. */
export const snooze = defineIntent({
  name: 'snooze',
  summary: '暂缓或取消给自己的提醒',
  examples: ['暂缓三天', '这项别再提醒', '第3项暂缓一周', '恢复提醒'],
  topic: '提醒',
  asks: ['snooze'],
  aboutTasks: false,
  run: (context) => {
    const { wish, access } = context
    const text = wish?.text ?? ''
    if (RESUMES.test(text) && access.administrator && context.reminders.settings().pausedAt !== null)
      return { text: '全部推送已暂停。恢复请说：恢复推送。' }
    if (access.actor.id === null || (access.administrator && access.units.length === 0))
      return { text: '这里没有发给您的提醒。停下全部推送请说：暂停推送。' }
    if (RESUMES.test(text)) return resume(context)
    const tasks = meantTasks(context)
    if (FOR_GOOD.test(text)) return forGood(text, tasks, context)
    return later(text, tasks, context)
  },
  choose: (value, context) => {
    const tasks = context.index.tasks.filter(({ id }) => (JSON.parse(value) as string[]).includes(id))
    return forGood('', tasks, context)
  },
})

/** The tasks a wish is about: those it names, those of the list last shown, else those of the last reminder. */
export const meantTasks = ({
  question,
  select,
  dialogue,
  index,
  reminders,
  access,
}: Pick<IntentContext, 'question' | 'select' | 'dialogue' | 'index' | 'reminders' | 'access'>): readonly Task[] => {
  const { numbers, within } = question.query
  if (numbers.length > 0 || within !== null)
    return select({ ...question.query, periods: [], topic: null, statuses: [] })
  const ids = dialogue.last?.about ?? lastSentTo(reminders.outgoing(), access.actor.id ?? '')?.tasks ?? []
  return index.tasks.filter(({ id }) => ids.includes(id))
}

const named = (tasks: readonly Task[]): string => {
  const shown = tasks.slice(0, MOST_NAMED).map(numberOf).join('、')
  return tasks.length > MOST_NAMED ? `${shown}等${tasks.length}项` : shown
}

const later = async (text: string, tasks: readonly Task[], context: IntentContext): Promise<Partial<Reply>> => {
  const { today, access, keepWish } = context
  if (tasks.length === 0) return { text: '没有找到要暂缓的提醒。请写序号，如：第3项暂缓三天。' }
  const amount = readAmount(text) ?? { amount: USUAL_DAYS, unit: 'd' as const }
  const until: Day = amount.unit === 'wd' ? createCalendar().plus(today, amount.amount) : addDays(today, amount.amount)
  if (until > addDays(today, MOST_DAYS)) return { text: `最多暂缓${MOST_DAYS}天。不再提醒请说：这项别再提醒。` }
  await keepWish({ what: 'snooze', whom: access.actor.id ?? '', tasks: tasks.map(({ id }) => id), until })
  return {
    tasks,
    text: `${named(tasks)}暂缓${amountWords(amount)}，${dayWithWeekday(addDays(until, 1), today)}起照常提醒。时限不变，需要延期请报：申请延期。`,
  }
}

const forGood = async (text: string, tasks: readonly Task[], context: IntentContext): Promise<Partial<Reply>> => {
  const { access, keepWish, dialogue } = context
  const whom = access.actor.id ?? ''
  if (EVERYTHING.test(text) || (tasks.length === 0 && !/项|条|个/.test(text))) {
    await keepWish({ what: 'snooze', whom, tasks: null, until: null })
    return { text: '已停下给您的全部提醒，同单位其他联络员照常收到。恢复请说：恢复提醒。' }
  }
  const [only, second] = tasks
  if (!only) return { text: '没有找到这项任务。请写序号，如：第3项别再提醒。' }
  if (second !== undefined && text !== '' && !/\d|这些|那些|[这那]几|以上/.test(text)) {
    const choices = [...tasks.slice(0, 8).map((task) => ({ label: numberOf(task), ids: [task.id] }))]
    dialogue.pending = {
      need: 'task',
      choices: choices.map(({ label, ids }) => ({ label, value: JSON.stringify(ids) })),
      purpose: { kind: 'intent', name: 'snooze' },
    }
    return {
      needs: 'task',
      tasks,
      text: `哪一项别再提醒？${named(tasks)}。请写序号，如：${numberOf(only)}别再提醒；全部不要请说：全部别提醒。`,
    }
  }
  await keepWish({ what: 'snooze', whom, tasks: tasks.map(({ id }) => id), until: null })
  return { tasks, text: `${named(tasks)}不再提醒您，任务和时限不变。恢复请说：恢复提醒。` }
}

const resume = async ({ access, keepWish, today }: IntentContext): Promise<Partial<Reply>> => {
  // a stretch that has ended takes the place of every one before it
  await keepWish({ what: 'snooze', whom: access.actor.id ?? '', tasks: null, until: addDays(today, -1) })
  return { text: '已恢复给您的提醒。' }
}
