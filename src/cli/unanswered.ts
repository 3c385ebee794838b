import { DubanError } from '../errors.ts'
import { noteSaying, UNANSWERED } from '../notebook.ts'
import type { JournalEntry } from '../store/index.ts'
import type { Context } from './context.ts'
import { toJsonLine } from './lines.ts'

export interface UnansweredOptions {
  /** What is said, and what is meant by it. */
  teach?: string[]
}

interface Unanswered {
  text: string
  count: number
  /** ISO 8601. */
  last: string
}

/** Lists the questions that were not understood, or teaches one of their words. */
export const unanswered = async (context: Context, { teach }: UnansweredOptions): Promise<void> => {
  const { services, dataDir, clock, json, print } = context
  if (teach === undefined) {
    const store = await services.readStore(dataDir)
    const questions = grouped(store.entries(UNANSWERED))
    return print(json ? toJsonLine(questions) : describe(questions))
  }
  const [said, meant, ...rest] = teach
  if (said === undefined || meant === undefined || rest.length > 0)
    throw new DubanError('usage', '--teach 后面写说法和意思两个词，如 --teach 医保处 市医保局')
  const store = await services.openStore(dataDir, clock)
  try {
    await noteSaying(store, said, meant, clock().toISOString())
  } finally {
    await store.close()
  }
  print(json ? toJsonLine({ said, meant }) : `已记：“${said}”按“${meant}”理解。\n`)
}

/** The same question once, the most frequent first, then the latest. */
const grouped = (entries: readonly JournalEntry[]): Unanswered[] => {
  const byText = new Map<string, Unanswered>()
  for (const { at, body } of entries) {
    const { text } = body as { text: string }
    const known = byText.get(text)
    byText.set(text, { text, count: (known?.count ?? 0) + 1, last: at })
  }
  return [...byText.values()].sort((a, b) => b.count - a.count || b.last.localeCompare(a.last))
}

const describe = (questions: readonly Unanswered[]): string =>
  questions.length === 0
    ? '没有未能回答的问题。\n'
    : `${questions.map(({ text, count, last }) => `${count}次　${last.slice(0, 10)}　${text}\n`).join('')}教一个说法：duban unanswered --teach 说法 意思\n`
