import { type Change, type Day, type Ledger, nextDueDay, type Task } from '../../domain/index.ts'
import { shortDay, weekdayName } from '../../replies/dates.ts'
import { EVENTS, type Figures, figuresOf, STANDINGS } from './figures.ts'

/** One screen for a leader: the text, and the tasks it names, in its order. */
export interface LeadersDigest {
  text: string
  tasks: readonly Task[]
}

const MOST = 5

const numbersOf = (tasks: readonly Task[]): string => {
  const shown = tasks.slice(0, MOST).map(({ no }) => no)
  const rest = tasks.length > MOST ? `等${tasks.length}项` : ''
  return shown.every((no) => /^\d+$/.test(no)) ? `第${shown.join('、')}项${rest}` : `${shown.join('、')}${rest}`
}

const unitsOf = (tasks: readonly Task[]): string => {
  const units = [...new Set(tasks.map(({ lead }) => lead[0] ?? ''))]
  return units.length > 2 ? `${units.slice(0, 2).join('、')}等${units.length}个单位` : units.join('、')
}

const sumLine = (total: number, figures: Figures, today: Day): string => {
  const later = figures.get('本月以后') ?? []
  const first = later.map((task) => nextDueDay(task, today) ?? '9999').sort()[0]
  const nameOf = (name: string): string =>
    name === '本月以后' && first !== undefined ? `${shortDay(first, today)}及以后` : name
  const parts = STANDINGS.map((name) => ({ name, count: figures.get(name)?.length ?? 0 }))
    .filter(({ name, count }) => count > 0 || name === '办结')
    .map(({ name, count }) => `${nameOf(name)}${count}`)
  return `${total}＝${parts.join('＋')}`
}

const ledgerText = (ledger: Ledger, figures: Figures, total: number, today: Day): string[] => {
  const [late, soon] = [figures.get('时限已过') ?? [], figures.get('本月到期') ?? []]
  const watched = [
    ...(late.length > 0 ? [`${numbersOf(late)}（${unitsOf(late)}）时限已过，未收到办结申请`] : []),
    ...(soon.length > 0 ? [`${numbersOf(soon)}（${unitsOf(soon)}）本月到期`] : []),
  ]
  return [
    `【${ledger.short}】${shortDay(today, today)}（${weekdayName(today)}），据单位报送`,
    sumLine(total, figures, today),
    `上周：${EVENTS.map((name) => `${name}${figures.get(name)?.length ?? 0}`).join('、')}`,
    watched.length > 0 ? `需关注：${watched.join('；')}` : '本月没有需关注的事项',
  ]
}

/** What happened last week in all ledgers together. */
const eventsLine = (all: readonly Figures[]): string =>
  `上周：${EVENTS.map((name) => `${name}${all.reduce((sum, figures) => sum + (figures.get(name)?.length ?? 0), 0)}`).join('、')}`

/**
 * What leaders are told of the ledgers whose reminders are on: parts that add up, what is late or due this month. Units
 * stand in the ledger's order and nobody is ranked.
 */
export const leadersDigest = (
  ledgers: readonly Ledger[],
  tasks: readonly Task[],
  changes: readonly Change[],
  today: Day,
): LeadersDigest | null => {
  const told = ledgers.flatMap((ledger) => {
    const own = tasks.filter(({ ledgerId }) => ledgerId === ledger.id)
    return own.length === 0 ? [] : [{ ledger, total: own.length, figures: figuresOf(own, changes, today) }]
  })
  const [only, second] = told
  if (!only) return null
  const named = told.flatMap(({ figures }) => [...(figures.get('时限已过') ?? []), ...(figures.get('本月到期') ?? [])])
  const parts =
    second === undefined
      ? ledgerText(only.ledger, only.figures, only.total, today)
      : [
          `【每周情况】${shortDay(today, today)}（${weekdayName(today)}），据单位报送`,
          // so that all are on one screen: what stands behind a figure is a reply away
          ...told.map(({ ledger, figures, total }) => `〔${ledger.short}〕${sumLine(total, figures, today)}`),
          eventsLine(told.map(({ figures }) => figures)),
        ]
  const how = `${second === undefined ? '回复序号看详情；' : ''}看某个数的明细，回复如：周报 时限已过；回复 打印 取一页纸`
  const text = [...parts, how].join('\n')
  return { text, tasks: named }
}
