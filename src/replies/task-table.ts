import { askedFor, pageRows } from './task-list.ts'
import type { TaskListing } from './task-listing.ts'

const WIDEST_TITLE = 30

/** One page of a list as columns, with the same numbers as the text. */
export const taskTable = (
  listing: TaskListing,
  offset: number,
  showWhat: boolean,
): { columns: readonly string[]; rows: readonly (readonly string[])[] } => {
  const own = listing.printsOwnNumbers
  const several = listing.severalLedgers
  return {
    columns: ['序号', ...(own ? [] : ['编号']), ...(several ? ['台账'] : []), '任务', '时限', '牵头'],
    rows: pageRows(listing, offset).map((at) => {
      const { task, group, what } = listing.rowAt(at)
      const title = listing.titleAt(at, WIDEST_TITLE)
      return [
        listing.numberAt(at),
        ...(own ? [] : [task.no]),
        ...(several ? [listing.ledgerAt(at)] : []),
        title + (showWhat ? askedFor(title, what) : ''),
        group,
        task.lead.join('、') || '文件未写明',
      ]
    }),
  }
}
