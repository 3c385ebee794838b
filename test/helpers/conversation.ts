import { intents } from '../../intents/index.ts'
import type { Incoming } from '../../src/adapter.ts'
import { type BotParts, createBot } from '../../src/bot.ts'
import { readLedgerFile } from '../../src/importing/import-file.ts'
import type { Intent } from '../../src/intent.ts'
import type { Reply } from '../../src/reply.ts'
import type { Snapshot } from '../../src/store/store.ts'
import { memoryStore } from './memory-store.ts'
import { sharedSegmenter } from './segmenter.ts'

export interface Saying {
  /** Nobody named: the local administrator. */
  from?: string
  group?: boolean
  conversation?: string
  at?: string
  addressed?: boolean
  /** Another channel than the terminal. */
  adapter?: string
  /** Whatever else the message has. */
  more?: Partial<Incoming>
}

/** A message of the local administrator, in private, on 5 January 2020. */
export const directMessage = (id: number, text: string): Incoming => ({
  id: String(id),
  conversation: { adapter: 'terminal', id: 'one', kind: 'direct' },
  sender: null,
  text,
  addressed: true,
  at: '2020-01-05T09:00:00+08:00',
})

/** A conversation that reads like a script: who says what, and what comes back. */
export const conversation = (
  snapshot: Snapshot,
  at = '2020-01-05T09:00:00+08:00',
  own: readonly Intent[] = intents,
  more: Partial<BotParts> = {},
) => {
  const store = memoryStore(snapshot)
  const errors: unknown[] = []
  const notices: { whom: string; text: string }[] = []
  const kept = new Map<string, Uint8Array>()
  const bot = createBot({
    store,
    intents: own,
    loadSegmenter: sharedSegmenter,
    admins: ['slack:chief'],
    readLedgers: (files) => Promise.all(files.map((file) => readLedgerFile(file))),
    attachments: {
      keep: async (ending, bytes) => {
        const file = `kept-${kept.size}.${ending}`
        kept.set(file, bytes)
        return file
      },
      read: async (file) => kept.get(file) ?? null,
      remove: async (file) => {
        kept.delete(file)
      },
    },
    notify: async (whom, { text }) => {
      notices.push({ whom, text })
    },
    onError: (error) => errors.push(error),
    ...more,
  })
  let id = 0
  const say = (text: string, saying: Saying = {}): Promise<Reply> =>
    bot.answer(
      {
        id: String(id++),
        conversation: {
          adapter: saying.adapter ?? 'terminal',
          id: saying.conversation ?? 'one',
          kind: saying.group ? 'group' : 'direct',
        },
        sender: saying.from === undefined ? null : { id: saying.from },
        text,
        addressed: saying.addressed ?? true,
        at: saying.at ?? at,
        ...saying.more,
      },
      async ({ ref }) => Buffer.from(ref),
    )
  return {
    say,
    store,
    errors,
    notices,
    told: notices,
    kept,
    numbers: async (text: string) => (await say(text)).tasks.map((task) => task.no),
  }
}
