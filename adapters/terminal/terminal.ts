import { createInterface, type Interface } from 'node:readline'
import type { Adapter, Conversation, Incoming } from '../../src/adapter.ts'
import { DubanError } from '../../src/errors.ts'
import type { Message, ReplyFile } from '../../src/reply.ts'
import { HISTORY_SIZE, readHistory, writeHistory } from './history.ts'
import { renderReply } from './render.ts'

const PROMPT = '督办> '
const FAREWELLS = new Set(['退出', '再见', 'exit', 'quit', 'q'])
const NOTHING_SAID = '请输入问题，或回复 帮助。'
const isFarewell = (line: string): boolean => FAREWELLS.has(line.trim().toLowerCase())
const DEFAULT_COLUMNS = 80

export interface TerminalOptions {
  input: NodeJS.ReadableStream & { isTTY?: boolean }
  output: NodeJS.WritableStream & { isTTY?: boolean; columns?: number }
  clock: () => Date
  /** Unique over the whole life of the store: a repeated message id is ignored. */
  newId: () => string
  /** Printed first; empty prints nothing. */
  greeting: string
  /** Keeps a file that came with an answer; returns where, as people are told. */
  saveFile: (file: ReplyFile) => string
  /** Where the lines typed before are kept; `null` keeps none. */
  historyFile: string | null
}

/** The channel that is always there: one person at the keyboard, or a file of questions on standard input. */
export interface Terminal extends Adapter {
  send(to: Conversation, message: Message): Promise<void>
  /** Resolves when the person has left (退出, Ctrl-C, Ctrl-D) or the input is used up, all lines answered. */
  readonly finished: Promise<void>
}

export const createTerminal = (options: TerminalOptions): Terminal => {
  const { input, output, clock, newId, greeting, historyFile, saveFile } = options
  const interactive = Boolean(input.isTTY && output.isTTY)
  const conversation: Conversation = { adapter: 'terminal', id: 'local', kind: 'direct' }
  let finish: () => void = () => {}
  let fail: (cause: unknown) => void = () => {}
  const finished = new Promise<void>((resolve, reject) => {
    finish = resolve
    fail = reject
  })
  let reader: Interface | null = null
  let open = false
  let leaving = false
  let history: string[] = []
  // lines are answered one after the other, in the order they came
  let inHand: Promise<void> = Promise.resolve()

  const prompt = (): void => {
    if (interactive && open && !leaving) reader?.prompt()
  }
  const leave = (): void => {
    leaving = true
    reader?.close()
  }
  const take = async (line: string, receive: (message: Incoming) => Promise<void>): Promise<void> => {
    if (leaving) return
    if (isFarewell(line)) return leave()
    if (line.trim() !== '')
      await receive({ id: newId(), conversation, sender: null, text: line, addressed: true, at: clock().toISOString() })
    // in a file of questions it only sets them apart
    else if (interactive) output.write(`${NOTHING_SAID}\n\n`)
    prompt()
  }
  const onClose = async (): Promise<void> => {
    open = false
    // ends the line the prompt stands on, so that the shell's own begins at the left
    if (interactive) output.write('\n')
    await inHand
    if (historyFile !== null && interactive) writeHistory(historyFile, history)
  }

  return {
    name: 'terminal',
    finished,

    start: async (receive) => {
      if (historyFile !== null && interactive) history = readHistory(historyFile)
      reader = createInterface({
        input,
        output: interactive ? output : undefined,
        terminal: interactive,
        prompt: PROMPT,
        history: [...history],
        historySize: HISTORY_SIZE,
        removeHistoryDuplicates: true,
      })
      open = true
      reader.on('history', (entries: string[]) => {
        history = entries.filter((entry) => !isFarewell(entry))
      })
      reader.on('SIGINT', leave)
      reader.on('line', (line) => {
        inHand = inHand.then(() => take(line, receive))
        inHand.catch(leave)
      })
      reader.on('close', () => void onClose().then(finish, fail))
      if (greeting !== '') output.write(`${greeting}\n`)
      prompt()
    },

    send: async (_to: Conversation, message: Message) => {
      const saved = message.file ? `\n文件已存到 ${saveFile(message.file)}` : ''
      output.write(`${renderReply(message, output.columns ?? DEFAULT_COLUMNS)}${saved}\n\n`)
    },

    recall: async () => false,
    fetch: async ({ name }) => {
      throw new DubanError('file-missing', `终端里不能传文件“${name}”，请用 import 命令导入。`)
    },

    stop: async () => {
      if (reader === null) return finish()
      leave()
      await finished
    },
  }
}
