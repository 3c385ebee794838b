import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Faults } from './faults.ts'
import { createMethods, type Params, SlackProblem, scopesOf } from './methods.ts'
import type { Workspace } from './workspace.ts'

export interface WebApiParts {
  workspace: Workspace
  faults: Faults
  botToken: string
  appToken: string
  /** Scopes that the bot's token has. */
  scopes: readonly string[]
  /** The server's own, without a slash at the end. */
  address: () => string
  /** A new address for a socket. */
  openSocket: () => string
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** What a call was given, be it a form or JSON; what is more than a word is JSON in either. */
const paramsOf = ({ headers }: IncomingMessage, body: string): Params => {
  if (!headers['content-type']?.startsWith('application/json')) return Object.fromEntries(new URLSearchParams(body))
  const inWords = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
  return Object.fromEntries(Object.entries(JSON.parse(body)).map(([key, value]) => [key, inWords(value)]))
}

/** The one file of a body in multipart/form-data. */
const fileIn = (body: Buffer): Buffer => {
  const boundary = body.subarray(0, body.indexOf('\r\n'))
  const from = body.indexOf('\r\n\r\n') + 4
  return body.subarray(from, body.indexOf(boundary, from) - 2)
}

const answer = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

/** Slack's Web API over HTTP, with the calls that were made of it. */
export const createWebApi = (parts: WebApiParts) => {
  const { workspace, faults, scopes } = parts
  const methods = createMethods(workspace, parts.address)
  const calls: { method: string; params: Params }[] = []
  const watchers = new Set<() => void>()
  const fileTokens: (string | undefined)[] = []

  const call = (method: string, params: Params, token: string): Record<string, unknown> => {
    if (method === 'apps.connections.open')
      return token === parts.appToken ? { url: parts.openSocket() } : fail('invalid_auth')
    if (token !== parts.botToken) fail('invalid_auth')
    const needed = scopesOf(method, params.channel ?? params.channel_id ?? '').find((scope) => !scopes.includes(scope))
    if (needed) fail('missing_scope')
    return (methods[method] ?? (() => fail('unknown_method')))(params)
  }

  const takeCall = async (method: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const params = paramsOf(request, (await bodyOf(request)).toString())
    const token = (request.headers.authorization ?? '').replace('Bearer ', '')
    calls.push({ method, params })
    const fault = faults.take(method, params.channel ?? params.channel_id)
    if (fault === 'drop') return void request.socket.destroy()
    if (fault !== null && typeof fault === 'object') {
      if ('error' in fault) return answer(response, 200, { ok: false, error: fault.error })
      if ('page' in fault) return answer(response, 200, fault.page, { 'content-type': 'text/html' })
      const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }
      return answer(response, fault.status, { ok: false, error: 'fault' }, headers as Record<string, string>)
    }
    const result = tried(() => call(method, params, token))
    for (const tell of watchers) tell()
    watchers.clear()
    if (fault === 'lose-answer') return void request.socket.destroy()
    answer(response, 200, result, { 'x-oauth-scopes': scopes.join(','), date: workspace.now().toUTCString() })
  }

  const takeFile = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, folder, id = ''] = path.split('/')
    const file = workspace.files.get(id)
    if (!file) return answer(response, 404, '')
    if (folder === 'upload') {
      file.bytes = fileIn(await bodyOf(request))
      return answer(response, 200, 'OK')
    }
    fileTokens.push(request.headers.authorization)
    if (file.redirect) return void response.writeHead(302, { location: file.redirect }).end()
    response.writeHead(200, { 'content-type': file.served ?? file.mimetype })
    response.end(file.bytes)
  }

  return {
    calls,
    /** Resolves when it is true, which is looked at after every call. */
    until: async (isTrue: () => boolean): Promise<void> => {
      while (!isTrue()) await new Promise<void>((resolve) => watchers.add(resolve))
    },
    /** The Authorization headers with which files were fetched. */
    fileTokens,
    take: (request: IncomingMessage, response: ServerResponse): void => {
      const path = new URL(request.url ?? '', 'http://localhost').pathname
      const taken = path.startsWith('/api/')
        ? takeCall(path.slice('/api/'.length), request, response)
        : takeFile(path, request, response)
      taken.catch((error) => answer(response, 500, String(error)))
    },
  }
}

const fail = (code: string): never => {
  throw new SlackProblem(code)
}

const tried = (work: () => Record<string, unknown>): Record<string, unknown> => {
  try {
    return { ok: true, ...work() }
  } catch (error) {
    if (error instanceof SlackProblem) return { ok: false, error: error.message }
    throw error
  }
}
