import type { SpecialReport } from './special-report.ts'

// GB/T 9704-2012: 22 lines a page, 28 characters a line; a title in 二号 takes 20 a line, and as much room as two lines.
const LINES = 22
const WIDTH = 28
const TITLE_WIDTH = 20
/** The date, and what stands before it. */
const DATE_LINES = 2

const linesOf = (text: string): number => Math.ceil(([...text].length + 2) / WIDTH)
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

const restOf = (left: number): string => `其余${left}项见台账。`

/**
 * A 专报 cut to one page: the figures whole, of each list as many rows from the top as fit, and how many are left out.
 * The headings count all.
 */
export const onePage = (report: SpecialReport): SpecialReport => {
  const [overall, ...lists] = report.sections
  const shown = lists.map(() => 0)
  const paragraphsOf = (at: number): string[] => {
    const { paragraphs } = lists[at] as SpecialReport['sections'][number]
    const count = shown[at] ?? 0
    return [...paragraphs.slice(0, count), ...(count < paragraphs.length ? [restOf(paragraphs.length - count)] : [])]
  }
  const fixed =
    Math.ceil([...report.title].length / TITLE_WIDTH) * 2 +
    linesOf(report.opening) +
    (overall === undefined ? 0 : 1 + sum(overall.paragraphs.map(linesOf))) +
    DATE_LINES
  const height = (): number => fixed + sum(lists.map((_, at) => 1 + sum(paragraphsOf(at).map(linesOf))))
  // a row of each list in turn, so that none is crowded out by the one before
  for (let grown = true; grown; ) {
    grown = false
    for (const [at, { paragraphs }] of lists.entries()) {
      if ((shown[at] ?? 0) >= paragraphs.length) continue
      shown[at] = (shown[at] ?? 0) + 1
      if (height() <= LINES) grown = true
      else shown[at] -= 1
    }
  }
  const kept = lists.map((list, at) => ({ ...list, paragraphs: paragraphsOf(at) }))
  return { ...report, sections: overall === undefined ? kept : [overall, ...kept] }
}
