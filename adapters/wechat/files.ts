import type { Readable } from 'node:stream'
import type { IncomingFile } from '../../src/adapter.ts'
import { DubanError } from '../../src/errors.ts'
import type { Puppet, Timer } from './options.ts'
import { within } from './waiting.ts'

/** What WeChat itself sends without complaint is larger; a ledger is not. */
export const LARGEST_FILE = 20 * 1024 * 1024
const FETCH_MS = 60_000

const tooLarge = (name: string): DubanError =>
  new DubanError('file-too-large', `文件“${name}”超过20MB，请拆分或压缩后重新发送。`)

const collect = async (stream: Readable, name: string): Promise<Uint8Array> => {
  const chunks: Buffer[] = []
  let size = 0
  // what the platform says about the size is not relied upon
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > LARGEST_FILE) throw tooLarge(name)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

/**
 * The bytes of a file, asked of the puppet by the id of its message. Most puppets keep messages for a while only, and
 * web clients not over a restart.
 * @throws DubanError `file-missing`, `file-too-large`
 */
export const fetchFile = async (
  { name, ref, size: told }: IncomingFile,
  puppet: () => Puppet,
  timer: Timer,
): Promise<Uint8Array> => {
  if (told !== null && told > LARGEST_FILE) throw tooLarge(name)
  const streams: Readable[] = []
  try {
    return await within(FETCH_MS, timer, 'the file', async () => {
      const box = await puppet().messageFile(ref)
      if (box.size > LARGEST_FILE) throw tooLarge(name)
      const stream = await box.toStream()
      streams.push(stream)
      return collect(stream, name)
    })
  } catch (cause) {
    if (cause instanceof DubanError) throw cause
    throw new DubanError('file-missing', `文件“${name}”没能从微信取到，请重新发送。`, { cause })
  } finally {
    for (const stream of streams) stream.destroy()
  }
}
