/** What a file is by its first bytes, whatever its name says. */
export type FileKind =
  | 'zip'
  | 'pdf'
  /** Word, Excel and WPS files of before 2007, and those with a password. */
  | 'compound'
  | 'rtf'
  | 'html'
  | 'mht'
  /** Excel's XML of 2003. */
  | 'xml-workbook'
  | 'picture'
  | 'archive'
  | 'program'
  | 'text'

const SIGNATURES: readonly { kind: FileKind; bytes: readonly number[] }[] = [
  { kind: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46] },
  { kind: 'compound', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: 'rtf', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { kind: 'picture', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'picture', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'picture', bytes: [0x47, 0x49, 0x46, 0x38] },
  { kind: 'picture', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { kind: 'picture', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { kind: 'archive', bytes: [0x52, 0x61, 0x72, 0x21] },
  { kind: 'archive', bytes: [0x1f, 0x8b] },
  { kind: 'archive', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { kind: 'program', bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { kind: 'program', bytes: [0x4d, 0x5a, 0x90, 0x00] },
]

const startsWith = (bytes: Uint8Array, prefix: readonly number[]): boolean => prefix.every((b, i) => bytes[i] === b)

/** BMP's two letters are also how a text may begin; a real picture has zeros soon after. */
const isBitmap = (bytes: Uint8Array): boolean => startsWith(bytes, [0x42, 0x4d]) && bytes.subarray(0, 64).includes(0)

/** So far into a file its kind shows. */
const HEAD = 2048

export const kindOf = (bytes: Uint8Array): FileKind => {
  const signature = SIGNATURES.find((each) => startsWith(bytes, each.bytes))
  if (signature) return signature.kind
  if (isBitmap(bytes)) return 'picture'
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)).replace(/^[\s\u00ef\u00bb\u00bf]+/u, '')
  // a PDF may have something before its mark
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (/^MIME-Version:|^From:[^\n]*\n(?:[^\n]+\n)*MIME-Version:/iu.test(head)) return 'mht'
  if (/^<\?xml[^>]*>[\s\S]*(?:Excel\.Sheet|urn:schemas-microsoft-com:office:spreadsheet)/u.test(head))
    return 'xml-workbook'
  if (
    /^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)*<(?:!doctype\s+html|html|head|body|table|meta|style|div|p)[\s>]/iu.test(head)
  )
    return 'html'
  return 'text'
}

const named = (bytes: Buffer, stream: string): boolean => bytes.includes(Buffer.from(`${stream}\0`, 'utf16le'))

/** What is in a compound file, by the names in its directory. */
export const compoundKind = (bytes: Uint8Array): 'word' | 'workbook' | 'encrypted' | 'other' => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (named(buffer, 'EncryptedPackage')) return 'encrypted'
  if (named(buffer, 'WordDocument')) return 'word'
  return named(buffer, 'Workbook') || named(buffer, 'Book') ? 'workbook' : 'other'
}
