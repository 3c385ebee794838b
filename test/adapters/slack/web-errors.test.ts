import { describe, expect, test } from '@jest/globals'
import { webApi } from '@slack/bolt'
import { toSendError } from '../../../adapters/slack/sending/web-errors.ts'

/** As fetch rejects, and the client hands it on. */
const requestError = (cause: unknown): Error => new webApi.WebAPIRequestError(new TypeError('fetch failed', { cause }))
const systemError = (code: string, syscall?: string): Error =>
  Object.assign(new Error(`${syscall ?? 'read'} ${code}`), { code, ...(syscall ? { syscall } : {}) })

describe('a call that failed on the way', () => {
  test.each([
    ['nobody listens', systemError('ECONNREFUSED', 'connect')],
    ['no such host', systemError('ENOTFOUND', 'getaddrinfo')],
    ['the name cannot be looked up now', systemError('EAI_AGAIN', 'getaddrinfo')],
    ['no way there', systemError('ENETUNREACH', 'connect')],
    ['no answer to the connection', systemError('ETIMEDOUT', 'connect')],
    ['no connection in time', systemError('UND_ERR_CONNECT_TIMEOUT')],
    ['a certificate that is not trusted', systemError('DEPTH_ZERO_SELF_SIGNED_CERT')],
    ['neither address of the host', new AggregateError([systemError('ECONNREFUSED', 'connect')], '')],
  ])('%s: not sent', (_name, cause) => {
    expect(toSendError(requestError(cause))).toMatchObject({ outcome: 'not-sent', retryAfterMs: null })
  })

  test.each([
    ['reset', systemError('ECONNRESET', 'read')],
    ['closed by the other side', systemError('UND_ERR_SOCKET')],
    ['lost after it had stood', systemError('ETIMEDOUT', 'read')],
    ['of which nothing more is known', undefined],
  ])('a connection %s: unknown', (_name, cause) => {
    expect(toSendError(requestError(cause))).toMatchObject({ outcome: 'unknown' })
  })

  test('what cannot even be written down: refused', () => {
    expect(toSendError(new URIError('URI malformed'))).toMatchObject({ outcome: 'refused' })
  })

  test('an answer that took too long: unknown', () => {
    const timeout = new webApi.WebAPIRequestError(new DOMException('The operation was aborted', 'TimeoutError'))
    expect(toSendError(timeout)).toMatchObject({ outcome: 'unknown' })
  })
})
