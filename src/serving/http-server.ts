import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DubanError } from '../errors.ts'

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

export interface HttpServer {
  /** `http://host:port`, the port as it was taken. */
  readonly address: string
  /** Takes no more connections and ends those that are idle. */
  close(): Promise<void>
}

const answer = (response: ServerResponse, status: number, text: string): void => {
  if (response.headersSent) return void response.end()
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
}

/** Sends a value as JSON. */
export const sendJson = (response: ServerResponse, status: number, value: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`${JSON.stringify(value)}\n`)
}

const LISTEN_FAILURES: Readonly<Record<string, string>> = {
  EADDRINUSE: '已被其他程序占用，请换一个 PORT，或写 0 自动选取',
  EACCES: '没有权限监听，请换一个 1024 以上的 PORT',
  EADDRNOTAVAIL: '不是本机的地址，请检查 HOST',
  ENOTFOUND: '不是本机的地址，请检查 HOST',
}

const listen = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why = LISTEN_FAILURES[cause.code ?? ''] ?? `监听失败（${cause.code ?? cause.message}）`
      reject(new DubanError('usage', `地址 ${host}:${port} ${why}`, { cause }))
    })
    server.listen(port, host, resolve)
  })

/**
 * One HTTP server for everything: a handler a path, whatever the method.
 * @throws DubanError `usage` where the address cannot be taken
 */
export const openHttpServer = async (
  { host, port, onError }: { host: string; port: number; onError: (error: unknown) => void },
  routes: ReadonlyMap<string, RequestHandler>,
): Promise<HttpServer> => {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] as string
    const handler = routes.get(path)
    if (!handler) return answer(response, 404, 'not found\n')
    Promise.resolve()
      .then(() => handler(request, response))
      .catch((error) => {
        onError(error)
        answer(response, 500, 'internal error\n')
      })
  })
  await listen(server, host, port)
  const { address, family, port: taken } = server.address() as AddressInfo
  return {
    address: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}
