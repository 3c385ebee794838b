import type { LedgerIndex } from '../matching/ledger-index.ts'
import { unitFilter } from '../matching/query.ts'
import type { Reading } from '../matching/reading.ts'
import { fold } from '../text/fold.ts'
import type { Choice, Pending } from './dialogue.ts'
import type { Question } from './question.ts'

/** What a message does with the question that the bot has asked back. */
export type Answer =
  | { kind: 'question'; question: Question }
  | { kind: 'choice'; intent: string; value: string }
  /** It is something else: the pending question is dropped. */
  | null

/**
 * Takes a message as the answer to numbered choices: the bare number, the printed name, or for a unit any name that
 * means one of them. A sentence that asks something of its own is never taken for an answer.
 */
export const answerPending = (
  waiting: Pending,
  reading: Reading,
  index: LedgerIndex,
  /** A button below the question was pressed: a number means one of its choices, whatever was asked since. */
  pressed = false,
): Answer => {
  const pending = pressed ? { ...waiting, interrupted: false } : waiting
  const { purpose } = pending
  const said = pending.supplement !== undefined && SUPPLEMENTS.test(reading.text) ? pending.supplement : undefined
  if (said !== undefined && purpose.kind === 'intent') return { kind: 'choice', intent: purpose.name, value: said }
  const offered = askedOfOffered(pending, reading)
  if (offered !== null) return { kind: 'question', question: offered }
  const choice = chosen(pending, reading)
  if (!choice && pending.text !== undefined && purpose.kind === 'intent' && !LEAVES.test(reading.text))
    return { kind: 'choice', intent: purpose.name, value: pending.text }
  if (!choice) return null
  if (purpose.kind === 'intent') return { kind: 'choice', intent: purpose.name, value: choice.value }
  if (purpose.kind === 'readings') {
    const meant = purpose.questions[pending.choices.indexOf(choice)]
    return meant ? { kind: 'question', question: meant } : null
  }
  const { question } = purpose
  if (purpose.kind === 'ledger') {
    return { kind: 'question', question: { ...question, query: { ...question.query, ledgers: [choice.value] } } }
  }
  const { asked } = purpose
  if (!asked) return null
  return {
    kind: 'question',
    question: {
      ...question,
      query: { ...question.query, units: [...question.query.units, unitFilter(asked, choice.value, index.directory)] },
      open: question.open.filter((open) => open !== asked),
    },
  }
}

/** 那它什么时候到期, where tasks were offered: of those, not of what was spoken of before. */
const askedOfOffered = ({ need, purpose, interrupted }: Pending, reading: Reading): Question | null => {
  if (need !== 'task' || purpose.kind !== 'readings' || interrupted) return null
  const [offered] = purpose.questions
  const own = reading.units.length + reading.numbers.length + reading.periods.length > 0 || reading.topic !== null
  if (!offered || !reading.follow.focus || own || reading.asks.size === 0) return null
  const within = purpose.questions.flatMap(({ query }) => query.within ?? [])
  const { asks, whoRole, contactRoles, whether } = reading
  return { ...offered, reading, asks, whoRole, contactRoles, whether, query: { ...offered.query, within } }
}

// 好的, 收到 and 同意 say too little, or something else, to carry a change out
const YES = /^(?:是的?|对的?|没错|确定|确认|(?:确认)?无误)[。.!！]*$/
const NO = /^(?:不是?|不对|不要|不用了?|否|算了|不行|先不|别)[。.!！]*$/

const CONFIRMS = /^(?:确认|确认无误|确认登记)[。.!！]*$/

/** 确认 that comes too late has it shown again. */
export const answerLate = ({ again, purpose }: Pending, reading: Reading): Answer =>
  again !== undefined && purpose.kind === 'intent' && CONFIRMS.test(reading.text)
    ? { kind: 'choice', intent: purpose.name, value: again }
    : null

const SUPPLEMENTS = /^补充/
const LEAVES = /^(?:取消|算了|不补充?了?)[。.!！]*$/

const chosen = ({ choices, purpose, need, interrupted }: Pending, reading: Reading): Choice | undefined => {
  if (interrupted) return choices.find(({ label }) => label === reading.text)
  // a confirmation names its yes first
  if (need === 'confirmation' && YES.test(reading.text)) return choices[0]
  if (need === 'confirmation' && NO.test(reading.text)) return choices.at(-1)
  if (need === 'task' && choices.length === 1 && YES.test(reading.text)) return choices[0]
  const [number] = reading.numbers
  const place = number?.bare ? number.parts[0] : reading.selection?.places[0]
  if (place !== undefined && (number?.bare || reading.text.length <= 6))
    return choices.at(place > 0 ? place - 1 : place)
  const text = reading.text.replace(/[。.!！?？的吧呢是]/g, '')
  const named = choices.filter(({ label }) => fold(label) === text)
  if (named.length === 1) return named[0]
  // part of a ledger's name: 施工图, 医改23项
  if (purpose.kind === 'ledger' && text.length > 1) {
    const part = choices.filter(({ label, value }) => reading.ledgers.includes(value) || fold(label).includes(text))
    if (part.length === 1) return part[0]
  }
  // 县里的, 省的: the level alone tells them apart
  const level = /^([国省市县区州旗乡镇])(?:里|级|上|本级|直)?(?:那个|那边|这边|局|厅)?$/.exec(text)?.[1]
  const ofLevel = level === undefined ? [] : choices.filter(({ label }) => label.startsWith(level))
  if (ofLevel.length === 1) return ofLevel[0]
  const [unit] = reading.units
  const bare = reading.asks.size === 0 && reading.periods.length === 0 && reading.topic === null
  if (purpose.kind !== 'unit' || !unit || !bare || reading.units.length > 1) return undefined
  const meant = choices.filter(({ value }) => unit.mention.candidates.some((candidate) => candidate.unit === value))
  return meant.length === 1 ? meant[0] : undefined
}
