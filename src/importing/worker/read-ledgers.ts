import { Worker } from 'node:worker_threads'
import { DubanError } from '../../errors.ts'
import type { ReadLedger } from '../document.ts'
import type { Convert } from '../readers/container.ts'
import type { FileContents } from '../readers/reader.ts'
import type { FromReader, ToReader } from './messages.ts'

/** What a file may take to be read. */
export interface ReadLimits {
  /** Of the heap of the thread that reads. */
  megabytes: number
  /** From when the file is begun; an office suite that converts it has its own limit. */
  seconds: number
}

const LIMITS: ReadLimits = { megabytes: 768, seconds: 60 }

/** How far several files are. */
export interface ReadingProgress {
  /** The file in hand, its place from 1, and how many there are. */
  file: string
  place: number
  of: number
  /** Bytes of the file. */
  size: number
  /** Rows and paragraphs that it holds; null until it has been opened. */
  rows: number | null
}

export type OnReading = (progress: ReadingProgress) => void

export interface ReadOptions {
  limits?: ReadLimits
  convert?: Convert
  /** Told when a file is begun, and when it is open. */
  onReading?: OnReading
  /** The program of the thread; another one where this one is not built. */
  program?: URL
}

const tooMuch = ({ name }: FileContents, what: string): DubanError =>
  new DubanError('file-too-large', `文件“${name}”${what}，已停止读取，没有导入；请删除无关的内容或拆成几份后再导入。`)

/** One file in the thread, until it is read, refused, or has taken too much. */
const readOne = (
  worker: Worker,
  file: FileContents,
  {
    limits,
    convert,
    onOpened,
  }: Required<Pick<ReadOptions, 'limits' | 'convert'>> & { onOpened: (rows: number) => void },
): Promise<ReadLedger> =>
  new Promise((resolve, reject) => {
    let timeout: NodeJS.Timeout
    const startClock = (): void => {
      timeout = setTimeout(() => end(tooMuch(file, `读取超过${limits.seconds}秒`)), limits.seconds * 1000)
    }
    const tell = (message: ToReader): void => worker.postMessage(message)
    const giveConverted = async (): Promise<void> => {
      clearTimeout(timeout)
      const bytes = await convert(file).catch(() => null)
      startClock()
      tell({ kind: 'converted', bytes })
    }
    const onMessage = (message: FromReader): void => {
      if (message.kind === 'convert') void giveConverted()
      else if (message.kind === 'opened') onOpened(message.rows)
      else end(message.kind === 'done' ? message.read : new DubanError(message.code, message.message))
    }
    const onError = (cause: NodeJS.ErrnoException): void =>
      end(
        cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? tooMuch(file, '内容过多，读取时内存不足')
          : new DubanError('file-damaged', `文件“${file.name}”无法解析，请检查文件是否完整，或另存为文本后再导入。`, {
              cause,
            }),
      )
    const end = (result: ReadLedger | DubanError): void => {
      clearTimeout(timeout)
      worker.off('message', onMessage).off('error', onError)
      if (result instanceof DubanError) reject(result)
      else resolve(result)
    }
    worker.on('message', onMessage).on('error', onError)
    startClock()
    tell({ kind: 'read', file })
  })

/**
 * Reads ledgers in a thread of their own, with limits on time and memory, so that whatever is in a file, the rest of the
 * program goes on. The thread ends with the last file, or with the first that cannot be read.
 * @throws DubanError as `readLedgerFile`; `file-too-large` where a limit is passed
 */
export const readLedgers = async (
  files: readonly FileContents[],
  {
    limits = LIMITS,
    convert = async () => null,
    onReading = () => {},
    program = new URL('./read-worker.js', import.meta.url),
  }: ReadOptions = {},
): Promise<ReadLedger[]> => {
  const worker = new Worker(program, {
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 64 },
  })
  // what ends it early is told to whoever waits for the file in hand
  worker.on('error', () => {})
  try {
    const read: ReadLedger[] = []
    for (const [index, file] of files.entries()) {
      const at = { file: file.name, place: index + 1, of: files.length, size: file.bytes.length }
      onReading({ ...at, rows: null })
      const onOpened = (rows: number): void => onReading({ ...at, rows })
      read.push(await readOne(worker, file, { limits, convert, onOpened }))
    }
    return read
  } finally {
    await worker.terminate()
  }
}
