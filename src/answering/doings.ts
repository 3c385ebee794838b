import type { Day } from '../domain/index.ts'
import { readEdit } from '../editing/read-edit.ts'
import { readVerdicts } from '../editing/read-verdicts.ts'
import type { IntentContext } from '../intent.ts'
import type { NumberReference } from '../matching/number-reference.ts'
import type { Ask, Reading } from '../matching/reading.ts'
import { readIntroduction } from '../people/read-binding.ts'
import { readManagement } from '../people/read-management.ts'
import { readWish } from '../reminders/read-wish.ts'
import { REPORT_LEAD } from '../replies/actions/forms.ts'
import { readInquiry } from '../reports/inquiries.ts'
import { objects } from '../reports/objection.ts'
import { readDecision } from '../reports/read-decision.ts'
import { readReportOnTask } from '../reports/read-form.ts'
import { readReport, type SpokenReport } from '../reports/read-report.ts'
import type { Situation } from './situation.ts'

/** What a message does rather than asks. */
export interface Doings
  extends Pick<IntentContext, 'report' | 'decision' | 'edit' | 'introduction' | 'management' | 'wish'> {
  /** What the intent that does it answers; null where the message does nothing. */
  ask: Ask | null
}

/** Answers after which verdicts by number are about doubts. */
const LISTS_DOUBTS = new Set(['doubts', 'settle-doubts'])

/** 1对 2改为…: after a list of doubts any verdict, elsewhere only several of which one finds something right. */
const settlesDoubts = (said: string, last: string | undefined): boolean => {
  const verdicts = readVerdicts(said)
  if (verdicts === null) return false
  return LISTS_DOUBTS.has(last ?? '') || (verdicts.length > 1 && verdicts.some(({ value }) => value === null))
}

/** 取消, 先别记: right after a report it takes it back. */
const CANCELS =
  /^(?:取消|先?(?:别|不要?|不用)记|算了|撤销|作废)(?:[,，。!！]?(?:先?(?:别|不要?|不用)记|算了|作废))?了?[。!！]*$/

/** With nothing to confirm, it wants to know why. */
const CONFIRMS = /^(?:确认|确认无误|确认登记|确定)[。.!！]*$/

const MY_TO_DO = /^我的待办(?:事项|任务|有哪些|是什么)?[?？。]*$/

/** 不是这个，是15项: of a report where one has just been made, of a question elsewhere. */
const onlyCorrects = ({ parts }: SpokenReport): boolean =>
  parts.every(({ claim }) => claim.corrects && claim.percent === null && claim.state === null && claim.request === null)

/** What claims nothing must name one task, or it is a question. */
const isPlain = ({ parts }: SpokenReport, named: IntentContext['named']): boolean =>
  parts.every(({ target }) => target.kind === 'topic' && target.words.some((words) => named(words).length === 1))

/** A message that reports on tasks by number alone has no topic, and needs no index of words. */
export const withoutIdleTopic = (reading: Reading, said: string, today: Day): Reading => {
  if (reading.topic === null) return reading
  const parts = readReport(said, { today })?.parts
  return parts?.every(({ target }) => target.kind === 'numbers') ? { ...reading, topic: null } : reading
}

/** Reads what a message does. */
export const readDoings = (
  reading: Reading,
  { message, said, today, index, dialogue, access, attachments }: Situation,
  named: IntentContext['named'],
): Doings => {
  // what a form says is a report, whatever it names
  if (reading.file && message.task === undefined)
    return { report: null, decision: null, introduction: null, management: null, edit: null, wish: null, ask: null }
  const isNumber = (number: NumberReference): boolean => index.ledgers.some(({ id }) => index.hasNumber(id, [number]))
  // what is taught may hold any words
  const spoken =
    message.task !== undefined
      ? readReportOnTask(said, today, REPORT_LEAD)
      : reading.teaching === null
        ? readReport(said, { today, isNumber, hasFiles: attachments.length > 0 })
        : null
  const isNone =
    spoken !== null &&
    ((onlyCorrects(spoken) && dialogue.last?.intent !== 'report') || (spoken.faint === true && !isPlain(spoken, named)))
  const report = isNone ? null : spoken
  const decision = access.administrator ? readDecision(reading.said) : null
  const edit = reading.teaching === null && decision === null ? readEdit(said) : null
  const introduction = readIntroduction(reading.said)
  const management = reading.teaching === null ? readManagement(reading.said) : null
  const wish = reading.teaching === null ? readWish(reading.said) : null
  const ask = ((): Ask | null => {
    if (dialogue.last?.intent === 'report' && CANCELS.test(reading.text)) return 'withdraw'
    if (settlesDoubts(said, dialogue.last?.intent)) return 'settle-doubts'
    if (decision !== null) return 'decide'
    // whatever else the words of a form may say
    if (message.task !== undefined && report !== null) return 'report'
    if (management !== null) return 'manage-people'
    if (introduction !== null) return 'bind-person'
    if (wish !== null) return wish.wish
    if (edit !== null) return 'edit'
    if (objects(reading.said)) return 'object'
    // of somebody of no unit, what waits is what is to be decided
    if (access.administrator && access.units.length === 0 && MY_TO_DO.test(reading.text)) return 'waiting'
    // nothing waits any more: what is pending has been answered before
    if (CONFIRMS.test(reading.text) || CANCELS.test(reading.text)) return 'confirm'
    const inquiry = readInquiry(reading.text)
    // 本周新办结 asks, though 办结 is what reports say
    return report === null || inquiry === 'newly-done' || inquiry === 'circular' ? inquiry : 'report'
  })()
  return { report, decision, edit, introduction, management, wish, ask }
}
