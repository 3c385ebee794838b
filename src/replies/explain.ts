import type { Turn } from '../dialogue/dialogue.ts'
import type { LedgerIndex } from '../matching/ledger-index.ts'
import type { Period } from '../matching/reading.ts'
import { statusInWords } from './describe-query.ts'

const ROLE = { any: '牵头或配合', lead: '牵头', cooperating: '配合' } as const
const periodInWords = ({ from, to, label }: Period): string => `“${label}”读作${from ?? '今天'}至${to ?? '以后'}`

/** How the last question was read, one line a filter: what somebody can put right. */
export const explainTurn = ({ query, intent, about }: Turn, summary: string, index: LedgerIndex): string => {
  const lines = [`按“${summary || intent}”回答`]
  for (const unit of query.units) {
    const names = unit.names.length > 1 ? `（含${unit.names.filter((name) => name !== unit.label).join('、')}）` : ''
    lines.push(`单位：${unit.negated ? '不含' : ''}${unit.label}${names}，${ROLE[unit.role]}`)
  }
  if (query.units.length > 1) lines.push(query.unitsJoin === 'all' ? '以上单位须同时参与' : '以上单位有其一即可')
  for (const period of query.periods) lines.push(`时间：${periodInWords(period)}`)
  for (const { status, negated } of query.statuses) lines.push(`状态：${negated ? '不含' : ''}${statusInWords(status)}`)
  if (query.numbers.length > 0) lines.push(`序号：${query.numbers.map(({ parts }) => parts.join('—')).join('、')}`)
  if (query.topic !== null) {
    const words = query.topic.words.map(({ text, slight }) => (slight ? `${text}（次要）` : text))
    lines.push(`主题词：${words.join('、')}`)
  }
  if (query.people.length > 0) lines.push(`人员或处室：${query.people.join('、')}`)
  const ledgers = index.ledgers.filter(({ id }) => query.ledgers.includes(id)).map(({ short }) => `〔${short}〕`)
  lines.push(`台账：${ledgers.join('') || '全部'}`)
  if (query.within !== null) lines.push('范围：上一次列出的任务')
  lines.push(`结果：${about.length}项`, '读得不对请回复 不对，或换个说法')
  return lines.join('\n')
}
