import type { Attachment, Change, Report, Task } from '../domain/index.ts'

/** A file that came with a report on a task. */
export interface KeptFile extends Attachment {
  /** ISO 8601, when it was reported, and by whom. */
  at: string
  by: string
}

const filesIn = (reports: readonly Report[]): readonly Attachment[] =>
  reports.flatMap(({ attachments = [] }) => attachments)

/** The files of a task's reports, the latest first. */
export const filesOf = ({ reports }: Task): KeptFile[] =>
  reports.toReversed().flatMap(({ at, by, attachments = [] }) => attachments.map((one) => ({ ...one, at, by })))

/**
 * Files whose reports have all been taken back: what a 撤回 has removed, and no report of any task has any more. They are
 * to be removed from the folder; the audit trail keeps their names.
 */
export const orphanedFiles = (changes: readonly Change[], tasks: readonly Task[]): string[] => {
  const taken = changes
    .filter(({ action }) => action === 'withdraw')
    .flatMap(({ rows }) =>
      rows.flatMap(({ before }) => filesIn((before?.reports as readonly Report[] | undefined) ?? [])),
    )
  if (taken.length === 0) return []
  const inUse = new Set(tasks.flatMap(({ reports }) => filesIn(reports).map(({ file }) => file)))
  return [...new Set(taken.map(({ file }) => file))].filter((file) => !inUse.has(file))
}
