import { type Day, progressOn, type Report, type Task, yearOf } from '../domain/index.ts'
import type { Claim } from './claim.ts'

const DOCUMENT = /印发|出台|制定|修订|方案|办法|意见|目录|细则|制度/
const DOCUMENT_NUMBER = /[〔[(（]\d{4}[〕\])）]\s*\d+\s*号|文号|附件|材料|见附|佐证|已上传/
const FIGURE_ASKED = /\d+(?:\.\d+)?%|达到\s*\d|不(?:低于|少于|超过)\s*\d|下降|提高到/
const REPORTING = /报送|上报|报告|公布|公开/
const DATE = /\d{1,2}月\d{1,2}日|\d{1,2}\.\d{1,2}|今[天日]|昨[天日]|已于|日前/
const REVIEWED = /审阅|审定|审核同意|同意|签批|批准|研究通过|会议通过|领导审/
const UNDERWAY = /正在|推进中|进行中|办理中|组织实施|走程序/
/** Two reports that say different things within so long: one of them is a slip. */
const AT_ONCE_MS = 60_000

export interface Checked {
  /** 提示: told, and never in the way. */
  hints: string[]
  /** It contradicts itself or what was said before. */
  doubtful: boolean
}

const claimsDone = ({ state, percent }: Claim): boolean => state === 'done' || state === 'delivered' || percent === 100

/** What a completion lacks of what the task demands. */
const lacking = (text: string, { content }: Task, hasFiles: boolean): string[] => [
  ...(DOCUMENT.test(content) && !DOCUMENT_NUMBER.test(text) && !hasFiles ? ['未见文号或附件'] : []),
  ...(FIGURE_ASKED.test(content) && !/\d/.test(text) ? ['任务有数量要求，未见完成数'] : []),
  ...(REPORTING.test(content) && !DATE.test(text) ? ['未注明报送日期'] : []),
  ...(REVIEWED.test(text) ? [] : ['未注明是否经主要负责同志审阅']),
]

const differs = (claim: Claim, last: Report): boolean =>
  (claim.percent !== null && last.progress !== null && last.progress !== Math.round(claim.percent)) ||
  claimsDone(claim) !== (last.status === 'done' || last.status === 'pending-review')

/**
 * What a report lacks, or where it contradicts itself or what was said before (提示): it is told and never blocks.
 * @param text in half width and simplified characters
 */
export const checkClaim = (
  claim: Claim,
  text: string,
  task: Task,
  { at, today, hasFiles }: { at: string; today: Day; hasFiles: boolean },
): Checked => {
  const done = claimsDone(claim)
  const last = task.reports.at(-1)
  const doubts: string[] = []
  if (done && UNDERWAY.test(text)) doubts.push('既称完成又称正在办理，请核对')
  const progress = progressOn(task, today)
  if (claim.percent !== null && claim.percent < progress) doubts.push(`进度由${progress}%降为${claim.percent}%`)
  const justNow = last !== undefined && Date.parse(at) - Date.parse(last.at) < AT_ONCE_MS
  if (justNow && !claim.corrects && differs(claim, last)) doubts.push(`一分钟内已报“${last.text}”，请核对`)
  const same = last !== undefined && text !== '' && last.text === text
  const hints = [
    ...(done ? lacking(text, task, hasFiles) : []),
    ...(same && yearOf(last.at.slice(0, 10) as Day) === yearOf(today) ? ['与上次报送内容相同'] : []),
  ]
  return { hints: [...hints, ...doubts], doubtful: doubts.length > 0 }
}
