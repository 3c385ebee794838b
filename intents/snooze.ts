import { readNumber } from '../src/dates/numerals.ts'
import { addDays, type Day, type Task } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { amountWords, readAmount } from '../src/reminders/amounts.ts'
import { createCalendar } from '../src/reminders/calendar.ts'
import type { Lead } from '../src/reminders/policy.ts'
import { readStretch } from '../src/reminders/read-stretch.ts'
import type { PutOff } from '../src/reminders/recipient.ts'
import { lastSentTo } from '../src/reminders/records.ts'
import { backOn, dueMeanwhile, numbersInWords, stretchInWords } from '../src/reminders/wording/meanwhile.ts'
import { numberOf, printedNumbers } from '../src/reminders/wording/words.ts'
import type { Reply } from '../src/reply.ts'

const USUAL_DAYS = 3
const MOST_DAYS = 60

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
  run: async (context) => {
    const reply = await carryOut(context)
    const inGroup = context.origin.conversation.kind === 'group'
    return inGroup && reply.text !== undefined ? { ...reply, text: `${reply.text}${OWN_ONLY}` } : reply
  },
  choose: (value, context) => {
    const tasks = context.index.tasks.filter(({ id }) => (JSON.parse(value) as string[]).includes(id))
    return forGood('', tasks, context)
  },
})

const COUNT = /[这那]([两三四五六七八九])[项条个件]/

/** A group's own reminders are the 督查室's to stop. */
const OWN_ONLY = '（只管发给您本人的，群提醒照常）'

const carryOut = (context: IntentContext): Promise<Partial<Reply>> | Partial<Reply> => {
  const { wish, access } = context
  const text = wish?.text ?? ''
  if (RESUMES.test(text) && access.administrator && context.reminders.settings().pausedAt !== null)
    return { text: '全部推送已暂停。恢复请说：恢复推送。' }
  if (access.actor.id === null || (access.administrator && access.units.length === 0))
    return { text: '这里没有发给您的提醒。停下全部推送请说：暂停推送。' }
  if (RESUMES.test(text)) return resume(context)
  const tasks = meantTasks(context)
  if (wish?.parts.when !== undefined) return until(wish.parts.when, tasks, context)
  const length = wish?.parts.within === undefined ? null : readAmount(wish.parts.within)
  if (length !== null) {
    const stretch = { from: context.today, until: lastDayOf(length, context.today) }
    return OF_ITEMS.test(text.replace(wish?.parts.within ?? '', ''))
      ? delay(tasks, { ...stretch, length: amountWords(length) }, context)
      : nothingUntil(stretch, context)
  }
  if (FOR_GOOD.test(text)) return forGood(text, tasks, context)
  return later(text, tasks, context)
}

/** 11、15暂缓三天: numbers of the list at the beginning or the end, and no date or length of time. */
const BARE_NUMBERS =
  /^\d{1,3}(?:[、,，和及与]\d{1,3})*(?![\d月日号天周个点时:：])|(?<![\d月])\d{1,3}(?:[、,，和及与]\d{1,3})*$/

const withoutTime = (wish: IntentContext['wish']): string => (wish?.text ?? '').replace(wish?.parts.when ?? '', '')

/** The tasks a wish is about: those it names, those of the list last shown, else those of the last reminder. */
export const meantTasks = ({
  question,
  select,
  dialogue,
  index,
  reminders,
  access,
  wish,
}: Pick<
  IntentContext,
  'question' | 'select' | 'dialogue' | 'index' | 'reminders' | 'access' | 'wish'
>): readonly Task[] => {
  const { numbers, within } = question.query
  const wanted = COUNT.exec(wish?.text ?? '')?.[1]
  const bare = BARE_NUMBERS.exec(withoutTime(wish))?.[0].match(/\d+/g) ?? []
  if (numbers.length > 0 || (within !== null && bare.length === 0))
    return select({ ...question.query, periods: [], topic: null, statuses: [] })
  const ids = dialogue.last?.about ?? lastSentTo(reminders.outgoing(), access.actor.id ?? '')?.tasks ?? []
  const listed = index.tasks.filter(({ id }) => ids.includes(id))
  // 这两项 of a list of four is none of them
  if (wanted !== undefined && readNumber(wanted) !== listed.length) return []
  if (bare.length === 0) return listed
  // the numbers as the list has printed them; where one is not among them, nothing is guessed
  const inOrder = ids.flatMap((id) => listed.filter((task) => task.id === id))
  const printed = printedNumbers(inOrder)
  const named = bare.flatMap((number) => inOrder[printed.indexOf(number)] ?? [])
  return named.length === bare.length ? named : []
}

