import type { Store } from './store/store.ts'
import { normalise } from './text/normalise.ts'
import { type Sayings, sayingsOf } from './text/sayings.ts'

/** Kinds of the journal's entries. */
export const UNANSWERED = 'unanswered'
export const SAYING = 'saying'

/** So much of a question is kept: enough to see what was asked. */
const LONGEST_NOTE = 200
const LONG_NUMBER = /\d{7,}/g

/** What the bot learns and what it could not answer, kept in the store's journal. */
export interface Notebook {
  /** The office's own way of speaking; the same object until something is learned. */
  sayings(): Sayings
  learn(said: string, meant: string, at: string): Promise<void>
  /** Keeps a question for the administrator to read, without the numbers of people. */
  notUnderstood(text: string, at: string): Promise<void>
}

/** Sayings as the journal has them: a later one replaces an earlier one, one that means itself takes it back. */
export const readSayings = (entries: ReturnType<Store['entries']>): Sayings => {
  const known = new Map<string, string>()
  for (const { body } of entries) {
    const { said, meant } = body as { said?: unknown; meant?: unknown }
    if (typeof said !== 'string' || typeof meant !== 'string' || said === '') continue
    if (said === meant) known.delete(said)
    else known.set(said, meant)
  }
  return sayingsOf(known)
}

/** Keeps a saying; resolves once it is on disk. */
export const noteSaying = (store: Pick<Store, 'append'>, said: string, meant: string, at: string): Promise<void> =>
  store.append({ kind: SAYING, at, body: { said: normalise(said), meant: normalise(meant) } })

export const openNotebook = (store: Pick<Store, 'append' | 'entries'>): Notebook => {
  let sayings = readSayings(store.entries(SAYING))
  return {
    sayings: () => sayings,
    learn: async (said, meant, at) => {
      await noteSaying(store, said, meant, at)
      sayings = readSayings(store.entries(SAYING))
    },
    notUnderstood: (text, at) =>
      store.append({ kind: UNANSWERED, at, body: { text: text.slice(0, LONGEST_NOTE).replace(LONG_NUMBER, '*') } }),
  }
}
