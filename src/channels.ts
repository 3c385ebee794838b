import type { Channel, ChannelOptions } from './cli/services.ts'
import type { Config, SlackConfig } from './config.ts'
import type { Log } from './log.ts'

const slackChannel = async (
  { botToken, apiUrl, mode }: SlackConfig,
  { clock, timer }: ChannelOptions,
  log: Log,
): Promise<Channel> => {
  const { createSlack } = await import('../adapters/slack/slack.ts')
  const common = { botToken, ...(apiUrl === null ? {} : { apiUrl }), log, clock, timer }
  const slack = createSlack(
    mode.kind === 'socket' ? { ...common, appToken: mode.appToken } : { ...common, signingSecret: mode.signingSecret },
  )
  return { adapter: slack, path: slack.path, handler: slack.handler, check: slack.check }
}

/** The channels that the configuration names, each loaded only then. */
export const createChannels = async (config: Config, options: ChannelOptions, log: Log): Promise<Channel[]> =>
  Promise.all([...(config.slack === null ? [] : [slackChannel(config.slack, options, log)])])
