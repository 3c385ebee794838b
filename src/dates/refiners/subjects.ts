import { RANK } from '../fields.ts'
import type { Mention, MomentMention } from '../mentions.ts'

const REPORTS =
  /(?:报送|上报|报告|提交|汇总|公布|通报|总结|编制|制定|印发|发布|报|审议|下达|拨付|结转|分析|统计|对照|根据|依据|按照|结合|对)$/
const NOUN = /^(?:的|度)?[一-龥《"]/
const NOT_NOUN = /^(?:的?(?:时候|那批|任务|哪|有|还|要|应|须|需|完成|到期|截止|前|底|内|起|以))/

const isPast = ({ fields }: MomentMention): boolean =>
  (fields.yearShift ?? 0) < 0 ||
  (fields.monthShift ?? 0) < 0 ||
  (fields.quarterShift ?? 0) < 0 ||
  (fields.weekShift ?? 0) < 0

/**
 * Takes out the periods that a report is about: 每月5日前报送上月情况 has one deadline, 报送2019年度监测结果 none.
 */
export const dropSubjects = (text: string, mentions: Mention[]): Mention[] =>
  mentions.filter((mention, i) => {
    if (mention.kind !== 'moment' || mention.relation !== null || mention.lead !== null || mention.end !== undefined)
      return true
    if (mention.rank > RANK.month && mention.rank !== RANK.week) return true
    const rest = text.slice(mention.to, mention.to + 4)
    if (!NOUN.test(rest) || NOT_NOUN.test(rest)) return true
    if (isPast(mention) && i > 0) return false
    return !REPORTS.test(text.slice(Math.max(0, mention.from - 2), mention.from))
  })
