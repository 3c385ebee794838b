import { readTimes } from '../dates/index.ts'
import { unitWords } from './field-words.ts'
import type { SpokenTask } from './spoken-edit.ts'

/** 新增任务：…; 在医改23项里增加一项任务，…; something must follow, else it asks what has been added. */
const COMMAND =
  /^\s*(?:请|麻烦|帮我?|给我)*(?:(?:在|往|给|向)(.{2,30}?)(?:里面?|中|上)?)?(?:新增|增加|添加|追加|录入|补充|加)(?:一?[项条个件])?新?的?(?:督办|重点|督查|工作|临时)*(?:任务|事项|督办件|工作)(?:到(.{2,30}?))?[:：,，\s]+([\s\S]+)$/u
const BARE =
  /^\s*(?:请|麻烦|帮我?)*(?:新增|增加|添加|追加|录入)(?:一?[项条个件])?新?的?(?:督办|重点|督查|工作)*(?:任务|事项)[:：。]?\s*$/u

const LEAD =
  /^(?:由(.{2,40}?)(?:牵头|主办|负责)(?:办理|落实|实施)?|(?:牵头|责任|主办|承办|第一责任)(?:单位|部门)?(?:[:：是为]|\s)*(.{2,60})|(.{2,40}?)(?:牵头|主办))$/u
const COOPERATING =
  /^(?:由(.{2,60}?)(?:配合|协办)|(?:配合|协办|参与)(?:单位|部门)?(?:[:：是为]|\s)*(.{2,80})|(.{2,60}?)(?:配合|协办))$/u
const TIMING =
  /^(?:完成|办理|办结|截止)?(?:时限|期限|时间|截止日期|日期|进度安排|时间进度)(?:要求)?(?:[:：是为]|\s)*(.{2,40})$/u
const CONTENT = /^(?:(?:任务|工作|具体)?内容|具体任务|名称|任务名称)[:：]\s*(.+)$/u
const DONE_BY = /(?:完成|办结|落实(?:到位)?|报送|上报|到位|见效)?$/u

/** 6月底前, 9月30日前完成: nothing but a time. */
const isTime = (segment: string): boolean => {
  const bare = segment.replace(/^(?:于|在|须|要求|务必|请)*/, '').replace(DONE_BY, '')
  if (bare === '') return false
  const { milestones } = readTimes(segment, { now: '2000-01-01', purpose: 'question', looks: 'ahead' })
  const [first] = milestones
  return milestones.length > 0 && first !== undefined && first.span[1] - first.span[0] >= bare.length - 2
}

const first = (match: RegExpExecArray | null): string | undefined =>
  match?.slice(1).find((group) => group !== undefined)

/**
 * Reads 新增任务：开展防汛检查，牵头市应急局，配合市水务局，6月底前完成, on one line or with a line a field. Null where nothing is
 * added; `content` is empty where it is not said what.
 * @param text the message as it was written
 */
export const readNewTask = (text: string): SpokenTask | null => {
  const bare: SpokenTask = { kind: 'add', ledger: null, content: '', lead: [], cooperating: [], timing: '' }
  if (BARE.test(text)) return bare
  const [, inLedger, toLedger, rest] = COMMAND.exec(text) ?? []
  if (rest === undefined || /[?？]\s*$/.test(rest)) return null
  const content: string[] = []
  const lead: string[] = []
  const cooperating: string[] = []
  let timing = ''
  for (const segment of rest.split(/[,，;；。\n]/u).map((one) => one.trim())) {
    if (segment === '') continue
    const cooperates = first(COOPERATING.exec(segment))
    const leads = first(LEAD.exec(segment))
    const timed = first(TIMING.exec(segment)) ?? (isTime(segment) ? segment : undefined)
    if (cooperates !== undefined) cooperating.push(...unitWords(cooperates))
    else if (leads !== undefined && lead.length === 0) lead.push(...unitWords(leads))
    else if (timed !== undefined && timing === '') timing = timed
    else content.push(first(CONTENT.exec(segment)) ?? segment)
  }
  const ledger = (inLedger ?? toLedger)?.replace(/[《》〔〕]/gu, '').trim() ?? null
  return { kind: 'add', ledger, content: content.join('，'), lead, cooperating, timing }
}
