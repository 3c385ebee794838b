import type { Day } from '../domain/index.ts'
import { normalise } from '../text/normalise.ts'
import { readClause, type Said } from './claim.ts'
import { clausesOf, withPauses } from './clauses.ts'
import { readReport, type SpokenReport } from './read-report.ts'

const SHARE = /^进度\d+(?:\.\d+)?%$/

/** 同意, 退回: of the 督查室, whoever has pressed it. */
const DECIDES = /^(?:同意|退回)/

/** Behind how a task stands, other words tell what was done and take nothing of it back. */
const told = (clause: Said): Said => ({
  ...clause,
  state: clause.state === null ? null : 'told',
  percent: SHARE.test(clause.text) ? clause.percent : null,
  request: null,
  corrects: false,
  about: '',
})

/**
 * Reads what was reported on one task that is known: whatever numbers stand in it are none of a task. Null where it
 * reports nothing.
 * @param written the message as it was sent
 * @param lead what a form's text begins with; what comes first behind it is how the task stands
 */
export const readReportOnTask = (written: string, today: Day, lead: string): SpokenReport | null => {
  if (DECIDES.test(written)) return null
  if (written.startsWith(lead)) return readFilledIn(written.slice(lead.length), today)
  const spoken = readReport(written, { today, isNumber: () => false })
  const [first, ...others] = spoken?.parts ?? []
  if (!first) return null
  return others.length === 0 ? { parts: [{ ...first, target: { kind: 'last' } }], behalf: null } : null
}

const readFilledIn = (written: string, today: Day): SpokenReport | null => {
  const text = normalise(withPauses(written))
  const [head, ...rest] = clausesOf(text).map(({ from, to }) => readClause(text.slice(from, to), today))
  if (!head) return null
  const clauses = [head, ...rest.map(told)]
  const claim = {
    percent: clauses.find(({ percent }) => percent !== null)?.percent ?? null,
    state: head.state ?? 'told',
    request: null,
    corrects: false,
    difficulty: clauses.some(({ difficulty }) => difficulty),
  }
  return { parts: [{ target: { kind: 'last' }, claim, clauses, text: written.trim() }], behalf: null }
}
