import type { ReplySection } from '../reply.ts'
import { askedFor, pageRows } from './task-list.ts'
import type { TaskListing } from './task-listing.ts'

const WIDEST_TITLE = 40

/** One page of a list by its dates, with the same numbers as the text. */
export const taskSections = (listing: TaskListing, offset: number, showWhat: boolean): ReplySection[] => {
  const own = listing.printsOwnNumbers
  const sections: { heading: string; lines: ReplySection['lines'][number][] }[] = []
  for (const at of pageRows(listing, offset)) {
    const { task, group, what } = listing.rowAt(at)
    const last = sections.at(-1)
    const section = last?.heading === group ? last : { heading: group, lines: [] }
    if (section !== last) sections.push(section)
    const ledger = listing.severalLedgers ? `〔${listing.ledgerAt(at)}〕` : ''
    const label = own ? '' : /^[（(]/.test(task.no) ? task.no : `（${task.no}）`
    const title = listing.titleAt(at, WIDEST_TITLE)
    const asked = showWhat ? askedFor(title, what) : ''
    section.lines.push({
      label: listing.numberAt(at),
      text: `${ledger}${title}${asked}${label}`,
      note: task.lead.join('、') || '牵头单位未写明',
    })
  }
  return sections
}
