import type { TableColumn, TaskDraft } from '../../domain/index.ts'
import { oneLine } from '../cell-text.ts'
import type { Column } from '../columns/find-head.ts'
import type { TaskSource } from '../task-source.ts'
import type { Layout } from './layout.ts'
import type { FilledRow } from './merged-cells.ts'

/** Of several columns that hold the same, each keeps its own cells. */
const aloneIn = (indexes: readonly number[], index: number): boolean => indexes.length === 1 && indexes[0] === index

const ownColumn = ({ index, heading }: Column, layout: Layout): TableColumn => {
  const unit = layout.units.find((one) => one.index === index)
  if (unit) {
    const alike = layout.units.filter(({ kind }) => kind === unit.kind)
    return { heading, holds: alike.length === 1 ? unit.kind : 'other' }
  }
  const contact = layout.contacts.find((one) => one.index === index)
  if (contact) return { heading, holds: 'contact', role: contact.role }
  if (index === layout.number) return { heading, holds: 'number' }
  if (index === layout.content) return { heading, holds: 'content' }
  if (layout.path.includes(index)) return { heading, holds: 'path' }
  if (layout.goals.includes(index)) return { heading, holds: 'goal' }
  if (aloneIn(layout.timing, index)) return { heading, holds: 'timing' }
  if (aloneIn(layout.phones, index)) return { heading, holds: 'phone' }
  return { heading, holds: 'other' }
}

/** The columns of a table as the ledger keeps them, to be written out again. */
export const ownColumns = (columns: readonly Column[], layout: Layout): TableColumn[] =>
  columns.map((column) => ownColumn(column, layout))

const ownText = (row: FilledRow, index: number, holds: TableColumn['holds'] | undefined, layout: Layout): string => {
  if (holds === 'path') return row.path[layout.path.indexOf(index)]?.text ?? ''
  if (holds === 'number') return row.number.text
  if (holds !== 'goal' && holds !== 'other') return ''
  return oneLine(row.merged.has(index) ? row.cell(index).text : (row.cells[index] ?? ''))
}

/** The cells of a row that no field of its task holds, by column; empty ones are left out. */
export const ownCells = (row: FilledRow, columns: readonly TableColumn[], layout: Layout): Record<number, string> => {
  const cells: Record<number, string> = {}
  for (let index = 0; index < columns.length; index++) {
    const text = ownText(row, index, columns[index]?.holds, layout)
    if (text !== '') cells[index] = text
  }
  return cells
}

/** Gives each task the place of its table and the cells it keeps of it; returns the kinds of table. */
export const keepTables = (sources: readonly TaskSource[], tasks: readonly TaskDraft[]): TableColumn[][] => {
  const tables: TableColumn[][] = []
  const places = new Map<string, number>()
  const known = new Map<readonly TableColumn[], number>()
  const placeOf = (columns: readonly TableColumn[]): number => {
    const before = known.get(columns)
    if (before !== undefined) return before
    const key = JSON.stringify(columns)
    const place = places.get(key) ?? tables.push([...columns]) - 1
    known.set(columns, place)
    places.set(key, place)
    return place
  }
  sources.forEach(({ row }, i) => {
    const task = tasks[i]
    if (row === undefined || task === undefined) return
    task.table = placeOf(row.columns)
    const kept: Record<number, string> = {}
    let some = false
    for (const index in row.cells) {
      const text = row.cells[index] as string
      if (row.columns[index as unknown as number]?.holds === 'number' && text === task.no) continue
      kept[index as unknown as number] = text
      some = true
    }
    if (some) task.cells = kept
  })
  return tables
}
