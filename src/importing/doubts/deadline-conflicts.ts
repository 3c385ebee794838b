import type { Doubt, Milestone, TaskDraft } from '../../domain/index.ts'
import { readDatesInText } from '../read-deadlines.ts'

const monthDay = (due: string): string => due.slice(5)

/** Whether a date of the text is one that the cell gives too, in whatever form. */
const agrees = (inText: Milestone, inCell: readonly Milestone[]): boolean =>
  inCell.some(({ due, until, recurs, ongoing }) => {
    if (due === null) return ongoing || recurs === inText.recurs
    const last = inText.until ?? inText.due
    if (last === null) return recurs === inText.recurs
    if (last === due || last === until) return true
    // a year missing on one side
    if (last.startsWith('X') || due.startsWith('X')) return recurs === inText.recurs && monthDay(last) === monthDay(due)
    // the text names the year in which the cell's day lies
    return inText.start !== null && inText.start <= due && due <= last
  })

const latest = (milestones: readonly Milestone[]): string =>
  milestones.flatMap(({ due, until }) => until ?? due ?? []).reduce((a, b) => (a > b ? a : b), '')

const inWords = ({ due, recurs }: Milestone): string => {
  if (recurs === 'yearly' && due !== null) return `每年${Number(due.slice(5, 7))}月${Number(due.slice(8))}日前`
  return recurs === null ? (due ?? '') : '定期'
}

/** A day, month or year by number, or something that comes round: a contradiction needs one of them. */
const DATED =
  /[\d一二三四五六七八九十〇零]\s*(?:年|个?月|日|号|季)|\d[./\-—]\d|[每按逐隔]|年[底末内终]|月[底末]|季度|半年|旬|周/u

/**
 * A deadline in the text that the deadline cell contradicts: the text comes round where the cell has one day, or the
 * text ends later than the cell. An earlier date in the text is a step on the way, and no contradiction.
 */
export const deadlineConflicts = (task: TaskDraft, year: number | null): Doubt[] => {
  const { milestones, timing, content } = task
  if (timing === '' || milestones.length === 0 || milestones.every(({ due }) => due === null)) return []
  if (!DATED.test(content)) return []
  const found = readDatesInText(content, year).milestones
  if (found.length === 0) return []
  const last = latest(milestones)
  const conflicts = found.filter((inText) => {
    if (agrees(inText, milestones)) return false
    const comesRound = milestones.some(({ recurs }) => recurs !== null)
    if (inText.recurs !== null || comesRound) return !comesRound
    const later = inText.due !== null && !inText.due.startsWith('X') && !last.startsWith('X') && inText.due > last
    return later
  })
  return conflicts.map((inText) => ({
    field: 'milestones',
    message: `任务内容写“${content.slice(...inText.span)}”（${inWords(inText)}），时限单元格写“${timing}”，两处不一致，请确认以哪一处为准。`,
  }))
}
