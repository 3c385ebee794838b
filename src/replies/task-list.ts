import type { TaskListing } from './task-listing.ts'

/** Rows shown at a time: a phone screen. */
export const PAGE = 15

/** The rows of the page that begins at a row. */
export const pageRows = (listing: TaskListing, offset: number): number[] =>
  listing.tasks.slice(offset, offset + PAGE).map((_, place) => offset + place)

/** What is asked for then, behind a title that does not say it already: ：上报监测结果. */
export const askedFor = (title: string, what: string | null): string =>
  what === null || what === '' || title.includes(what) || what.includes(title.replace(/…$/, '')) ? '' : `：${what}`

/** One page of a list, grouped by date, one printed number a line. */
export const listText = (listing: TaskListing, offset: number, showWhat: boolean): string[] => {
  // a position that is the ledger's number as well need not be told apart from it
  const own = listing.printsOwnNumbers
  const lines: string[] = []
  let last = ''
  for (const at of pageRows(listing, offset)) {
    const { task, group, what } = listing.rowAt(at)
    if (group !== last) {
      last = group
      lines.push(`【${group}】${listing.tasks.length > 1 ? `${listing.groupSizeAt(at)}项` : ''}`)
    }
    const ledger = listing.severalLedgers ? `〔${listing.ledgerAt(at)}〕` : ''
    const label = own ? '' : /^[（(]/.test(task.no) ? task.no : `（${task.no}）`
    const title = listing.titleAt(at)
    const asked = showWhat ? askedFor(title, what) : ''
    lines.push(`${listing.numberAt(at)} ${ledger}${title}${asked}${label}`)
  }
  return lines
}

/** 还有N项，回复 下一页; nothing on the last page. */
export const pageLine = (total: number, offset: number): string[] =>
  offset + PAGE < total ? [`第${offset + 1}—${offset + PAGE}项，共${total}项；回复 下一页`] : []
