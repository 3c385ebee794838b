import { type DutySubject, namesBody, subjectOf, unitsBefore } from '../unit-phrases.ts'
import type { FoundResponsibility } from './responsibility.ts'

/** 关于“…”的问题，由…: how a paper that shares out the points of another one quotes a point. */
const QUOTES_POINT = /^(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]\s*)?(?:关于|对于?)[“"《\p{Script=Han}]/u
const BY = /[，,。；;](?:请)?由/gu

/** 由市发展改革委按程序办理: a body, whatever it is to do. */
const subjectBefore = (text: string): DutySubject | null => {
  const units = unitsBefore(/^[^，,。；]*/u.exec(text)?.[0] ?? '')
  return namesBody(units) ? { units, cooperating: [] } : null
}

/** 由财政部会同农业部等部门提出意见: who a paper of that kind gives a point to, in a sentence and not in a bracket. */
export const assignmentIn = (text: string): FoundResponsibility | null => {
  if (!QUOTES_POINT.test(text)) return null
  for (const match of text.matchAll(BY)) {
    const rest = text.slice(match.index + match[0].length)
    const subject = subjectOf(rest) ?? subjectBefore(rest)
    if (subject === null) continue
    const { units, cooperating } = subject
    const helped = cooperating.length > 0
    return {
      units: [
        { kind: helped ? 'lead' : 'units', text: units.join('、') },
        ...(helped ? [{ kind: 'cooperating' as const, text: cooperating.join('、') }] : []),
      ],
      timing: null,
      contacts: [],
      from: match.index,
      to: text.length,
    }
  }
  return null
}
