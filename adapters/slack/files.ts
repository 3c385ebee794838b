import type { webApi } from '@slack/bolt'
import type { IncomingFile } from '../../src/adapter.ts'
import { DubanError } from '../../src/errors.ts'
import type { SlackOptions } from './options.ts'

/** In bytes: 20 MB. */
export const LARGEST_FILE = 20 * 1024 * 1024
const TIMEOUT_MS = 60_000
const SLACK_HOST = /(?:^|\.)slack\.com$/

const tooLarge = (name: string): DubanError =>
  new DubanError('file-too-large', `文件“${name}”超过20MB，请拆分后再发，或用 import 命令导入。`)

const missing = (name: string, cause?: unknown): DubanError =>
  new DubanError('file-missing', `文件“${name}”没能从 Slack 取到，请重新发送。`, { cause })

/** The token goes to Slack and to nobody else, whatever address a file has. */
const isSlacks = (address: string, apiUrl: string | undefined): boolean => {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, origin } = new URL(address)
  return (
    (protocol === 'https:' && SLACK_HOST.test(hostname)) || (apiUrl !== undefined && origin === new URL(apiUrl).origin)
  )
}

/** Reads no more than may be. */
const read = async (response: Response, name: string): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > LARGEST_FILE) throw tooLarge(name)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * Fetches files that came with messages, by their ids: the address of a file is asked for when it is wanted.
 * @returns rejects with DubanError `file-missing`, `file-too-large`
 */
export const createFetcher =
  (client: webApi.WebClient, { botToken, apiUrl }: SlackOptions) =>
  async ({ name, size, ref }: IncomingFile): Promise<Uint8Array> => {
    if (size !== null && size > LARGEST_FILE) throw tooLarge(name)
    try {
      const { file } = await client.files.info({ file: ref })
      const address = file?.url_private_download ?? file?.url_private
      if (address === undefined || !isSlacks(address, apiUrl)) throw missing(name)
      if ((file?.size ?? 0) > LARGEST_FILE) throw tooLarge(name)
      const response = await fetch(address, {
        headers: { authorization: `Bearer ${botToken}` },
        // Slack sends those without permission to its page for signing in
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false
      if (!response.ok || (isPage && file?.mimetype !== 'text/html')) throw missing(name)
      return await read(response, name)
    } catch (error) {
      throw error instanceof DubanError ? error : missing(name, error)
    }
  }
