import type { IncomingFile } from './adapter.ts'
import type { Attachment } from './domain/index.ts'
import { checkAnnounced, checkBytes, endingOf, shownName } from './reports/attachment-rules.ts'
import type { FetchFile } from './uploads.ts'

/** Files that came with reports: kept beside the store, and read again. */
export interface AttachmentStore {
  keep(ending: string, bytes: Uint8Array): Promise<string>
  read(file: string): Promise<Uint8Array | null>
  /** Forgets a file; nothing where it is not there. */
  remove(file: string): Promise<void>
}

/**
 * Keeps the files that came with a report, all of them or none.
 * @throws DubanError with a sentence for the sender; nothing is then recorded
 */
export const keepAttachments = async (
  files: readonly IncomingFile[],
  fetch: FetchFile,
  store: AttachmentStore,
): Promise<Attachment[]> => {
  checkAnnounced(files)
  const fetched: { name: string; bytes: Uint8Array }[] = []
  for (const file of files) {
    const bytes = await fetch(file)
    checkBytes(file.name, bytes)
    fetched.push({ name: shownName(file.name), bytes })
  }
  return Promise.all(
    fetched.map(async ({ name, bytes }) => ({
      name,
      file: await store.keep(endingOf(name), bytes),
      size: bytes.length,
    })),
  )
}
