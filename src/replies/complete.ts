import type { Reply } from '../reply.ts'

/** Nothing is to be said. */
export const SILENT: Reply = {
  intent: 'silent',
  text: '',
  tasks: [],
  total: 0,
  units: [],
  dates: [],
  contacts: [],
  needs: null,
}

/** Completes what an intent returned. */
export const complete = (intent: string, part: Partial<Reply>): Reply => {
  const tasks = part.tasks ?? []
  return { ...SILENT, intent, ...part, tasks, total: part.total ?? tasks.length }
}
