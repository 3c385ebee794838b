import { DubanError } from '../errors.ts'

/** What is larger is no supporting document (佐证材料). */
export const LARGEST_ATTACHMENT = 20 * 1024 * 1024
/** With one report. */
export const MOST_ATTACHMENTS = 5

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  [...text].every((character, place) => bytes[at + place] === character.charCodeAt(0))

const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 'PK')
const isOle = (bytes: Uint8Array): boolean => startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')
/** Text holds no zero bytes; 4 KB tell. */
const isText = (bytes: Uint8Array): boolean => !bytes.subarray(0, 4096).includes(0) && !startsWith(bytes, 'MZ')

/** Kinds of files that are kept, by their ending, and what their bytes begin with. */
const KINDS: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  pdf: (bytes) => startsWith(bytes, '%PDF'),
  ofd: isZip,
  docx: isZip,
  xlsx: isZip,
  pptx: isZip,
  doc: isOle,
  xls: isOle,
  ppt: isOle,
  wps: (bytes) => isOle(bytes) || isZip(bytes),
  et: (bytes) => isOle(bytes) || isZip(bytes),
  dps: (bytes) => isOle(bytes) || isZip(bytes),
  txt: isText,
  csv: isText,
  jpg: (bytes) => startsWith(bytes, '\u00ff\u00d8\u00ff'),
  jpeg: (bytes) => startsWith(bytes, '\u00ff\u00d8\u00ff'),
  png: (bytes) => startsWith(bytes, '\u0089PNG'),
  gif: (bytes) => startsWith(bytes, 'GIF8'),
  bmp: (bytes) => startsWith(bytes, 'BM'),
  webp: (bytes) => startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8),
  heic: (bytes) => startsWith(bytes, 'ftyp', 4),
}

const LONGEST_NAME = 60

/** The ending of a file's name, in small letters. */
export const endingOf = (name: string): string => /\.([0-9a-z]{1,5})$/iu.exec(name.trim())?.[1]?.toLowerCase() ?? ''

/** A name as it may be shown: no folders, nothing invisible, nothing that turns the direction of writing. */
export const shownName = (name: string): string => {
  const bare = (name.split(/[\\/]/u).at(-1) ?? '').replace(/[\p{C}\p{Zl}\p{Zp}<>|"*?:@]/gu, '').trim()
  if (bare.length <= LONGEST_NAME) return bare === '' ? '附件' : bare
  const ending = endingOf(bare)
  return `${bare.slice(0, LONGEST_NAME - ending.length - 2)}….${ending}`
}

const refuse = (code: 'file-too-large' | 'file-unsupported' | 'file-empty', message: string): never => {
  throw new DubanError(code, `${message}，进展没有登记，请更换附件后重报。`)
}

/**
 * Refuses by name and size what is not to be fetched at all.
 * @throws DubanError with a sentence for the sender
 */
export const checkAnnounced = (files: readonly { name: string; size: number | null }[]): void => {
  if (files.length > MOST_ATTACHMENTS)
    refuse('file-too-large', `一次最多收${MOST_ATTACHMENTS}个附件，这次有${files.length}个`)
  for (const { name, size } of files) {
    if (!(endingOf(name) in KINDS))
      refuse('file-unsupported', `附件“${shownName(name)}”不是可收的类型（文档、表格、PDF或图片）`)
    if (size !== null && size > LARGEST_ATTACHMENT)
      refuse('file-too-large', `附件“${shownName(name)}”超过${LARGEST_ATTACHMENT / 1024 / 1024}MB`)
  }
}

/**
 * Refuses what is not what its name says: a program called 方案.pdf.
 * @throws DubanError with a sentence for the sender
 */
export const checkBytes = (name: string, bytes: Uint8Array): void => {
  if (bytes.length === 0) refuse('file-empty', `附件“${shownName(name)}”是空的`)
  if (bytes.length > LARGEST_ATTACHMENT)
    refuse('file-too-large', `附件“${shownName(name)}”超过${LARGEST_ATTACHMENT / 1024 / 1024}MB`)
  if (KINDS[endingOf(name)]?.(bytes) !== true) refuse('file-unsupported', `附件“${shownName(name)}”的内容与类型不符`)
}
