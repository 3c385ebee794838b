import { DubanError } from '../../errors.ts'
import type { RawDocument } from '../document.ts'
import { readHtml } from './html.ts'
import type { FileContents } from './reader.ts'

const HEADER = /^([\w-]+):[ \t]*((?:[^\n]|\n[ \t])*)\n/u

/** The headers of a MIME part by lower-case name, and what follows the blank line behind them. */
const splitPart = (text: string): { headers: Map<string, string>; body: string } => {
  const headers = new Map<string, string>()
  let rest = text.replace(/^\n+/u, '')
  for (let match = HEADER.exec(rest); match; match = HEADER.exec(rest)) {
    headers.set((match[1] as string).toLowerCase(), (match[2] as string).replace(/\n[ \t]+/gu, ' '))
    rest = rest.slice(match[0].length)
  }
  return { headers, body: rest.replace(/^\n/u, '') }
}

const parameter = (header: string | undefined, name: string): string | undefined =>
  new RegExp(`${name}\\s*=\\s*"?([^";]+)"?`, 'iu').exec(header ?? '')?.[1]

/** Quoted-printable (RFC 2045, 6.7) to bytes. */
const unquote = (text: string): Buffer =>
  Buffer.from(
    text
      .replace(/=[ \t]*\n/gu, '')
      .replace(/=([0-9A-Fa-f]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )

const bytesOf = (body: string, encoding: string): Buffer => {
  if (/base64/iu.test(encoding)) return Buffer.from(body, 'base64')
  return /quoted-printable/iu.test(encoding) ? unquote(body) : Buffer.from(body, 'latin1')
}

/**
 * A page saved in one file by Word or a browser (MHTML, RFC 2557): its first part of HTML.
 * @throws DubanError `file-damaged` where there is none
 */
export const readMht = ({ name, bytes }: FileContents): RawDocument => {
  const whole = splitPart(new TextDecoder('latin1').decode(bytes).replace(/\r\n?/gu, '\n'))
  const boundary = parameter(whole.headers.get('content-type'), 'boundary')
  const parts = boundary === undefined ? [whole] : whole.body.split(`--${boundary}`).map(splitPart)
  const page = parts.find(({ headers }) => /text\/html/iu.test(headers.get('content-type') ?? ''))
  if (!page) throw new DubanError('file-damaged', `文件“${name}”里没有网页正文，请另存为 docx 或 html 后再导入。`)
  const charset = parameter(page.headers.get('content-type'), 'charset')
  return readHtml({ name, bytes: bytesOf(page.body, page.headers.get('content-transfer-encoding') ?? '') }, charset)
}
