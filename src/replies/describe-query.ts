import { lightRule } from '../domain/index.ts'
import type { LedgerIndex } from '../matching/ledger-index.ts'
import type { NumberReference } from '../matching/number-reference.ts'
import { isEmptyQuery, type Query } from '../matching/query.ts'
import type { StatusWord, TopicWords } from '../matching/reading.ts'

/** States as answers call them. */
const STATUS_WORDS: Record<Exclude<StatusWord, 'due-soon'>, string> = {
  overdue: '时限已过、未收到办结申请',
  ongoing: '持续推进',
  dated: '写明时限',
  recurring: '定期报送',
  done: '已办结',
  'not-done': '未办结',
  'under-review': '待审核',
  extended: '时限调整过',
  suspended: '已中止',
  'in-difficulty': '反映困难',
}

export const statusInWords = (status: StatusWord): string =>
  status === 'due-soon' ? `${lightRule().yellowDays}天内到期` : STATUS_WORDS[status]

/** That no task is what was asked for. */
export const nothingFound = (query: Query, index: LedgerIndex): string => {
  if (query.numbers.length > 0 && isEmptyQuery({ ...query, numbers: [], ledgers: [] }))
    return noSuchNumber(query, index)
  const about = describeQuery(query, index)
  return `没有符合条件的任务${about === '' ? '' : `（${about}）`}。`
}

/** 台账里没有（五）1: with what the numbers go from and to. */
const noSuchNumber = ({ numbers, ledgers }: Query, index: LedgerIndex): string => {
  const asked = numbers.map(numberInWords).join('、')
  const rows = index.tasks.filter(({ ledgerId }) => ledgers.length === 0 || ledgers.includes(ledgerId))
  const [first, last] = [rows[0]?.no, rows.at(-1)?.no]
  const one = new Set(rows.map(({ ledgerId }) => ledgerId)).size === 1 && first !== undefined
  return `台账里没有${asked}${one ? `，序号从${first}到${last}` : ''}。`
}

const numberInWords = ({ parts, to }: NumberReference): string => {
  // 新增1, a task that was added by message
  if (parts[0] === 0) return `新增${parts.slice(1).join('.')}`
  const number = parts.length === 1 ? `第${parts[0]}项` : parts.join('.')
  return to === undefined ? number : `第${parts[0]}至${to}项`
}

/** A topic as it is called in answers: its words without what stood around them. */
export const topicInWords = ({ words }: TopicWords): string => words.map(({ text }) => text).join('')

/** 第3部分“加强监管”, with its heading where only one ledger has it. */
const partInWords = (part: number, { ledgers }: Query, index: LedgerIndex): string => {
  const headings = new Set(
    index.tasks.flatMap((task, place) =>
      index.parts.isIn(place, [part]) && (ledgers.length === 0 || ledgers.includes(task.ledgerId))
        ? [task.path[0]?.replace(HEADING_NUMBER, '') ?? '']
        : [],
    ),
  )
  const [only, ...others] = headings
  return `${part < 0 ? '最后一部分' : `第${part}部分`}${only !== undefined && others.length === 0 ? `“${only}”` : ''}`
}
const HEADING_NUMBER = /^[（(第]?[一二三四五六七八九十\d]+(?:[)）、.．\s]|部分|章|篇)\s*/

/** A query in words, for the first line of a list: 市医保局牵头、3月31日前到期、关于“集采”. */
export const describeQuery = (query: Query, index: LedgerIndex): string => {
  const parts: string[] = []
  const units = query.units.map(({ label, role, negated }) => {
    const does = role === 'lead' ? '牵头' : role === 'cooperating' ? '配合' : ''
    return `${negated ? '非' : ''}${label}${does}`
  })
  if (units.length > 0) {
    // units with roles of their own say by themselves that all must be there
    const alike = new Set(query.units.map(({ role, negated }) => `${role}${negated}`)).size === 1
    const together =
      query.unitsJoin === 'all' && units.length > 1 && alike && query.units[0]?.negated === false ? '共同' : ''
    parts.push(units.join(query.unitsJoin === 'all' ? '、' : '或') + together)
  }
  for (const part of query.parts) parts.push(partInWords(part, query, index))
  for (const { label } of query.unitCounts) parts.push(label)
  if (query.numbers.length > 0) parts.push(query.numbers.map(numberInWords).join('、'))
  if (query.people.length > 0) parts.push(query.people.join('、'))
  if (query.periods.length > 0) parts.push(`${query.periods.map((period) => period.label).join('、')}到期`)
  for (const { status, negated } of query.statuses) parts.push(`${negated ? '非' : ''}${statusInWords(status)}`)
  if (query.topic !== null) parts.push(`关于“${topicInWords(query.topic)}”`)
  if (query.ledgers.length > 0 && index.ledgers.length > 1) {
    const names = index.ledgers.filter((ledger) => query.ledgers.includes(ledger.id)).map((ledger) => ledger.short)
    parts.unshift(`〔${names.join('、')}〕`)
  }
  return parts.join('、')
}
