import type { IntentContext } from '../intent.ts'
import { claimOf, readClause } from '../reports/claim.ts'
import type { Draft } from '../reports/draft.ts'
import { normalise } from '../text/normalise.ts'

const LEADING = /^\s*(?:补充(?:说明|一下|内容)?|再加|另外)[:：,，\s]*/

/** The draft with what was said besides; null where nothing was. */
export const supplemented = (draft: Draft, { said, today, attachments }: IntentContext): Draft | null => {
  const words = said.replace(LEADING, '').trim()
  if (words === '' && attachments.length === 0) return null
  const clause = readClause(normalise(words), today)
  // it completes what was claimed and takes nothing back
  const more = words === '' ? [] : [{ ...clause, state: null, request: null, whole: false }]
  return {
    ...draft,
    attachments: [...draft.attachments, ...attachments],
    parts: draft.parts.map((part) => {
      const clauses = [...part.clauses, ...more]
      return {
        ...part,
        clauses,
        claim: { ...claimOf(clauses), corrects: part.claim.corrects },
        text: joined(part.text, words),
      }
    }),
  }
}

const joined = (text: string, words: string): string =>
  words === '' ? text : text === '' ? words : `${text.replace(/[。；;，,]$/, '')}；${words}`
