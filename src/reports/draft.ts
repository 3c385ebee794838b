import type { Attachment } from '../domain/index.ts'
import type { SpokenReport } from './read-report.ts'

/** A report on its way: what was said, and what has been settled since by asking back. JSON. */
export interface Draft extends SpokenReport {
  /** By the place of the part: ids of the tasks meant, once that is settled. */
  tasks: Readonly<Record<number, readonly string[]>>
  /** By task: the milestones that are done; null where it is progress only. */
  milestones: Readonly<Record<string, { milestones: readonly number[]; whole?: boolean } | null>>
  attachments: readonly Attachment[]
}

export const newDraft = (report: SpokenReport, attachments: readonly Attachment[]): Draft => ({
  ...report,
  tasks: {},
  milestones: {},
  attachments,
})
