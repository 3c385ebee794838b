import type { Turn } from './dialogue.ts'

/** A message by its conversation and its id there. */
export const turnKey = ({ adapter, id }: { adapter: string; id: string }, message: string): string =>
  JSON.stringify([adapter, id, message])

/**
 * Answers given, by the message that asked: a button or a quotation may come back to one long after. So many are kept,
 * and so many rows of their lists in all; the oldest go first.
 */
export class Turns {
  private readonly byMessage = new Map<string, { turn: Turn; text: string }>()
  private rows = 0

  constructor(
    private readonly most = 5_000,
    private readonly mostRows = 1_000_000,
  ) {}

  /** @param message names the message that was answered; @param text what the answer said. */
  keep(message: string, turn: Turn, text: string): void {
    this.drop(message)
    // turning its pages later leaves it as it was
    this.byMessage.set(message, { turn: { ...turn }, text })
    this.rows += turn.list.length
    for (const oldest of this.byMessage.keys()) {
      if (this.byMessage.size <= this.most && (this.rows <= this.mostRows || oldest === message)) break
      this.drop(oldest)
    }
  }

  private drop(message: string): void {
    this.rows -= this.byMessage.get(message)?.turn.list.length ?? 0
    this.byMessage.delete(message)
  }

  of(message: string): Turn | undefined {
    return this.byMessage.get(message)?.turn
  }

  /** The newest answer that contains a text: what somebody has quoted, perhaps not to its end. */
  quoted(text: string): Turn | undefined {
    const wanted = bare(text)
    if (wanted.length < SHORTEST_QUOTE) return undefined
    for (const { turn, text: answered } of [...this.byMessage.values()].reverse())
      if (bare(answered).includes(wanted)) return turn
    return undefined
  }
}

const SHORTEST_QUOTE = 4

/** Platforms break lines and cut the end of what they quote. */
const bare = (text: string): string => text.replace(/\s+/g, '').replace(/(?:…|\.{3})+$/, '')

const NUMBER_PRINTED = /第\s*([^\s第项]{1,8})\s*项|(（[一二三四五六七八九十百]+）\s*\d{0,3})/

/**
 * The task number that a quoted text begins with, put before what was said about it; empty where the text has none or
 * the words name a task themselves.
 */
export const numberQuoted = (quoted: string, said: string): string => {
  if (NUMBER_PRINTED.test(said)) return ''
  const found = NUMBER_PRINTED.exec(quoted)
  if (!found) return ''
  return found[1] === undefined ? `${found[2] ?? ''}` : `第${found[1]}项`
}
