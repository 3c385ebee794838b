import type { Incoming } from '../adapter.ts'
import type { Context } from './context.ts'
import { toJsonLine } from './lines.ts'
import { showProgress } from './progress.ts'
import { toReplyJson } from './reply-json.ts'

/** One question, one answer, without the lock. */
export const ask = async (context: Context, words: readonly string[]): Promise<void> => {
  const { services, dataDir, clock, json, print } = context
  const store = await services.readStore(dataDir)
  try {
    const bot = await services.assemble(store, { onWait: showProgress(services.streams.errors) })
    const now = clock()
    const message: Incoming = {
      id: services.newId(),
      conversation: { adapter: 'terminal', id: 'local', kind: 'direct' },
      sender: null,
      text: words.join(' '),
      addressed: true,
      at: now.toISOString(),
    }
    const reply = await bot.answer(message)
    print(json ? toJsonLine(toReplyJson(reply, store.snapshot(), now)) : `${reply.text}\n`)
  } finally {
    await store.close()
  }
}
