import { deflateRawSync } from 'node:zlib'

const MEGABYTE = 1024 * 1024

export interface BombOptions {
  name?: string
  /** What its directory says that it unpacks to; the truth unless given. */
  declared?: number
}

/** Zeros by the megabyte, packed: a deflate stream may be put together from pieces that end on a byte. */
const packedZeros = (megabytes: number): Buffer => {
  const piece = deflateRawSync(Buffer.alloc(MEGABYTE), { finishFlush: 2 })
  return Buffer.concat([...Array.from({ length: megabytes }, () => piece), deflateRawSync(Buffer.alloc(0))])
}

/** An archive whose one part unpacks to so many megabytes of zeros, at about a thousandth of its size. */
export const zipBomb = (
  megabytes: number,
  { name = 'xl/workbook.xml', declared = megabytes * MEGABYTE }: BombOptions = {},
): Buffer => {
  const packed = packedZeros(megabytes)
  const path = Buffer.from(name)
  const sizes = (header: Buffer, at: number): void => {
    header.writeUInt16LE(20, at)
    header.writeUInt16LE(8, at + 4)
    header.writeUInt32LE(0, at + 10)
    header.writeUInt32LE(packed.length, at + 14)
    header.writeUInt32LE(declared, at + 18)
    header.writeUInt16LE(path.length, at + 22)
  }
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  sizes(local, 4)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(20, 4)
  sizes(central, 6)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length + path.length, 12)
  end.writeUInt32LE(local.length + path.length + packed.length, 16)
  return Buffer.concat([local, path, packed, central, path, end])
}
