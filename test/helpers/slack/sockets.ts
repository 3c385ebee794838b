import type { IncomingMessage, Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'

/** An envelope on its way through a socket. */
export interface Envelope {
  id: string
  /** Resolves when it is acknowledged, with what came along. */
  acknowledged: Promise<unknown>
}

/** Slack's end of Socket Mode. */
export const createSockets = (server: Server, address: () => string) => {
  const sockets = new WebSocketServer({ noServer: true, autoPong: false })
  const open = new Set<WebSocket>()
  const waiting = new Map<string, (payload: unknown) => void>()
  const acks: string[] = []
  const watchers = new Set<() => void>()
  let opened = 0
  let connections = 0
  let envelopes = 0
  let frozen = false
  let mute = false
  let refusing = false

  const greet = (socket: WebSocket): void => {
    socket.send(JSON.stringify({ type: 'hello', num_connections: open.size, connection_info: { app_id: 'A0DUBAN' } }))
    connections++
  }
  const until = async (isTrue: () => boolean): Promise<void> => {
    while (!isTrue()) await new Promise<void>((resolve) => watchers.add(resolve))
  }

  sockets.on('connection', (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => open.delete(socket))
    socket.on('ping', (data) => {
      if (!frozen) socket.pong(data)
    })
    socket.on('message', (data) => {
      if (frozen) return
      const { envelope_id: id, payload } = JSON.parse(String(data))
      acks.push(id)
      waiting.get(id)?.(payload)
    })
    opened++
    if (!mute) greet(socket)
    for (const tell of watchers) tell()
    watchers.clear()
  })
  server.on('upgrade', (request: IncomingMessage, stream, head) => {
    if (refusing) return stream.destroy()
    sockets.handleUpgrade(request, stream, head, (socket) => {
      sockets.emit('connection', socket, request)
    })
  })

  const newest = (): WebSocket => {
    const socket = [...open].filter(({ readyState, OPEN }) => readyState === OPEN).at(-1)
    if (!socket) throw new Error('no socket is open')
    return socket
  }

  return {
    /** Ids of the envelopes acknowledged, in order, repeats included. */
    acks,
    /** Sockets that have been greeted so far. */
    get connections() {
      return connections
    },
    nextAddress: (): string => `${address().replace('http', 'ws')}/link?ticket=${connections}`,
    /** Resolves when so many sockets have been greeted in all. */
    connected: (count: number): Promise<void> => until(() => connections >= count),
    /** Resolves when so many have been opened in all, greeted or not. */
    opened: (count: number): Promise<void> => until(() => opened >= count),
    deliver: (type: string, payload: unknown, retry = 0): Envelope => {
      const id = `envelope-${++envelopes}`
      const acknowledged = new Promise<unknown>((resolve) => waiting.set(id, resolve))
      const attempt = type === 'events_api' ? { retry_attempt: retry, retry_reason: retry > 0 ? 'timeout' : '' } : {}
      newest().send(JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: true, ...attempt }))
      return { id, acknowledged }
    },
    /** Any frame, however malformed. */
    send: (frame: string | Buffer): void => newest().send(frame),
    /** Slack's announcement that it is about to recycle the connection. */
    disconnect: (reason = 'warning'): void => newest().send(JSON.stringify({ type: 'disconnect', reason })),
    /** The network is gone without a word. */
    cut: (): void => newest().terminate(),
    /** From now on nothing is answered on the sockets that are open: a half-open connection. */
    freeze: (): void => {
      frozen = true
    },
    thaw: (): void => {
      frozen = false
    },
    /** Nothing is read any more, not even a goodbye. */
    deafen: (): void => newest().pause(),
    /** Whether sockets that open are left without a hello. */
    muteHello: (on: boolean): void => {
      mute = on
    },
    refuse: (on: boolean): void => {
      refusing = on
    },
    close: (): void => {
      for (const socket of open) socket.terminate()
      sockets.close()
    },
  }
}

export type Sockets = ReturnType<typeof createSockets>
