import { findNumbers, type NumberReference } from '../matching/number-reference.ts'
import { clausesOf, type Stretch } from './clauses.ts'
import { readShare } from './share.ts'
import { aim, type IsNumber, type Target, unnamed } from './target.ts'

/** What a message says about one target, as stretches of it. */
export interface Gathered {
  target: Target
  pieces: Stretch[]
}

/** 除第2项外，其余均已完成: the numbers that are left out, and where the words for it stand. */
interface Exception extends Stretch {
  numbers: readonly NumberReference[]
}

const EXCEPT = /除了?([^,，。;；]{1,24}?)(?:以外|之外|外)[,，]?/
/** 前者已办完，后者还在对接: the first and the last of those just named. */
const FORMER = /^(?:前者|前一[项个]|头一[项个])/
const LATTER = /^(?:后者|后一[项个])/

const exceptionIn = (text: string): Exception | null => {
  const match = EXCEPT.exec(text)
  const numbers = match ? findNumbers(match[1] as string, () => false).filter(({ bare }) => !bare) : []
  return match && numbers.length > 0 ? { from: match.index, to: match.index + match[0].length, numbers } : null
}

const clausesWithout = (text: string, exception: Exception | null): Stretch[] =>
  exception === null
    ? clausesOf(text)
    : clausesOf(text)
        .map(({ from, to }) =>
          from >= exception.from && from < exception.to ? { from: exception.to, to } : { from, to },
        )
        .filter(({ from, to }) => from < to)

/** 前者 and 后者 as the numbers they stand for, and how long the word is; null where it is neither. */
const ofTwo = (clause: string, named: Gathered | undefined): { number: NumberReference; length: number } | null => {
  if (named?.target.kind !== 'numbers' || named.target.numbers.length !== 2) return null
  const [first, last] = named.target.numbers as [NumberReference, NumberReference]
  const former = FORMER.exec(clause)
  const match = former ?? LATTER.exec(clause)
  return match && { number: former ? first : last, length: match[0].length }
}

/** 进度六成，其余正在协调: the rest of the task itself, where a share of it has just been told. */
const isOfTask = (clause: string, last: Gathered | undefined, text: string): boolean =>
  /^(?:其余|其他|其它|剩下的?|另外的?)(?!各?(?:项|条|任务|事项|工作)|[均都无没])/.test(clause) &&
  last?.target.kind === 'numbers' &&
  last.target.numbers.length === 1 &&
  last.pieces.some(({ from, to }) => (readShare(text.slice(from, to))?.percent ?? 100) < 100)

const excluding = (target: Target, exception: Exception | null): Target =>
  target.kind === 'rest' && exception !== null ? { kind: 'rest', except: exception.numbers } : target

/** The clauses of a text put together by the task they are about. */
export const gathered = (text: string, isNumber: IsNumber): Gathered[] => {
  const parts: Gathered[] = []
  /** What stands before the first task that is named: a reason (因标准未出台), a unit. */
  let lead: Stretch[] = []
  /** Two that have been named together, for 前者 and 后者. */
  let pair: Gathered | undefined
  const exception = exceptionIn(text)
  for (const { from, to } of clausesWithout(text, exception)) {
    const clause = text.slice(from, to)
    const one = ofTwo(clause, pair ?? parts.at(-1))
    if (one !== null) {
      pair ??= parts.pop()
      const piece = { from: from + one.length, to }
      parts.push({ target: { kind: 'numbers', numbers: [one.number] }, pieces: piece.from < to ? [piece] : [] })
      continue
    }
    if (isOfTask(clause, parts.at(-1), text)) {
      parts.at(-1)?.pieces.push({ from, to })
      continue
    }
    const { target, pieces } = aim(clause, isNumber)
    const placed = pieces.map((piece) => ({ from: piece.from + from, to: piece.to + from }))
    const last = parts.at(-1)
    if (target !== null) {
      // 第7项，第8项完成: one list
      if (last && last.pieces.length === 0 && last.target.kind === 'numbers' && target.kind === 'numbers') {
        last.target = { kind: 'numbers', numbers: [...last.target.numbers, ...target.numbers] }
        last.pieces.push(...placed)
      } else parts.push({ target: excluding(target, exception), pieces: [...lead, ...placed] })
      lead = []
    } else if (last) last.pieces.push(...placed)
    else lead.push(...placed)
  }
  const [first] = lead
  return parts.length > 0 || !first ? parts : [{ target: unnamed(text.slice(first.from, first.to)), pieces: lead }]
}