/** The last day of what is put off, and what is to be said of it. */
interface Delay {
  from: Day
  until: Day
  /** 3天, or empty where the days are named. */
  length: string
}

const later = (text: string, tasks: readonly Task[], context: IntentContext): Promise<Partial<Reply>> => {
  const { today } = context
  const amount = readAmount(text) ?? { amount: USUAL_DAYS, unit: 'd' as const }
  return delay(tasks, { from: today, until: lastDayOf(amount, today), length: amountWords(amount) }, context)
}

const lastDayOf = ({ amount, unit }: Lead, today: Day): Day =>
  unit === 'wd' ? createCalendar().plus(today, amount) : addDays(today, amount)

/** 这周别发, 下周一再提醒我. */
const until = (when: string, tasks: readonly Task[], context: IntentContext): Promise<Partial<Reply>> => {
  const { wish, today } = context
  const again = wish?.parts.again !== undefined
  const stretch = readStretch(when, again, today)
  if (stretch === null) return Promise.resolve({ text: `“${when}”不在今天以后，没有改动。${HOW}` })
  return !again && !OF_ITEMS.test(withoutTime(wish))
    ? nothingUntil(stretch, context)
    : delay(tasks, { ...stretch, length: '' }, context)
}

const HOW = '可以说：暂缓三天；下周一再提醒；这周别发。'
const OF_ITEMS = /[项条件个]|^\d/
const TOO_FAR = `最多暂缓${MOST_DAYS}天，没有改动。不再提醒请说：这项别再提醒。`

const delay = async (
  tasks: readonly Task[],
  { from, until: last, length }: Delay,
  context: IntentContext,
): Promise<Partial<Reply>> => {
  const { today, access, keepWish } = context
  if (tasks.length === 0) return { text: `没有找到要暂缓的提醒，没有改动。请写序号，如：第3项暂缓三天。` }
  if (last > addDays(today, MOST_DAYS)) return { text: TOO_FAR }
  const ids = tasks.map(({ id }) => id)
  const begin = from > today ? { from } : {}
  await keepWish({ what: 'snooze', whom: access.actor.id ?? '', tasks: ids, until: last, ...begin })
  const when = length === '' ? stretchInWords({ from, until: last }, today) : length
  return {
    tasks,
    text: `${numbersInWords(tasks)}暂缓${when}，${backOn({ until: last }, today)}起照常提醒。${dueWords(dueMeanwhile(tasks, { from, until: last }, today))}时限不变，需要延期请报：申请延期。`,
  }
}

/** Nothing at all for a time: what comes due meanwhile is told once it is over. */
const nothingUntil = async (stretch: PutOff, context: IntentContext): Promise<Partial<Reply>> => {
  const { today, access, index, keepWish } = context
  const { from, until: last } = stretch
  if (last > addDays(today, MOST_DAYS)) return { text: TOO_FAR }
  await keepWish({
    what: 'snooze',
    whom: access.actor.id ?? '',
    tasks: null,
    until: last,
    ...(from > today ? { from } : {}),
  })
  const own = index.tasks.filter((task) => access.may('report', task))
  return {
    text: `已记：${stretchInWords(stretch, today)}不给您发提醒，该提醒的${backOn(stretch, today)}合并发一次。${dueWords(dueMeanwhile(own, stretch, today))}恢复请说：恢复提醒。`,
  }
}

const dueWords = (tasks: readonly Task[]): string =>
  tasks.length === 0 ? '' : `期间${numbersInWords(tasks)}到期，请留意。`

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
      text: `哪一项别再提醒？${numbersInWords(tasks)}。请写序号，如：${numberOf(only)}别再提醒；全部不要请说：全部别提醒。`,
    }
  }
  await keepWish({ what: 'snooze', whom, tasks: tasks.map(({ id }) => id), until: null })
  return { tasks, text: `${numbersInWords(tasks)}不再提醒您，任务和时限不变。恢复请说：恢复提醒。` }
}

const resume = async ({ access, keepWish, today }: IntentContext): Promise<Partial<Reply>> => {
  // a stretch that has ended takes the place of every one before it
  await keepWish({ what: 'snooze', whom: access.actor.id ?? '', tasks: null, until: addDays(today, -1) })
  return { text: '已恢复给您的提醒。' }
}
