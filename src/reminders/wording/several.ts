import { type Day, isMilestoneOverdue, type Ledger, type Task } from '../../domain/index.ts'
import { COLLECT } from '../marks.ts'
import { onOneScreen, screenLines } from './screen.ts'
import { dayWithWeekday, deliverable, numberOf, printedNumbers, TITLE, taskTitle } from './words.ts'

/** A row of a digest. */
export interface DigestItem {
  task: Task
  milestone: number | null
  /** Null where nothing but the weekly overview brings it up. */
  stage: string | null
  /** '' where the work has no day. */
  due: Day | ''
}

/** What stands around the rows. */
export interface DigestFrame {
  /** 本周清单, 督办提醒, 补发提醒. */
  title: string
  /** On whose behalf; empty in a group. */
  units: readonly string[]
  ledgerOf: (task: Task) => Ledger | undefined
  /** Stands under the heading: how many tasks in all, why it comes late. */
  opening: readonly string[]
  /** Stands above the last line. */
  notes: readonly string[]
  /** Rows name the unit that leads. */
  withUnits?: boolean
  /** Says that there is a form to be had. */
  form?: boolean
}

const ORDINALS = '一二三四五六七八九十'

/** Rows of one heading. */
interface Section {
  heading: string
  items: DigestItem[]
}

const isLate = ({ task, milestone, due }: DigestItem, today: Day): boolean => {
  const meant = task.milestones[milestone ?? -1]
  return (
    due !== '' &&
    due < today &&
    (meant === undefined || meant.recurs !== null || isMilestoneOverdue(meant, task, today))
  )
}

const headingOf = (due: Day | '', collected: boolean, today: Day): string => {
  if (due === '') return '持续推进或没有写明时限'
  return collected ? `${dayWithWeekday(due, today)}前报送最新进展` : `${dayWithWeekday(due, today)}到期`
}

const sectionsOf = (items: readonly DigestItem[], today: Day): Section[] => {
  const byOrder = new Map<string, Section & { order: string }>()
  for (const item of items) {
    const late = isLate(item, today)
    const collected = item.stage === COLLECT
    const order = late ? 'y' : item.due === '' ? 'z' : `${item.due}${collected ? '1' : '0'}`
    let section = byOrder.get(order)
    if (section === undefined) {
      const heading = late ? '时限已过、未收到办结申请' : headingOf(item.due, collected, today)
      section = { heading, items: [], order }
      byOrder.set(order, section)
    }
    section.items.push(item)
  }
  return [...byOrder.values()].sort((a, b) => (a.order < b.order ? -1 : 1))
}

/** What the milestones of one task under one heading ask for, where the title does not say it. */
const whatText = (rows: readonly DigestItem[], title: string): string => {
  const whats = rows.flatMap(({ task, milestone, due, stage }) => {
    const meant = task.milestones[milestone ?? -1]
    if (stage === COLLECT || !meant || meant.what === null) return []
    const what = meant.recurs === null ? meant.what : `报送${deliverable(task, meant, due)}`
    return title.includes(what) ? [] : [what]
  })
  return whats.length === 0 ? '' : `：${[...new Set(whats)].join('；')}`
}

const rowText = (rows: readonly DigestItem[], among: readonly Task[], today: Day): string => {
  const [first] = rows
  if (!first) return ''
  const title = taskTitle(first.task, among, TITLE)
  return `${title}${whatText(rows, title)}${isLate(first, today) ? `（${first.due}）` : ''}`
}

/** Rows of one task under one heading go together. */
const byTask = (items: readonly DigestItem[]): DigestItem[][] => {
  const rows = new Map<string, DigestItem[]>()
  for (const item of items) {
    const row = rows.get(item.task.id)
    if (row) row.push(item)
    else rows.set(item.task.id, [item])
  }
  return [...rows.values()]
}

/** The tasks of a digest in the order in which it numbers them, each once. */
export const digestOrder = (items: readonly DigestItem[], today: Day): Task[] => {
  const seen = new Set<string>()
  return sectionsOf(items, today)
    .flatMap((section) => section.items)
    .map(({ task }) => task)
    .filter(({ id }) => !seen.has(id) && seen.add(id))
}

/** Several tasks in one message, by date; numbered as every list is. As many rows as fit on a screen, of each section some. */
export const digestText = (items: readonly DigestItem[], frame: DigestFrame, today: Day): string => {
  const { title, units, ledgerOf, opening, notes, withUnits = false, form = false } = frame
  const tasks = digestOrder(items, today)
  const printed = printedNumbers(tasks)
  const number = new Map(tasks.map((task, place) => [task.id, printed[place] ?? '']))
  const ledgers = [...new Set(tasks.map((task) => ledgerOf(task)?.short ?? ''))]
  const lineOf = (rows: readonly DigestItem[]): string => {
    const { task } = rows[0] as DigestItem
    const own = number.get(task.id) ?? ''
    const ledger = ledgers.length > 1 ? `〔${ledgerOf(task)?.short ?? ''}〕` : ''
    const label = own === task.no ? '' : /^[（(]/.test(task.no) ? task.no : `（${numberOf(task)}）`
    const unit = withUnits ? `　${task.lead[0] ?? ''}${task.lead.length > 1 ? '等' : ''}` : ''
    return `${own}　${ledger}${rowText(rows, tasks, today)}${label}${unit}`
  }
  const sections = sectionsOf(items, today).map(({ heading, items: meant }, at, all) => ({
    heading: all.length > 1 ? `${ORDINALS[at] ?? at + 1}、${heading}` : heading,
    lines: byTask(meant).map(lineOf),
  }))
  const whose = units.length > 2 ? `${units[0]}等${units.length}个单位` : units.join('、')
  const ledger = ledgers.length === 1 ? `〔${ledgers[0]}〕` : ''
  // an answer that changes something names the ledger's own number
  const [firstTask] = tasks
  const first = firstTask === undefined ? '' : printed[0] === firstTask.no ? firstTask.no : numberOf(firstTask)
  const above = [`【${title}】${whose}${ledger}`, ...opening]
  const below = [
    ...notes,
    withUnits
      ? `看详情、报进展请@本助手，如：${first} 已报送`
      : `回复序号看详情，或如：${first} 已报送；暂缓三天${form ? '；要填表回复 表' : ''}`,
  ]
  return [...above, ...onOneScreen(sections, screenLines([...above, ...below].join('\n'))), ...below].join('\n')
}
