import { type MessagePort, parentPort } from 'node:worker_threads'
import type { DubanError } from '../../errors.ts'
import { readLedgerFile } from '../import-file.ts'
import type { FileContents } from '../readers/reader.ts'
import type { FromReader, ToReader } from './messages.ts'

// The thread in which files are read, one after another: what is wrong with a file ends here.

const serve = (port: MessagePort): void => {
  const tell = (message: FromReader): void => port.postMessage(message)
  let whenConverted: (bytes: Uint8Array | null) => void = () => {}
  const convert = (): Promise<Uint8Array | null> =>
    new Promise((resolve) => {
      whenConverted = resolve
      tell({ kind: 'convert' })
    })
  const read = async (file: FileContents): Promise<void> => {
    try {
      const onOpened = (rows: number): void => tell({ kind: 'opened', rows })
      tell({ kind: 'done', read: await readLedgerFile(file, convert, onOpened) })
    } catch (error) {
      // what it throws is a DubanError; one that cannot be copied to another thread as it is
      const { code, message } = error as DubanError
      tell({ kind: 'failed', code, message })
    }
  }
  port.on('message', (message: ToReader) => {
    if (message.kind === 'read') void read(message.file)
    else whenConverted(message.bytes)
  })
}

if (parentPort) serve(parentPort)
