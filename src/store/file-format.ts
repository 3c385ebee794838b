import { createHash, type Hash } from 'node:crypto'
import { DubanError } from '../errors.ts'
import { damaged } from './failures.ts'
import { type Migration, migrate, versionAfter } from './migrations.ts'
import { isRecord, PARTS, shapeFault } from './shape.ts'
import type { Snapshot } from './store.ts'
import type { FileFormat } from './synced-file.ts'

/** The store file as read. */
export interface StoreFile {
  readonly snapshot: Snapshot
  /** Version of the file before it was migrated in memory. */
  readonly version: number
  /** Number of the last change that the snapshot holds; later ones are in the journal only. */
  readonly changes: number
  /** Null where the file has none: one that was mended by hand, with the line `sha256` taken out. */
  readonly checksum: string | null
}

const PART_SIZE = 1 << 20
const SEAL = /,\n"sha256":"([0-9a-f]{64})"}\n?$/
const SEAL_LENGTH = ',\n"sha256":""}\n'.length + 64

/**
 * The file is one JSON object with a row a line, closed by the SHA-256 of all bytes before it: JSON alone cannot tell
 * that a digit or a character has changed.
 */
function* encodeSnapshot({ snapshot, changes }: StoreFile, version: number): Iterable<Uint8Array> {
  const hash = createHash('sha256')
  let text = `{"version":${version},\n"changes":${changes}`
  for (const part of PARTS) {
    text += `,\n"${part}":[`
    let separator = '\n'
    for (const row of snapshot[part]) {
      text += separator + JSON.stringify(row)
      separator = ',\n'
      if (text.length < PART_SIZE) continue
      yield hashed(text, hash)
      text = ''
    }
    text += '\n]'
  }
  yield hashed(text, hash)
  yield Buffer.from(`,\n"sha256":"${hash.digest('hex')}"}\n`)
}

const hashed = (text: string, hash: Hash): Uint8Array => {
  const bytes = Buffer.from(text)
  hash.update(bytes)
  return bytes
}

/** The checksum that a file carries where it is right; `absent` where it carries none, `wrong` where it is not right. */
export const checksumOf = (bytes: Buffer): string | 'absent' | 'wrong' => {
  const end = bytes.subarray(Math.max(0, bytes.length - SEAL_LENGTH)).toString('latin1')
  const seal = SEAL.exec(end)
  if (seal === null) return 'absent'
  const body = bytes.subarray(0, bytes.length - seal[0].length)
  const actual = createHash('sha256').update(body).digest('hex')
  return actual === seal[1] ? actual : 'wrong'
}

const parse = (path: string, bytes: Buffer): unknown => {
  if (bytes.length === 0) throw damaged(path, '文件是空的')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw damaged(path, `内容不完整或不是 JSON（共 ${bytes.length} 字节）`, error)
  }
}

const decode = (path: string, bytes: Buffer, migrations: readonly Migration[]): StoreFile => {
  const checksum = checksumOf(bytes)
  if (checksum === 'wrong') throw damaged(path, '内容与校验码不符')
  const document = parse(path, bytes)
  if (!isRecord(document)) throw damaged(path, '不是台账库文件')
  const { version, sha256, changes = 0, ...content } = document
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) throw damaged(path, '没有版本号')
  if (version > versionAfter(migrations)) {
    const message = `${path} 是新版程序写的（格式版本 ${version}，本程序只认到 ${versionAfter(migrations)}）；请升级督办程序后再用，文件未改动`
    throw new DubanError('store-newer', message)
  }
  if (checksum === 'absent' && sha256 !== undefined) throw damaged(path, '校验码不在应有的位置')
  if (typeof changes !== 'number' || !Number.isInteger(changes)) throw damaged(path, '变更号不对')
  const current = migrate(content, version, migrations)
  const fault = shapeFault(current)
  if (fault !== null) throw damaged(path, fault)
  return {
    snapshot: current as unknown as Snapshot,
    version,
    changes,
    checksum: checksum === 'absent' ? null : checksum,
  }
}

/** The format of the store file at a path, which is named where it is damaged. */
export const storeFormat = (path: string, migrations: readonly Migration[]): FileFormat<StoreFile> => ({
  encode: (file) => encodeSnapshot(file, versionAfter(migrations)),
  decode: (bytes) => decode(path, bytes, migrations),
})
