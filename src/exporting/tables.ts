import {
  type Day,
  heldCell,
  type Ledger,
  type Light,
  lightOf,
  progressOn,
  statusOn,
  type TableColumn,
  type Task,
} from '../domain/index.ts'
import { lastReport, STATUS } from './words.ts'

/** A task with the ledger it stands in. */
export interface LedgerTask {
  task: Task
  ledger: Ledger
}

export interface ExportRow {
  /** Cells of the ledger's own columns. */
  cells: string[]
  status: string
  light: Light
  /** 0 to 100. */
  progress: number
  /** Empty where nothing has been reported. */
  report: string
}

/** Tasks of one ledger under the columns of the table that they were imported from. */
export interface ExportTable {
  ledger: Ledger
  /** Headings of the ledger's own columns. */
  headings: string[]
  rows: ExportRow[]
}

/** Columns behind the ledger's own. */
export const STATE_COLUMNS = ['状态', '灯', '进度', '最近报送'] as const

/** Their headings, told apart from columns of the ledger that are called the same. */
export const stateHeadings = ({ headings }: Pick<ExportTable, 'headings'>): string[] =>
  STATE_COLUMNS.map((heading) => (headings.includes(heading) ? `督办${heading}` : heading))

/** The columns of a ledger that was no table. */
const PLAIN: readonly TableColumn[] = [
  { heading: '序号', holds: 'number' },
  { heading: '工作任务', holds: 'content' },
  { heading: '牵头单位', holds: 'lead' },
  { heading: '配合单位', holds: 'cooperating' },
  { heading: '完成时限', holds: 'timing' },
]

/** Headings for what stood above the rows of a table and not in it, broadest first. */
const ABOVE = ['类别', '板块', '领域', '方面', '分项', '章节']

/** How many of a task's headings stand in cells of its own row. */
const inCells = (task: Task, columns: readonly TableColumn[]): number =>
  columns.filter(({ holds }, index) => holds === 'path' && task.cells?.[index] !== undefined).length

/** The headings above a row that no cell of it holds. */
const above = (task: Task, columns: readonly TableColumn[]): readonly string[] =>
  task.path.slice(0, Math.max(0, task.path.length - inCells(task, columns)))

/** The text without what columns of goals hold of it. */
const withoutGoals = (task: Task, columns: readonly TableColumn[]): string => {
  let { content } = task
  columns.forEach(({ holds }, index) => {
    const goal = holds === 'goal' ? task.cells?.[index] : undefined
    if (goal !== undefined && content.length > goal.length && content.endsWith(goal))
      content = content.slice(0, -goal.length)
  })
  return content
}

/** What stands for nothing in columns whose empty cells readers would take to be merged with the one above. */
const NOTHING = '—'
const NEVER_EMPTY: readonly string[] = ['units', 'lead', 'timing', 'contact']

const cellsOf = (task: Task, columns: readonly TableColumn[], used: ReadonlySet<TableColumn>): string[] =>
  columns.map((column, index) => {
    if (column.holds === 'content') return withoutGoals(task, columns)
    const cell = task.cells?.[index] ?? heldCell(column, columns, task) ?? ''
    return cell === '' && used.has(column) && NEVER_EMPTY.includes(column.holds) ? NOTHING : cell
  })

/** Columns in which any row has something. */
const usedOf = (tasks: readonly Task[], columns: readonly TableColumn[]): ReadonlySet<TableColumn> =>
  new Set(
    columns.filter((column, index) =>
      tasks.some((task) => (task.cells?.[index] ?? heldCell(column, columns, task) ?? '') !== ''),
    ),
  )

/** The columns of tasks that stood in no table: those in which there is anything. */
const plainTable = (tasks: readonly Task[]): readonly TableColumn[] => {
  const roles = [...new Set(tasks.flatMap(({ contacts }) => contacts.map(({ role }) => role)))]
  const columns = [...PLAIN, ...roles.map((role): TableColumn => ({ heading: role, holds: 'contact', role }))]
  const used = usedOf(tasks, columns)
  return columns.filter((column) => used.has(column))
}

/** The columns of a table without those of before, where it was a file of ours that was imported. */
const withoutStates = (columns: readonly TableColumn[]): readonly TableColumn[] => {
  const tail = columns.slice(-STATE_COLUMNS.length).map(({ heading }) => heading)
  return tail.join() === STATE_COLUMNS.join() ? columns.slice(0, -STATE_COLUMNS.length) : columns
}

const status = (task: Task, today: Day): string =>
  STATUS[statusOn(task, today)] + (task.extensions > 0 ? `（延期${task.extensions}次）` : '')

const tableOf = (ledger: Ledger, columns: readonly TableColumn[], tasks: readonly Task[], today: Day): ExportTable => {
  const taken = columns.map(({ heading }) => heading)
  const depth = Math.max(0, ...tasks.map((task) => above(task, columns).length))
  const used = usedOf(tasks, columns)
  const free = ABOVE.filter((heading) => !taken.includes(heading)).slice(0, depth)
  return {
    ledger,
    headings: [...free, ...taken],
    rows: tasks.map((task) => {
      const headings = above(task, columns)
      return {
        cells: [...free.map((_, i) => headings[i] ?? ''), ...cellsOf(task, columns, used)],
        status: status(task, today),
        light: lightOf(task, today),
        progress: progressOn(task, today),
        report: lastReport(task),
      }
    }),
  }
}

/** Tasks as tables, one for each ledger and each kind of table in it, in the order in which they come. */
export const tablesOf = (items: readonly LedgerTask[], today: Day): ExportTable[] => {
  const groups = new Map<string, { ledger: Ledger; table: number | undefined; tasks: Task[] }>()
  for (const { task, ledger } of items) {
    // one that was added in a conversation goes into the first
    const table = task.table ?? (ledger.tables ? 0 : undefined)
    const key = `${ledger.id} ${table}`
    const group = groups.get(key) ?? { ledger, table, tasks: [] }
    group.tasks.push(task)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ ledger, table, tasks }) => {
    const own = table === undefined ? undefined : ledger.tables?.[table]
    return tableOf(ledger, own ? withoutStates(own) : plainTable(tasks), tasks, today)
  })
}
