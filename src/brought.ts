import type { Incoming, IncomingFile } from './adapter.ts'
import type { FetchFile } from './uploads.ts'

/** Files that came with a message, or a ledger pasted into it, and how to get at them. */
export interface Brought {
  files: readonly IncomingFile[]
  fetch: FetchFile
}

/** What a pasted ledger goes by where the message does not name it. */
export const PASTED = '粘贴的内容'

/** 导入《防汛任务清单》, and the ledger from the next line on: nothing is taken for one that is not announced. */
const COMMAND =
  /^\s*(?:请|麻烦|帮我?|给我)*(?:导入|录入)(?:一下|这份|这个|这张|以下|下面)?(?:的)?(?:台账|任务|清单|内容|表格)*[：:]?[ \t]*(?:《([^》\n]{2,60})》|([^\n《：:，。]{2,60}))?[：:]?[ \t]*\r?\n([\s\S]+)$/u

/** The ledger that a message holds itself, as a file of text; null where it holds none. */
const pastedIn = (text: string): Brought | null => {
  const [, quoted, plain, body] = COMMAND.exec(text) ?? []
  if (body === undefined || body.trim() === '') return null
  const bytes = new TextEncoder().encode(body)
  const name = `${(quoted ?? plain)?.trim() ?? PASTED}.txt`
  return { files: [{ name, size: bytes.length, ref: '' }], fetch: async () => bytes }
}

/** What a message brings to be imported; null where it brings nothing. */
export const broughtBy = (message: Incoming, fetch: FetchFile | undefined): Brought | null =>
  message.files !== undefined && message.files.length > 0
    ? fetch === undefined
      ? null
      : { files: message.files, fetch }
    : pastedIn(message.text)

/** Bytes from which on a file is acknowledged before it is read. */
const LONG_FILE = 512 * 1024

/** That files are being read, where that takes a while; null where it does not. */
export const longFileNotice = (files: readonly IncomingFile[]): string | null => {
  const size = files.reduce((sum, file) => sum + (file.size ?? 0), 0)
  if (size < LONG_FILE) return null
  const named = files.map(({ name }) => `“${name}”`).join('、')
  return `已收到${named}（共${(size / 1024 / 1024).toFixed(1)}MB），正在读取，读完后告知结果。`
}
