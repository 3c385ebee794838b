import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { DubanError } from '../../errors.ts'

/** A zip archive (.docx, .xlsx) whose parts are unpacked one at a time. */
export interface Archive {
  /** Paths of its parts. */
  readonly names: readonly string[]
  /**
   * What is in a part.
   * @throws DubanError `file-damaged` where there is none of that name, or it is not what the archive says it is
   */
  read(name: string): Promise<Buffer>
}

/** Limits on what an archive may unpack to (OWASP ASVS 4, V12.1.2), held against its directory before anything is unpacked. */
const MOST_PARTS = 2000
const MOST_BYTES = 100 * 1024 * 1024
/** Text hardly ever shrinks to less than a hundredth; only an archive that unpacks to more than this is measured by it. */
const HARMLESS = 8 * 1024 * 1024
const MOST_RATIO = 100

const damaged = (file: string, cause?: unknown): DubanError =>
  new DubanError('file-damaged', `文件“${file}”已损坏，无法解开，请重新获取完整的文件再导入。`, { cause })

const bomb = (file: string): DubanError =>
  new DubanError(
    'file-too-large',
    `文件“${file}”解压后过大，可能是压缩炸弹或含有大量空白行，没有读取；请删除多余的空白行列和图片后再导入。`,
  )

const entriesOf = async (zip: ZipFile, file: string, packed: number): Promise<Map<string, Entry>> => {
  const entries = new Map<string, Entry>()
  let total = 0
  if (zip.entryCount > MOST_PARTS) throw bomb(file)
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize
    if (entries.size >= MOST_PARTS || total > MOST_BYTES) throw bomb(file)
    if (total > HARMLESS && total > packed * MOST_RATIO) throw bomb(file)
    if (entry.isEncrypted()) throw new DubanError('file-protected', `文件“${file}”设有密码，请取消密码后再导入。`)
    entries.set(entry.fileName, entry)
  }
  return entries
}

/** The bytes of a part; yauzl stops as soon as they are more than the directory says, so that a lie costs nothing. */
const unpack = async (zip: ZipFile, entry: Entry): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/**
 * Opens an archive and checks its directory; nothing is unpacked yet.
 * @throws DubanError `file-damaged`, `file-protected`, `file-too-large`: it would unpack to more than any ledger needs
 */
export const openArchive = async (file: string, bytes: Uint8Array): Promise<Archive> => {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
    })
    const entries = await entriesOf(zip, file, bytes.length)
    return {
      names: [...entries.keys()],
      read: async (name) => {
        const entry = entries.get(name)
        if (!entry) throw damaged(file)
        try {
          return await unpack(zip, entry)
        } catch (cause) {
          throw damaged(file, cause)
        }
      },
    }
  } catch (cause) {
    throw cause instanceof DubanError ? cause : damaged(file, cause)
  }
}
