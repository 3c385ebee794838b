import { DubanError } from '../../errors.ts'

/** What begins a file of another kind, whatever its name says. */
const FOREIGN: readonly { bytes: readonly number[]; what: string }[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: '一张图片' },
  { bytes: [0xff, 0xd8, 0xff], what: '一张图片' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: '一张图片' },
  { bytes: [0x42, 0x4d], what: '一张图片' },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'PDF 文件' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: 'Word、Excel 文件或压缩包' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: '旧版 Word 或 Excel 文件' },
  { bytes: [0x52, 0x61, 0x72, 0x21], what: '压缩包' },
  { bytes: [0x1f, 0x8b], what: '压缩包' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], what: '程序文件' },
]

const startsWith = (bytes: Uint8Array, prefix: readonly number[]): boolean => prefix.every((b, i) => bytes[i] === b)

/** BMP's two letters are also how a text may begin; a real picture has control characters soon after. */
const foreignKind = (bytes: Uint8Array): string | undefined =>
  FOREIGN.find(
    ({ bytes: prefix }) => startsWith(bytes, prefix) && (prefix.length > 2 || bytes.subarray(0, 64).includes(0)),
  )?.what

/** @param stream takes a last character of which only the first bytes are there for no mistake. */
const decodeStrictly = (encoding: string, bytes: Uint8Array, stream = false): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream })
  } catch {
    return null
  }
}

/** What can be read in an encoding that a file itself names, however unknown or broken. */
const decodeLoosely = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding).decode(bytes)
  } catch {
    return null
  }
}

/** Fewer control characters than this are stray ones, however short the text is. */
const FEW = 16

/** UTF-8 that lacks the end of its last character. Asked before GB18030, which may make a wrong text of it. */
const isCutOff = (bytes: Uint8Array): boolean =>
  decodeStrictly('utf-8', bytes) === null && decodeStrictly('utf-8', bytes, true) !== null

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: looking for them is the point
const CONTROL = /[\u0000-\u0008\u000e-\u001f\ufffd]/gu
// colours and cursor movements of a terminal; what turns the direction of a text around
const UNSEEN = /\u001b\[[0-9;?]*[A-Za-z]|[\u202a-\u202e\u2066-\u2069]/gu
const LINE_ENDS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/gu
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: looking for them is the point

/** So much of a text is Chinese characters, if it has been decoded as it should be. */
const MOSTLY_HAN = 0.2

const hanShare = (text: string): number => (text.match(/\p{Script=Han}/gu)?.length ?? 0) / Math.max(1, text.length)

/** UTF-16 by its mark; without one by the zeros of its digits and line breaks, all on one side. */
const utf16In = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  const head = bytes.subarray(0, 4096)
  const zeros: [even: number, odd: number] = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2 === 0 ? 0 : 1]++
  const [even, odd] = zeros
  if (even > 0 === odd > 0 || decodeStrictly('utf-8', head, true) !== null) return null
  const encoding = odd > 0 ? 'utf-16le' : 'utf-16be'
  return hanShare(decodeStrictly(encoding, head, true) ?? '') > MOSTLY_HAN ? encoding : null
}

/**
 * The text of a file in UTF-8, UTF-16 or GB18030.
 * @param declared the encoding that the file itself names, for one with a broken character.
 * @throws DubanError `file-empty`; `file-unsupported`: a picture or a program under a text's name, or no known encoding;
 *   `file-damaged`: it ends in the middle of a character.
 */
export const decodeText = (file: string, bytes: Uint8Array, declared?: string): string => {
  if (bytes.length === 0) throw new DubanError('file-empty', `文件“${file}”是空的，请检查后重新导出再导入。`)
  const foreign = foreignKind(bytes)
  if (foreign !== undefined) {
    throw new DubanError(
      'file-unsupported',
      `文件“${file}”的内容是${foreign}，不是文本，请另存为文本（txt）或 CSV 后再导入。`,
    )
  }
  const utf16 = utf16In(bytes)
  if (utf16 === null && isCutOff(bytes)) {
    throw new DubanError('file-damaged', `文件“${file}”在一个字的中间断开，可能没有传完，请重新获取完整的文件再导入。`)
  }
  const text =
    utf16 === null
      ? (decodeStrictly('utf-8', bytes) ??
        decodeStrictly('gb18030', bytes) ??
        (declared === undefined ? null : decodeLoosely(declared, bytes)))
      : decodeStrictly(utf16, bytes)
  if (text === null) {
    throw new DubanError('file-unsupported', `文件“${file}”的文字编码无法识别，请另存为 UTF-8 编码的文本后再导入。`)
  }
  const controls = text.match(CONTROL)?.length ?? 0
  if (controls > Math.max(FEW, text.length / 50)) {
    throw new DubanError('file-unsupported', `文件“${file}”不是文本文件，请另存为文本（txt）或 CSV 后再导入。`)
  }
  const clean = text.replace(UNSEEN, '').replace(CONTROL, '').replace(LINE_ENDS, '\n')
  if (clean.trim() === '') throw new DubanError('file-empty', `文件“${file}”里没有文字，请检查后重新导出再导入。`)
  return clean
}
