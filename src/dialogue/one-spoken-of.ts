import type { Task } from '../domain/index.ts'
import type { LedgerIndex } from '../matching/ledger-index.ts'
import type { Turn } from './dialogue.ts'

/** The one task last spoken of; none where there were several. */
export const oneSpokenOf = (last: Turn | null, index: LedgerIndex): readonly Task[] => {
  const about = last?.about ?? []
  return about.length === 1 ? about.flatMap((id) => index.tasks[index.placeOf(id) ?? -1] ?? []) : []
}
