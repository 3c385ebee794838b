import { type Day, type Task, yearOf } from '../domain/index.ts'
import type { Claim } from './claim.ts'

const DOCUMENT = /印发|出台|制定|修订|方案|办法|意见|目录|细则|制度/
const DOCUMENT_NUMBER = /[〔[(（]\d{4}[〕\])）]\s*\d+\s*号|文号|附件|材料|见附|佐证|已上传/
const FIGURE_ASKED = /\d+(?:\.\d+)?%|达到\s*\d|不(?:低于|少于|超过)\s*\d|下降|提高到/
const REPORTING = /报送|上报|报告|公布|公开/
const DATE = /\d{1,2}月\d{1,2}日|\d{1,2}\.\d{1,2}|今[天日]|昨[天日]|已于|日前/
const REVIEWED = /审阅|审定|审核同意|同意|签批|批准|研究通过|会议通过|领导审/
const UNDERWAY = /正在|推进中|进行中|办理中|组织实施|走程序/

const claimsDone = ({ state, percent }: Claim): boolean => state === 'done' || state === 'delivered' || percent === 100

/**
 * What a report lacks or where it contradicts itself or what was said before (提示): it is told and never blocks.
 * @param hasFiles files came with the message
 */
export const checkClaim = (
  claim: Claim,
  text: string,
  task: Task,
  { today, hasFiles }: { today: Day; hasFiles: boolean },
): string[] => {
  const hints: string[] = []
  const done = claimsDone(claim)
  if (done && DOCUMENT.test(task.content) && !DOCUMENT_NUMBER.test(text) && !hasFiles) hints.push('未见文号或附件')
  if (done && FIGURE_ASKED.test(task.content) && !/\d/.test(text)) hints.push('任务有数量要求，未见完成数')
  if (done && REPORTING.test(task.content) && !DATE.test(text)) hints.push('未注明报送日期')
  if (done && !REVIEWED.test(text)) hints.push('未注明是否经主要负责同志审阅')
  if (done && UNDERWAY.test(text)) hints.push('既称完成又称正在办理，请核对')
  if (claim.percent !== null && claim.percent < task.progress && !claim.corrects)
    hints.push(`进度由${task.progress}%降为${claim.percent}%`)
  const last = task.reports.at(-1)
  if (last !== undefined && text !== '' && last.text === text && yearOf(last.at.slice(0, 10) as Day) === yearOf(today))
    hints.push('与上次报送内容相同')
  return hints
}
