import type { Incoming } from '../adapter.ts'
import type { Context } from './context.ts'
import { toJsonLine } from './lines.ts'
import { showProgress } from './progress.ts'
import { toReplyJson } from './reply-json.ts'
import { savingIn } from './save-file.ts'

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
    if (json) print(toJsonLine(toReplyJson(reply, store.snapshot(), now)))
    else print(`${reply.text}\n${reply.file ? `文件已存到 ${savingIn(dataDir)(reply.file)}\n` : ''}`)
  } finally {
    await store.close()
  }
}
