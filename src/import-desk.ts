import type { Brought } from './brought.ts'
import type { Actor } from './domain/index.ts'
import type { ReadFile } from './importing/plan-import.ts'
import type { Store } from './store/store.ts'
import type { ReadLedgers } from './uploads.ts'

/** What is said of files brought, and whether they wait to be confirmed. */
export interface Received {
  text: string
  waits: boolean
}

/** Where ledgers come in by message: what is new is taken over at once, a revision after its differences were shown. */
export interface ImportDesk {
  /**
   * Reads files. What changes a ledger that is there already is kept under `key` until it is confirmed.
   * @throws DubanError with a sentence for the sender; nothing is then changed
   */
  bring(brought: Brought, moment: Moment): Promise<Received>
  /** Takes over what waits under a key; a sentence where it waits no longer. */
  apply(key: string, moment: Moment): Promise<string>
  /** What the last import brought, to be confirmed; `refused` where it cannot be taken back. */
  last(): Promise<{ id: string; text: string } | { refused: string }>
  /** Takes an import back. */
  undo(id: string, moment: Moment): Promise<string>
}

export interface Moment {
  /** Names the message. */
  key: string
  by: Actor
  now: Date
}

/** Files that wait at a time; the oldest go. */
const MOST_WAITING = 20

/** The readers of documents are a third of the program and questions need none of them: they are loaded on use. */
export const createImportDesk = (
  store: Pick<Store, 'snapshot' | 'update' | 'append' | 'entries'>,
  readLedgers: ReadLedgers | undefined,
): ImportDesk => {
  const waiting = new Map<string, readonly ReadFile[]>()
  const uploads = () => import('./uploads.ts')
  return {
    bring: async ({ files, fetch }, moment) => {
      if (!readLedgers) return { text: '这里不能读取文件，请用 duban import 导入。', waits: false }
      const { applyUploads, readUploads, revisionOf } = await uploads()
      const read = await readUploads(files, { fetch, readLedgers })
      const revision = revisionOf(store, read, moment.now)
      if (revision === null) return { text: await applyUploads(store, read, moment), waits: false }
      waiting.set(moment.key, read)
      if (waiting.size > MOST_WAITING) waiting.delete(waiting.keys().next().value as string)
      return { text: revision, waits: true }
    },
    apply: async (key, moment) => {
      const read = waiting.get(key)
      waiting.delete(key)
      if (!read) return '这份文件已不在待确认之列，没有写入，请重新发送。'
      return (await uploads()).applyUploads(store, read, moment)
    },
    last: async () => (await uploads()).lastUpload(store),
    undo: async (id, moment) => (await uploads()).undoUpload(store, id, moment),
  }
}
