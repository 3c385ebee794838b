import { webApi } from '@slack/bolt'
import { slackFetch } from './client.ts'

/** Posts a message. @throws the errors of the Web API's client, or of the connection */
export type Post = (
  method: 'chat.postMessage' | 'chat.postEphemeral',
  message: Readonly<Record<string, unknown>>,
) => Promise<void>

/**
 * Posts as JSON. The client would write every message as a form, in which a Chinese character takes nine, and walk
 * through it twice for a log that is off; this is the one call that is made for every answer.
 */
export const createPost =
  ({ slackApiUrl, token }: webApi.WebClient): Post =>
  async (method, message) => {
    const response = await slackFetch(`${slackApiUrl}${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
      body: JSON.stringify(message),
    })
    const retryAfter = Number.parseInt(response.headers.get('retry-after') ?? '', 10)
    if (response.status === 429 && retryAfter >= 0) throw new webApi.WebAPIRateLimitedError(retryAfter)
    const text = await response.text()
    if (response.status !== 200) throw new webApi.WebAPIHTTPError(response.status, response.statusText, {}, text)
    const result = JSON.parse(text) as webApi.WebAPICallResult & { error: string }
    if (!result.ok) throw new webApi.WebAPIPlatformError(result)
  }
