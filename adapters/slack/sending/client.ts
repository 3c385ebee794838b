import { type Logger, webApi } from '@slack/bolt'
import type { SlackOptions } from '../options.ts'
import { createFetch } from './fetch.ts'

/** After that it is not known whether Slack has done it. */
const TIMEOUT_MS = 10_000

/** With a limit on how long it may take. */
export const slackFetch = createFetch(TIMEOUT_MS)

/**
 * One attempt a call: left to itself the client would post again after an answer that was lost, wait for an answer for
 * ever, and hold up every channel when one of them is told to wait. What is tried again is decided outside.
 */
export const clientOptions = ({ apiUrl }: SlackOptions, logger: Logger): webApi.WebClientOptions => ({
  logger,
  ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  retryConfig: { retries: 0 },
  fetch: slackFetch,
  rejectRateLimitedCalls: true,
})

/** Slack's Web API as the bot. */
export const createClient = (options: SlackOptions, logger: Logger): webApi.WebClient =>
  new webApi.WebClient(options.botToken, clientOptions(options, logger))
