import { addDays, type Day, dayOf, type Person } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { amountWords, readAmount } from '../src/reminders/amounts.ts'
import { readStretch } from '../src/reminders/read-stretch.ts'
import type { PutOff } from '../src/reminders/recipient.ts'
import { backOn, dueMeanwhile, numbersInWords, stretchInWords } from '../src/reminders/wording/meanwhile.ts'
import type { Reply } from '../src/reply.ts'

const MOST_DAYS = 180
const DEPUTY =
  /(?:找|由|请|让)(?:我们?(?:单位|局|委|办)?的?)?(?:联络员|同事)?([^,，。?？\s]{1,8}?)(?:同志)?(?:代办|代替|代|替|负责|接)/
const BACK = /回来|销假|结束|回单位/

/** 我出差，这两周找联络员乙代: somebody else gets the reminders meanwhile, or nobody does. */
export const away = defineIntent({
  name: 'away',
  summary: '出差、休假期间暂停给自己的提醒，或转给同单位的人',
  examples: ['我下周出差', '我出差三天', '我休假这两周找联络员乙代', '我回来了'],
  topic: '提醒',
  asks: ['away'],
  aboutTasks: false,
  run: async (context) => {
    const { wish, access, today, store, keepWish } = context
    const text = wish?.text ?? ''
    const whom = access.actor.id
    const me = store.snapshot().people.find(({ id, state }) => id === whom && state === 'active')
    if (whom === null || !me)
      return { needs: 'identity', text: '还不知道您是哪个单位的。请先绑定：我是某单位联络员某某。' }
    if (BACK.test(text) && !/后|前/.test(text)) return back(whom, context)
    const span = spanOf(context)
    if (span === null) return { text: '请写明到哪天，如：我出差到3月20日；我下周出差；我出差三天。' }
    const { from, until } = span
    if (until < today || until > addDays(today, MOST_DAYS))
      return { text: `没有登记：结束日期应在今天以后、${MOST_DAYS}天以内。` }
    const when = stretchInWords(span, today)
    const name = DEPUTY.exec(text)?.[1]
    if (name === undefined) {
      await keepWish({ what: 'snooze', whom, tasks: null, until, ...(from > today ? { from } : {}) })
      return {
        text: `已记：${when}不给您发提醒。${meanwhile(me, span, context)}期间该提醒的${backOn(span, today)}合并发一次；提前回来请说：我回来了。`,
      }
    }
    const deputy = deputyOf(name, me, context)
    if (typeof deputy === 'string') return { text: deputy }
    await setDeputies(context, whom, (deputies) => [...deputies, { person: deputy.id, from, until }])
    await context.notify(deputy.id, {
      text: `【代办】${me.name}${when}不在岗，期间${me.units.join('、')}的提醒发给您，您可以代为报送。`,
    })
    return { text: `已记：${when}提醒发给${deputy.name}，由其代为报送，已通知本人。提前回来请说：我回来了。` }
  },
})

/** The period the message names, from today where it gives only the end, or so many days from today. */
const spanOf = ({ question, wish, today }: IntentContext): PutOff | null => {
  const [period] = question.reading.periods
  const last = LAST_DAY.exec(wish?.text ?? '')?.[1]
  if (period?.from && period.to === period.from && last !== undefined)
    return { from: period.from, until: dayOnOrAfter(period.from, Number(last)) }
  if (period?.to) return { from: period.from !== null && period.from > today ? period.from : today, until: period.to }
  const amount = readAmount(wish?.text ?? '')
  if (amount === null || amountWords(amount) === '') return null
  const begin = wish?.parts.when === undefined ? null : readStretch(wish.parts.when, false, today)
  const from = begin?.from ?? period?.from ?? today
  return { from, until: addDays(from, amount.amount - 1) }
}

/** 20号到25号: a last day that names no month. */
const LAST_DAY = /\d[日号]?(?:到|至|[-—~])(\d{1,2})[日号]/

/** The next day of that number, in the same month or the one after. */
const dayOnOrAfter = (from: Day, day: number): Day => {
  for (let at = from; at <= addDays(from, MOST_DAYS); at = addDays(at, 1)) if (Number(at.slice(8)) === day) return at
  return from
}

/** What nobody of the unit is told meanwhile. */
const meanwhile = (me: Person, span: PutOff, context: IntentContext): string => {
  const { store, index, access, today } = context
  const others = store
    .snapshot()
    .people.filter(
      ({ id, role, state, units }) =>
        id !== me.id && role === 'liaison' && state === 'active' && units.some((unit) => me.units.includes(unit)),
    )
  if (others.length > 0) return `同单位的${others.map(({ name }) => name).join('、')}照常收到。`
  const due = dueMeanwhile(
    index.tasks.filter((task) => access.may('report', task)),
    span,
    today,
  )
  if (due.length === 0) return '期间没有到期任务。'
  return `本单位没有其他联络员，期间${numbersInWords(due)}到期。可指定代办，如：我出差这两周找某某代。`
}

const deputyOf = (name: string, me: Person, { store }: IntentContext): Person | string => {
  const active = store.snapshot().people.filter(({ id, state }) => state === 'active' && id !== me.id)
  const named = active.filter((person) => person.name === name || person.name.endsWith(name))
  const own = named.filter(({ units }) => units.some((unit) => me.units.includes(unit)))
  const [deputy, second] = own
  if (second !== undefined) return `同单位有${own.length}位“${name}”，请写全姓名，没有登记。`
  if (deputy) return deputy
  return named.length > 0
    ? `${name}不是同单位的人，代办请找同单位的同志，或请督查室调整，没有登记。`
    : `没有找到已绑定的“${name}”，没有登记。请其先私聊本助手绑定单位。`
}

/** A deputy may report for somebody: it stands in the audit trail like everything that changes who may what. */
const setDeputies = (
  { store, messageKey, at, access, said }: IntentContext,
  whom: string,
  change: (deputies: Person['deputies']) => Person['deputies'],
) =>
  store.commit(({ people }) => {
    const person = people.find(({ id }) => id === whom)
    if (!person) return null
    const deputies = change(person.deputies)
    if (deputies.length === person.deputies.length) return null
    const row = { part: 'people' as const, id: whom, before: { deputies: person.deputies }, after: { deputies } }
    return { id: messageKey, at, by: access.actor, action: 'deputy', text: said, rows: [row] }
  })

const back = async (whom: string, context: IntentContext): Promise<Partial<Reply>> => {
  const yesterday = addDays(dayOf(new Date(context.at)), -1)
  await context.keepWish({ what: 'back', whom })
  await setDeputies(context, whom, (deputies) => deputies.filter(({ until }) => until < yesterday))
  return { text: '已恢复给您的提醒，代办已取消。' }
}
