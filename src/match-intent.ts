import { askedOfOne, isDangling } from './dialogue/ask-back.ts'
import { hasTarget, type Question } from './dialogue/question.ts'
import type { Day } from './domain/index.ts'
import type { Intent } from './intent.ts'
import type { LedgerIndex } from './matching/ledger-index.ts'
import { isEmptyQuery } from './matching/query.ts'
import type { Ask } from './matching/reading.ts'

/** An example counts as the same thing said from this likeness on. */
const SAME = 0.8
/** Likeness at which an example beats not understanding at all. */
const ALIKE = 0.6

/**
 * Chooses the intent of a question, or null. Cue words decide where there are any; an intent that declares no cues is
 * found by likeness to its examples; a question that only names tasks gets them listed.
 */
export const matchIntent = (question: Question, intents: readonly Intent[], shapes: ExampleShapes): Intent | null => {
  if (isDangling(question)) return intents.find(({ asks }) => asks?.includes('list')) ?? null
  if (isOfAll(question)) return intents.find(({ asks }) => asks?.includes('overview')) ?? null
  const ofOne = askedOfOne(question)
  if (ofOne !== null) return intents.find(({ asks }) => asks?.includes(ofOne)) ?? null
  const alike = mostAlike(question.reading.shape, intents, shapes)
  if (alike && alike.likeness >= SAME) return alike.intent
  const asked = (ask: Ask): boolean => question.asks.has(ask) || (ask === 'whether' && question.whether !== null)
  const fitting = intents.find((intent) => intent.asks?.some(asked) && (intent.when?.(question) ?? true))
  if (fitting) return isAimless(question, fitting) ? null : fitting
  if (alike && alike.likeness >= ALIKE) return alike.intent
  // 市医保局有多少人: how much of something that no ledger tells
  if (isVague(question) || question.asks.has('quantity')) return null
  // a ledger's name by itself
  const ledgerOnly = question.reading.ledgers.length > 0 && !hasTarget(question)
  if (!hasTarget(question) && !ledgerOnly && !question.reading.ownUnit) return null
  const wanted = ledgerOnly
    ? 'overview'
    : (question.query.numbers.length > 0 || question.query.within !== null) && question.whether !== 'any'
      ? 'detail'
      : 'list'
  return intents.find((intent) => intent.asks?.includes(wanted)) ?? null
}

/** 完成情况怎么样, 目前进度, where nothing was spoken of: of all that there is. */
const isOfAll = (question: Question): boolean =>
  question.asks.has('progress') &&
  !question.followsUp &&
  !hasTarget(question) &&
  question.reading.topic === null &&
  !question.reading.follow.focus &&
  OF_ALL.test(question.reading.text)
const OF_ALL =
  /^(?:请问)?(?:现在|目前|当前|整体|总体|总的|全部|台账|任务|工作|的|这个)*(?:进展|进度|完成|推进|落实|办理)(?:情况)?(?:如何|怎么样|怎样|咋样|汇报一下|说一下)?了?[?？。]*$/

/** None of the ledger's business: nothing in it says which tasks are meant, or what of a unit's tasks is asked (局长是谁). */
/** 把第3项删掉: an order, and none that is taken. */
const DELETES = /删(?:掉|除|了)/
/** 把市医保局的任务都删了, 请将结果发给张处长 */
const ORDERS =
  /^(?:请|麻烦|帮我|你|能不能|可以)*[把将].{2,30}(?:删(?:掉|除|了)|清空|作废|改成|改为|转(?:给|发)|抄送|发(?:给|到|送)|打印|存到|上传)/

export const isForeign = ({ asks, query, reading, followsUp }: Question): boolean =>
  !followsUp &&
  (ORDERS.test(reading.text) ||
    (query.numbers.length > 0 && DELETES.test(reading.text)) ||
    (asks.has('foreign') && query.numbers.length === 0 && (query.units.length === 0 || asks.size === 1)))

/** A condition on the units of a task that was not understood. */
const ABOUT_UNITS = /[两三几多]家|(?:[两三]个以上|多个)(?:部门|单位)|共同/

/** A question for a list that names nothing to list: all tasks are listed only where all are asked for. */
const isAimless = (question: Question, intent: Intent): boolean =>
  (intent.asks?.includes('list') ?? false) &&
  !hasTarget(question) &&
  !question.followsUp &&
  !question.reading.ownUnit &&
  (!question.reading.complete || ABOUT_UNITS.test(question.reading.text))

/** 你今年几岁: a time, and nothing that says that tasks are meant. */
const isVague = ({ query, reading, asks, followsUp }: Question): boolean =>
  !followsUp &&
  query.periods.length > 0 &&
  isEmptyQuery({ ...query, periods: [], ledgers: [] }) &&
  !reading.complete &&
  !(['list', 'count', 'which', 'overview', 'more'] as const).some((ask) => asks.has(ask)) &&
  // 年底前的, or a time by itself
  !/的[?？。!！]*$|^期[?？。!！]*$/.test(reading.shape)

/** The examples of intents that have no cues, as pairs of characters. */
export type ExampleShapes = ReadonlyMap<Intent, readonly ReadonlySet<string>[]>

/**
 * Reads the examples once for the units at hand: they name units and times, and only other units can change how they
 * read. `shape` turns a sentence into the form that messages have when they are compared.
 */
export const exampleShapes = (
  intents: readonly Intent[],
  shape: (text: string, index: LedgerIndex, today: Day) => string,
): ((index: LedgerIndex, today: Day) => ExampleShapes) => {
  const cueless = intents.filter((intent) => intent.asks === undefined)
  const known = new WeakMap<LedgerIndex['directory'], ExampleShapes>()
  return (index, today) => {
    const shapes =
      known.get(index.directory) ??
      new Map(
        cueless.map((intent): [Intent, ReadonlySet<string>[]] => [
          intent,
          intent.examples.map((text) => pairsOf(shape(text, index, today))),
        ]),
      )
    known.set(index.directory, shapes)
    return shapes
  }
}

const pairsOf = (text: string): ReadonlySet<string> => {
  const padded = `^${text.replace(/[\s\p{P}]/gu, '').replace(/[啊呀呢吧吗嘛哦]+$/, '')}$`
  return new Set(Array.from({ length: padded.length - 1 }, (_, i) => padded.slice(i, i + 2)))
}

/** Dice's coefficient over pairs of characters: 1 for the same sentence, 0 for nothing in common. */
const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let common = 0
  for (const pair of a) if (b.has(pair)) common++
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size)
}

const mostAlike = (shape: string, intents: readonly Intent[], shapes: ExampleShapes) => {
  if (shapes.size === 0) return null
  const pairs = pairsOf(shape)
  let best: { intent: Intent; likeness: number } | null = null
  for (const intent of intents) {
    for (const example of shapes.get(intent) ?? []) {
      const alike = likeness(pairs, example)
      if (!best || alike > best.likeness) best = { intent, likeness: alike }
    }
  }
  return best
}
