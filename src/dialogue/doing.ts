import type { Ask } from '../matching/reading.ts'

/** What a message was read as beside a question; null where it is none. */
export interface Doings {
  takesBack: boolean
  decision: object | null
  introduction: object | null
  report: object | null
}

/** What a message does rather than asks; null where it does nothing. */
export const doingOf = ({ takesBack, decision, introduction, report }: Doings): Ask | null => {
  if (takesBack) return 'withdraw'
  if (decision !== null) return 'decide'
  if (introduction !== null) return 'bind-person'
  return report === null ? null : 'report'
}
