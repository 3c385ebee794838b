import type { LedgerIndex } from '../matching/ledger-index.ts'
import { isEmptyQuery } from '../matching/query.ts'
import type { Ask } from '../matching/reading.ts'
import { choiceText } from '../replies/choices.ts'
import type { Reply } from '../reply.ts'
import type { Dialogue } from './dialogue.ts'
import { type Question, settleUnit } from './question.ts'

/** Units offered where a name is not known. */
const MOST_OFFERED = 6

/** What has to be asked before a question can be answered; null where nothing is missing. */
export const askBack = (question: Question, dialogue: Dialogue, index: LedgerIndex): Partial<Reply> | null => {
  const { reading } = question
  if (index.tasks.length === 0) return { text: '还没有导入台账。导入：duban import 文件' }
  if (reading.problems.length > 0 && reading.periods.length === 0)
    return { needs: 'date', text: `${reading.problems.join('；')}。请重新说明日期。` }
  const { event } = reading
  // 汛期前: a ledger may say it in these words
  if (event !== null && question.query.topic !== null && index.topics.share(`${event}前`) === 0)
    return { needs: 'date', text: `不清楚“${event}”是哪一天，请说具体日期，如：6月30日前。` }
  if (reading.ownUnit && question.query.units.length + question.open.length + question.query.numbers.length === 0) {
    const [unit = '市财政局'] = index.directory.units
    return {
      needs: 'identity',
      text: `还不知道您是哪个单位的。请直接问单位名称，如：${unit}有哪些任务；或先绑定单位：我是${unit}联络员某某。`,
    }
  }
  if (isDangling(question)) {
    const units = index.directory.units.slice(0, 2).join('、')
    return { needs: 'unit', text: `您指哪个单位？请说单位名称，如：${units}。` }
  }
  return (
    askPerson(question, dialogue) ??
    askUnit(question, dialogue, index) ??
    askLedger(question, dialogue, index) ??
    askTask(question, index)
  )
}

/** 它有哪些任务, 其他单位的任务: of a unit that nothing before names. */
const POINTS =
  /^(?:那|请问)*(?:它们?|他们|人家|(?:这|那)(?:个|些|几个|两个)?(?:单位|部门|局)|该(?:单位|部门|局|委|厅|办)|(?:其他|其它|别的|其余)(?:单位|部门))/
export const isDangling = ({ reading, query, open, followsUp }: Question): boolean =>
  !followsUp &&
  POINTS.test(reading.text) &&
  open.length === 0 &&
  isEmptyQuery({ ...query, ledgers: [], periods: [], statuses: [] })

const unknownUnit = (name: string, index: LedgerIndex): Partial<Reply> => {
  const known = index.directory.units.slice(0, MOST_OFFERED).join('、')
  return { needs: 'unit', text: `台账里没有“${name}”。台账中的单位有：${known}等。请说明是哪个单位。` }
}

/** That it is not clear which unit is named, where nothing waits for the answer: it is to be asked again in full. */
export const unclearUnit = ({ open, query }: Question, index: LedgerIndex): Partial<Reply> | null => {
  const [asked] = open
  if (!asked) return null
  const settled = settleUnit(asked, index, query.ledgers)
  if (settled.kind === 'unit') return null
  if (settled.kind === 'unknown') return unknownUnit(settled.name, index)
  return { needs: 'unit', text: `“${asked.mention.text}”可能是${settled.units.join('、')}，请写全单位名称再问一次。` }
}

const askUnit = (question: Question, dialogue: Dialogue, index: LedgerIndex): Partial<Reply> | null => {
  const [asked] = question.open
  if (!asked) return null
  const settled = settleUnit(asked, index, question.query.ledgers)
  if (settled.kind === 'unit') return null
  if (settled.kind === 'unknown') return unknownUnit(settled.name, index)
  dialogue.pending = {
    need: 'unit',
    choices: settled.units.map((unit) => ({ label: unit, value: unit })),
    purpose: { kind: 'unit', question, asked },
  }
  return { needs: 'unit', text: choiceText(`“${asked.mention.text}”指哪个单位？`, settled.units) }
}

const askPerson = ({ openPeople, ...question }: Question, dialogue: Dialogue): Partial<Reply> | null => {
  if (openPeople === null || openPeople.length === 1) return null
  if (openPeople.length === 0)
    return { needs: 'identity', text: '还不知道指哪一位。请说姓名，或先问某一项的联系人，如：第1项的承办人是谁。' }
  const people = openPeople.slice(0, MOST_OFFERED)
  const meaning = (name: string): Question => ({
    ...question,
    openPeople: null,
    query: { ...question.query, people: [name] },
  })
  dialogue.pending = {
    need: 'identity',
    choices: people.map((name) => ({ label: name, value: name })),
    purpose: { kind: 'readings', questions: people.map(meaning) },
  }
  return { needs: 'identity', text: choiceText('指哪一位？', people) }
}

/** A number that several ledgers have is nobody's until the ledger is named. */
const askLedger = (question: Question, dialogue: Dialogue, index: LedgerIndex): Partial<Reply> | null => {
  const { numbers, parts, ledgers, within, topic, units } = question.query
  if (
    numbers.length + parts.length === 0 ||
    ledgers.length > 0 ||
    within !== null ||
    topic !== null ||
    units.length > 0
  )
    return null
  const having = index.ledgers.filter(({ id }) => index.hasNumber(id, numbers) || index.hasPart(id, parts))
  if (having.length < 2) return null
  dialogue.pending = {
    need: 'ledger',
    choices: having.map(({ id, short }) => ({ label: short, value: id })),
    purpose: { kind: 'ledger', question },
  }
  return {
    needs: 'ledger',
    text: choiceText(
      `几个台账都有这个${parts.length > 0 ? '部分' : '序号'}，指哪个台账？`,
      having.map(({ short }) => `〔${short}〕`),
    ),
  }
}

/** 谁牵头, 电话多少: what is asked of one task, where nothing says of which; null for any other question. */
export const askedOfOne = (question: Question): Ask | null => {
  const { reading, query, open, asks, followsUp } = question
  if (followsUp || reading.topic !== null || open.length > 0 || reading.text.length > LONGEST_BARE) return null
  if (!isEmptyQuery({ ...query, ledgers: [] }) || reading.statuses.length > 0 || reading.several) return null
  if (/哪些|哪几|全部|所有|各|都|[有几]项|任务|几[家个]|多少[家个]/.test(reading.text)) return null
  if (asks.has('contact') && question.contactRoles.length > 0) return 'contact'
  if (asks.has('contact') && /电话|手机|号码/.test(reading.text)) return 'contact'
  if (asks.has('who') && reading.roleAsked) return 'who'
  return asks.has('when') && /什么时候|几时|何时|哪天|几号|多久|时限/.test(reading.text) ? 'when' : null
}
const LONGEST_BARE = 10

/** 谁负责, 什么时候: of what, when nothing has been said before? */
const askTask = (question: Question, index: LedgerIndex): Partial<Reply> | null => {
  const { reading, query, followsUp } = question
  const bare =
    askedOfOne(question) !== null ||
    (reading.follow.focus &&
      !followsUp &&
      query.people.length === 0 &&
      query.numbers.length === 0 &&
      query.topic === null &&
      query.units.length === 0)
  if (!bare) return null
  const no = index.tasks[0]?.no ?? '1'
  const example = /^\d+$/.test(no) ? `第${no}项` : no
  return { needs: 'task', text: `您指哪一项？请说序号或任务名称，如：${example}谁牵头。` }
}
