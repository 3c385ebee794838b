import { addDays, type Day, type Task, weekdayOf } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { EMPTY_QUERY, type Query } from '../src/matching/query.ts'
import { namesOfUnit } from '../src/matching/unit-names.ts'
import { shortDay } from '../src/replies/dates.ts'
import { countedOf, type Missing, missingReports } from '../src/reports/missing.ts'

const MOST_UNITS = 15
const MOST_NUMBERS = 8

/** 谁还没报: the lead units that have reported nothing on open tasks, this month or since the day asked about. */
export const whoHasNotReported = defineIntent({
  name: 'who-has-not-reported',
  summary: '看哪些牵头单位还没有报送进展',
  examples: ['谁还没报', '本周还有哪些单位没报', '第3项谁还没报'],
  topic: '督查室',
  asks: ['missing'],
  aboutTasks: false,
  run: (context) => {
    const { access, today } = context
    const tasks = ledTasks(context, conditionsOf(context)).filter(
      (task) => access.may('late', task) || access.may('report', task),
    )
    if (tasks.length === 0) return { text: '没有您可以查看报送情况的任务。' }
    const since = sinceOf(context)
    const named = new Set(context.question.query.units.flatMap(({ names, negated }) => (negated ? [] : names)))
    const missing = missingOf(tasks, since, context).filter(({ unit }) => named.size === 0 || named.has(unit))
    const all = [...new Set(missing.flatMap((one) => one.tasks))]
    const when = `${shortDay(since, today)}以来`
    const counted = countedNote(tasks, context)
    if (missing.length === 0)
      return { text: [`${when}，${tasks.length}项在办任务都报送过进展。`, ...counted].join('\n') }
    const lines = missing.slice(0, MOST_UNITS).map((one) => `${one.unit}　${numbersOf(one)}`)
    const rest = missing.length > MOST_UNITS ? [`另有${missing.length - MOST_UNITS}个单位`] : []
    return {
      tasks: all,
      units: missing.map(({ unit }) => unit),
      text: [`${when}未报送进展：${missing.length}个单位、${all.length}项`, ...lines, ...rest, ...counted].join('\n'),
    }
  },
})

/** 快到期还没报的, 超期一周还没报的: 没报 itself is no state of a task, and 本周 is when nothing was heard. */
const conditionsOf = ({ question, today }: IntentContext): Partial<Query> => ({
  statuses: question.query.statuses.filter(({ status }) => status === 'due-soon' || status === 'overdue'),
  periods: question.query.periods.filter(({ from, to }) => from === null && to !== null && to < today),
})

/** The tasks that the units named lead, or all of the ledgers at hand. */
export const ledTasks = ({ question, select }: IntentContext, conditions: Partial<Query> = {}): readonly Task[] => {
  const { numbers, units, unitsJoin, ledgers } = question.query
  const leads = units.map((unit) => (unit.role === 'any' && !unit.negated ? { ...unit, role: 'lead' as const } : unit))
  return select({ ...EMPTY_QUERY, numbers, units: leads, unitsJoin, ledgers, ...conditions })
}

const bodies = ({ store, index }: Pick<IntentContext, 'store' | 'index'>) => ({
  people: store.snapshot().people,
  covers: (collective: string, unit: string): boolean =>
    unit !== collective && namesOfUnit(unit, index.directory).includes(collective),
})

/** 各区政府只统计已绑定的2家: of the others nobody knows. */
const countedNote = (tasks: readonly Task[], context: IntentContext): string[] =>
  countedOf(tasks, context.today, bodies(context)).map(
    ({ collective, bound }) => `${collective}只统计已绑定的${bound}家，其余尚未绑定，不在统计内`,
  )

export const missingOf = (
  tasks: readonly Task[],
  since: Day,
  { store, index, today }: Pick<IntentContext, 'store' | 'index' | 'today'>,
): Missing[] => missingReports(tasks, since, today, bodies({ store, index }))

/** The first day of the period asked about; of this month where none is, or it has not begun. */
export const sinceOf = ({ question, today }: Pick<IntentContext, 'question' | 'today'>): Day => {
  const { text, periods } = question.reading
  const from = periods[0]?.from ?? null
  if (from !== null && from < today) return from
  return /(?<![\d一二两三四五六七八九十几])(?:周|星期|礼拜)/.test(text)
    ? addDays(today, 1 - weekdayOf(today))
    : `${today.slice(0, 8)}01`
}

const numbersOf = ({ tasks }: Missing): string => {
  const shown = tasks.slice(0, MOST_NUMBERS).map(({ no }) => no)
  const count = tasks.length > shown.length ? `等${tasks.length}项` : ''
  return tasks.every(({ no }) => /^\d+$/.test(no)) ? `第${shown.join('、')}项${count}` : `${shown.join('、')}${count}`
}
