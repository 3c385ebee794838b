import type { Bot } from '../bot.ts'
import type { Reply } from '../reply.ts'
import type { Store } from '../store/store.ts'
import { readChatLine } from './chat-line.ts'
import type { Context } from './context.ts'
import { readLines, toJsonLine } from './lines.ts'
import { showProgress } from './progress.ts'
import { toReplyJson } from './reply-json.ts'
import { savingIn } from './save-file.ts'
import type { Clock } from './services.ts'

/** The conversation of the command line: with a person, or with a program where `--json` asks for it. */
export const chat = async (context: Context): Promise<void> => {
  const { services, dataDir, clock, json } = context
  // from here on a signal gives the lock back
  services.onInterrupt()
  const store = await services.openStore(dataDir, clock)
  try {
    const bot = await services.assemble(store, { onWait: showProgress(services.streams.errors) })
    if (json) await converseInJson(context, store, bot)
    else
      await converse(context, bot, clock, {
        dataDir,
        greeting: '督办助手。直接提问；帮助：回复 帮助；离开：退出 或 Ctrl-C。',
      })
  } finally {
    await store.close()
  }
}

/** A conversation with a person until they leave or the process is asked to end. */
export const converse = async (
  { services }: Context,
  bot: Bot,
  clock: Clock,
  { dataDir, greeting }: { dataDir: string; greeting: string },
): Promise<void> => {
  const { streams, newId } = services
  const interrupted = services.onInterrupt()
  const historyFile = `${dataDir}/duban-history`
  const terminal = await services.createTerminal({
    streams,
    clock,
    newId,
    greeting,
    historyFile,
    saveFile: savingIn(dataDir),
  })
  const stop = (): void => void terminal.stop()
  interrupted.addEventListener('abort', stop, { once: true })
  if (interrupted.aborted) return
  await terminal.start(async (message) => {
    const reply = await bot.answer(message)
    if (reply.intent !== 'silent') await terminal.send(message.conversation, reply)
  })
  const ended = new AbortController()
  bot.prepare(ended.signal)
  await terminal.finished
  ended.abort()
  interrupted.removeEventListener('abort', stop)
}

/** One line in, one line out, in order. */
const converseInJson = async ({ services, clock, print }: Context, store: Store, bot: Bot): Promise<void> => {
  const { streams, newId, config } = services
  const interrupted = services.onInterrupt()
  // ends the loop below at its next read; the line in hand is finished first
  const stop = (): void => void streams.input.destroy()
  interrupted.addEventListener('abort', stop, { once: true })
  if (interrupted.aborted) return
  const ended = new AbortController()
  bot.prepare(ended.signal)
  try {
    for await (const line of readLines(streams.input)) {
      const { message, note } = readChatLine(line, { id: newId(), now: clock(), botName: config.botName })
      const reply = await bot.answer(message)
      print(toJsonLine(toReplyJson(withNote(reply, note), store.snapshot(), new Date(message.at))))
      if (interrupted.aborted) break
    }
  } catch (error) {
    // a stream that is destroyed while it is read ends with this
    if (!interrupted.aborted) throw error
  } finally {
    ended.abort()
    interrupted.removeEventListener('abort', stop)
  }
}

const withNote = (reply: Reply, note: string | null): Reply =>
  note === null || reply.intent === 'silent' ? reply : { ...reply, text: `${reply.text}\n${note}` }
