import type { Milestone } from '../domain/index.ts'
import type { Cue, Lexicon } from '../text/lexicon.ts'
import type { UnitMention } from '../units/directory.ts'

/** One recognised piece of a question, in the order of the text. */
export type Item = { from: number; to: number } & (
  | { kind: 'unit'; mention: UnitMention }
  | { kind: 'time'; milestone: Milestone }
  | { kind: 'number' | 'selection' | 'person' | 'ledger' | 'unit-count' | 'stretch' }
  | { kind: 'cue'; cue: Cue }
)

/** Which characters of a question already belong to something. */
export class Coverage {
  private readonly taken: Uint8Array
  private readonly anchors: number[] = []

  constructor(readonly text: string) {
    this.taken = new Uint8Array(text.length)
  }

  has(index: number): boolean {
    return this.taken[index] === 1
  }

  isFree(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (this.taken[i] === 1) return false
    return true
  }

  take(from: number, to: number): void {
    this.taken.fill(1, from, to)
  }

  /** Marks a stretch that says which tasks are meant or what is asked. */
  anchor(from: number): void {
    this.anchors.push(from)
  }

  /** Whether anything that is more than a courtesy was recognised in a stretch. */
  isAnchored(from: number, to: number): boolean {
    return this.anchors.some((at) => at >= from && at < to)
  }

  /** The stretches that belong to nothing yet, as `[from, to)`. */
  gaps(): [number, number][] {
    const gaps: [number, number][] = []
    for (let i = 0; i < this.text.length; i++) {
      if (this.taken[i] === 1) continue
      const from = i
      while (i < this.text.length && this.taken[i] === 0) i++
      gaps.push([from, i])
    }
    return gaps
  }
}

// asked a hundred times a question: without a closure
const has = (cue: Cue, ...categories: string[]): boolean => {
  for (const category of categories) if (cue.categories.includes(category)) return true
  return false
}

/** Words that filter or ask by themselves, but are as often the beginning of a subject (长期护理, 统计监测). */
const FRAGILE = [
  'ongoing',
  'recurring',
  'done',
  'done-weak',
  'due-soon',
  'overview',
  'detail',
  'progress',
  'verify',
  'contact',
  'contact-office',
  'more',
  'nearest',
]
/** The same where they run on from a subject: 消防体检 is a subject, 体检结果 asks. */
const FRAGILE_AFTER = ['doubts']
const ADDRESS = /^(?:领导|同志|老师|材料|动作|东西)$/
const HAN = /\p{Script=Han}/u
/** The same for words of when: 时限 is fragile, 几月 is not. */
const FRAGILE_WORD = /^(?:时限|期限|截止|联合|共同|合作|同时|交叉|重叠|重合)$/
const SEPARATOR = /[\s\p{P}\p{S}的了吗呢吧啊么嘛类型性这那有是和与都还要给我你]/u

/**
 * The cue words of a question. A short one that runs straight into further characters is given back to the subject:
 * 长期 filters in `长期的任务`, not in `长期护理保险`.
 */
export const findCues = (coverage: Coverage, lexicon: Lexicon): Cue[] => {
  const { text } = coverage
  const cues = coverage.gaps().flatMap(([from, to]) => lexicon.scan(text, from, to))
  const starts = new Set(cues.map((cue) => cue.from))
  const ends = new Set(cues.map((cue) => cue.to))
  const isSubject = (character: string | undefined, at: number): boolean =>
    character !== undefined && !coverage.has(at) && !ends.has(at + 1) && !SEPARATOR.test(character)
  return cues.filter((cue) => {
    // 贷款逾期率
    if (text[cue.to] === '率' && !has(cue, 'overview')) return false
    // 消防体检
    if (has(cue, 'doubts') && cue.text.length === 2)
      return cue.from === 0 || ends.has(cue.from) || SEPARATOR.test(text[cue.from - 1] as string)
    // 领导 addresses somebody, but not in 组织领导
    if (ADDRESS.test(cue.text)) return cue.from === 0 || ends.has(cue.from) || !HAN.test(text[cue.from - 1] as string)
    const before = text[cue.from - 1]
    if (cue.text.length < 3 && FRAGILE_AFTER.some((c) => has(cue, c)) && isSubject(before, cue.from - 1)) return false
    if (cue.text.length > 2 || !(FRAGILE.some((c) => has(cue, c)) || FRAGILE_WORD.test(cue.text))) return true
    if (has(cue, 'role-lead', 'role-cooperating', 'role-any')) return true
    const next = text[cue.to]
    return next === undefined || coverage.has(cue.to) || starts.has(cue.to) || SEPARATOR.test(next)
  })
}

/** Whether a cue stands in one of these categories. */
export const isCue = (item: Item | undefined, ...categories: string[]): boolean =>
  item?.kind === 'cue' && has(item.cue, ...categories)
