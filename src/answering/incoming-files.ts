import { type Rank, scopeOf } from '../access/permissions.ts'
import type { Incoming } from '../adapter.ts'
import type { Dialogue } from '../dialogue/dialogue.ts'
import { readReport } from '../reports/read-report.ts'
import { normalise } from '../text/normalise.ts'

/** What the files of a message are for. */
export type Purpose =
  /** A ledger. */
  | 'import'
  /** They go with what the message reports. */
  | 'report'
  /** They go with a report that waits to be confirmed. */
  | 'supplement'
  /** They came before the words: kept until it is said what they belong to. */
  | 'ahead'
  /** Nobody's business: the words alone are answered. */
  | 'none'

const IMPORTS = /^\s*(?:请|麻烦|帮我?)*(?:导入|录入|更新台账|新台账)/u

/** What the files of a message are for; an administrator's with no report beside them are a ledger. */
export const purposeOf = (
  { text, at, unreadable }: Pick<Incoming, 'text' | 'at' | 'unreadable'>,
  rank: Rank,
  dialogue: Pick<Dialogue, 'pending'> | undefined,
): Purpose => {
  const waits = dialogue?.pending?.supplement !== undefined || dialogue?.pending?.text !== undefined
  const administrator = rank === 'administrator'
  if (scopeOf(rank, 'report') === 'none') return 'none'
  if (text.trim() === '') {
    if (waits) return 'supplement'
    return administrator && unreadable === undefined ? 'import' : 'ahead'
  }
  if (administrator && IMPORTS.test(text)) return 'import'
  if (readReport(text, { today: at.slice(0, 10), hasFiles: true }) !== null) return 'report'
  if (waits && /^补充/.test(normalise(text))) return 'report'
  return administrator ? 'import' : 'none'
}
