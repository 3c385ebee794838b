import { webApi } from '@slack/bolt'
import { SendError } from '../../../src/adapter.ts'

/** Slack has not done it and will do it later (https://docs.slack.dev/reference/methods/chat.postMessage#errors). */
const NOT_YET = new Set([
  'ratelimited',
  'rate_limited',
  'message_limit_exceeded',
  'request_timeout',
  'team_added_to_org',
])

/** Some of it may have been done before it went wrong. */
const PERHAPS = new Set(['internal_error', 'fatal_error', 'service_unavailable'])

/** No connection came about, so nothing was said: no such host, nobody listening, or one that is not trusted. */
const NOT_CONNECTED =
  /^(?:UND_ERR_CONNECT_TIMEOUT|ERR_TLS.*|ERR_SSL.*|CERT_.*|DEPTH_ZERO.*|SELF_SIGNED.*|UNABLE_TO_.*)$/
const CONNECTING = new Set(['connect', 'getaddrinfo'])

/** A code as Slack's documents list them; a proxy's error page is none. */
const CODE = /^[a-z][a-z0-9_]*$/

/** Slack's word for what went wrong; null where it said none. */
export const slackCodeOf = (error: unknown): string | null =>
  error instanceof webApi.WebAPIPlatformError && CODE.test(String(error.data.error)) ? error.data.error : null

/** Slack was reached and says no to the token or to what it may do. */
export const isCredentialError = (error: unknown): boolean => {
  const code = slackCodeOf(error)
  return code !== null && !NOT_YET.has(code) && !PERHAPS.has(code)
}

/** Milliseconds that Slack asks to wait; null where it does not. */
export const retryAfterOf = (error: unknown): number | null =>
  error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * 1000 : null

/** An error and what caused it, outermost first. */
const causesOf = (error: unknown, depth = 0): Error[] => {
  if (!(error instanceof Error) || depth > 5) return []
  const inner = error instanceof webApi.WebAPIRequestError ? error.original : error.cause
  const others = error instanceof AggregateError ? error.errors : []
  return [error, ...[inner, ...others].flatMap((cause) => causesOf(cause, depth + 1))]
}

const isConnecting = (error: Error): boolean => {
  const { code, syscall } = error as NodeJS.ErrnoException
  return (code !== undefined && NOT_CONNECTED.test(code)) || (syscall !== undefined && CONNECTING.has(syscall))
}

/** What went wrong, for a person who looks after it: the innermost cause says most. */
export const reasonOf = (error: unknown): string => causesOf(error).at(-1)?.message ?? String(error)

/** What a failed call of the Web API means for the message that was to be sent. */
export const toSendError = (error: unknown): SendError => {
  if (error instanceof SendError) return error
  const options = { cause: error }
  // half a character in an id: it could not even be written down, and never will be
  if (error instanceof URIError) return new SendError('refused', error.message, options)
  const code = slackCodeOf(error)
  if (code !== null) {
    if (NOT_YET.has(code)) return new SendError('not-sent', code, options)
    return new SendError(PERHAPS.has(code) ? 'unknown' : 'refused', code, options)
  }
  const retryAfterMs = retryAfterOf(error)
  if (retryAfterMs !== null) return new SendError('not-sent', 'rate limited', { ...options, retryAfterMs })
  if (error instanceof webApi.WebAPIHTTPError)
    return new SendError(error.statusCode < 500 ? 'not-sent' : 'unknown', `HTTP ${error.statusCode}`, options)
  const failed = causesOf(error).find(isConnecting)
  if (failed) return new SendError('not-sent', failed.message, options)
  return new SendError('unknown', reasonOf(error), options)
}
