import { type Logger, webApi } from '@slack/bolt'
import type { SlackOptions } from './options.ts'
import { clientOptions, slackFetch } from './sending/client.ts'
import { isCredentialError, reasonOf, slackCodeOf } from './sending/web-errors.ts'
import { SCOPES } from './surface.ts'

/** One thing looked at, for `doctor`. */
export interface SlackFinding {
  level: 'ok' | 'warning' | 'error'
  message: string
}

/** Slack refuses signatures that are five minutes old; half of it is cause enough to look after the clock. */
const LARGEST_SKEW_S = 150

const failure = (key: string, error: unknown): SlackFinding => ({
  level: 'error',
  message: isCredentialError(error)
    ? `Slack 不接受 ${key}（${slackCodeOf(error)}），请到应用设置页核对后重填`
    : `连不上 Slack（${reasonOf(error)}），请检查网络、代理和 SLACK_API_URL`,
})

const checkClock = (date: string | null, now: Date): SlackFinding[] => {
  const theirs = Date.parse(date ?? '')
  if (Number.isNaN(theirs)) return []
  const skew = Math.round((now.getTime() - theirs) / 1000)
  const sound = Math.abs(skew) <= LARGEST_SKEW_S
  const way = skew > 0 ? '快' : '慢'
  return [
    {
      level: sound ? 'ok' : 'error',
      message: sound
        ? `本机时钟与 Slack 相差${Math.abs(skew)}秒`
        : `本机时钟${way}${Math.abs(skew)}秒，请校准，否则签名会被拒`,
    },
  ]
}

const checkScopes = (granted: readonly string[]): SlackFinding => {
  const missing = SCOPES.filter((scope) => !granted.includes(scope))
  return {
    level: missing.length === 0 ? 'ok' : 'error',
    message:
      missing.length === 0
        ? `权限齐全（${SCOPES.length} 项）`
        : `缺权限 ${missing.join('、')}；请在应用设置页按 manifest 补上，再重新安装到工作区`,
  }
}

/** Looks at tokens, permissions and the clock by asking Slack. Sends nothing and never rejects. */
export const checkSlack = async (options: SlackOptions, logger: Logger): Promise<SlackFinding[]> => {
  let date: string | null = null
  const base = clientOptions(options, logger)
  const watched: typeof fetch = async (...request) => {
    const response = await slackFetch(...request)
    date = response.headers.get('date')
    return response
  }
  const findings: SlackFinding[] = []
  try {
    const bot = new webApi.WebClient(options.botToken, { ...base, fetch: watched })
    const who = await bot.auth.test()
    findings.push({ level: 'ok', message: `工作区 ${who.team}，机器人 @${who.user}` })
    findings.push(checkScopes(who.response_metadata?.scopes ?? []), ...checkClock(date, options.clock()))
  } catch (error) {
    findings.push(failure('SLACK_BOT_TOKEN', error))
  }
  if (!('appToken' in options)) return findings
  try {
    await new webApi.WebClient(options.appToken, base).apps.connections.open()
    findings.push({ level: 'ok', message: 'Socket Mode 可用' })
  } catch (error) {
    findings.push(failure('SLACK_APP_TOKEN', error))
  }
  return findings
}
