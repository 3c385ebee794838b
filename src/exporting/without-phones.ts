import { redactPhones } from '../domain/index.ts'

/** The texts of a task, as the store keeps it and as JSON has it. */
interface Texts {
  path: string[]
  title: string | null
  content: string
  lead: string[]
  cooperating: string[]
  timing: string
  milestones: { what: string | null }[]
  reports: { text: string }[]
  doubts: { message: string }[]
}

/** A task without whole phone numbers in its texts, wherever the document or a report writes them; contacts apart. */
export const withoutPhones = <T extends Texts>(task: T): T => ({
  ...task,
  path: task.path.map(redactPhones),
  title: task.title === null ? null : redactPhones(task.title),
  content: redactPhones(task.content),
  lead: task.lead.map(redactPhones),
  cooperating: task.cooperating.map(redactPhones),
  timing: redactPhones(task.timing),
  milestones: task.milestones.map((one) => ({ ...one, what: one.what === null ? null : redactPhones(one.what) })),
  reports: task.reports.map((report) => ({ ...report, text: redactPhones(report.text) })),
  doubts: task.doubts.map((doubt) => ({ ...doubt, message: redactPhones(doubt.message) })),
})
