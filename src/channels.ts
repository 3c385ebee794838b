import { join } from 'node:path'
import type { Channel, ChannelOptions } from './cli/services.ts'
import type { Config, SlackConfig, WechatConfig } from './config.ts'
import type { Log } from './log.ts'
import { messageReportForm } from './replies/actions/forms.ts'

/** What of the process channels need. */
export interface ChannelServices {
  log: Log
  /** From 0 to 1. */
  random: () => number
  /** Takes what the operator is to see at the terminal, such as a code to scan. */
  show: (text: string) => void
  /** With the keys of a configuration file: a puppet's own are handed on. */
  environment: Readonly<Record<string, string | undefined>>
}

const slackChannel = async (
  { botToken, apiUrl, mode }: SlackConfig,
  { clock, timer }: ChannelOptions,
  { log }: ChannelServices,
): Promise<Channel> => {
  const { createSlack } = await import('../adapters/slack/slack.ts')
  const common = { botToken, ...(apiUrl === null ? {} : { apiUrl }), messageForm: messageReportForm, log, clock, timer }
  const slack = createSlack(
    mode.kind === 'socket' ? { ...common, appToken: mode.appToken } : { ...common, signingSecret: mode.signingSecret },
  )
  return {
    adapter: slack,
    path: slack.path,
    handler: slack.handler,
    isUp: () => slack.connected,
    lastInboundAt: () => slack.lastInboundAt?.toISOString() ?? null,
    check: slack.check,
  }
}

const wechatChannel = async (
  { puppet, rooms }: WechatConfig,
  botName: string,
  { dataDir, clock, timer, alarm, isOnRoster, redeem, befriended }: ChannelOptions,
  { log, random, show, environment }: ChannelServices,
): Promise<Channel> => {
  const { createWechat } = await import('../adapters/wechat/wechat.ts')
  const adapter = createWechat({
    puppet,
    keys: environment,
    folder: join(dataDir, 'wechat'),
    rooms,
    botName,
    mayBefriend: async ({ contactId, hello }) =>
      isOnRoster(`wechat:${contactId}`) || (await redeem(hello, `wechat:${contactId}`)),
    befriended: ({ senderId, name }) => befriended(`wechat:${senderId}`, name),
    alarm,
    show,
    log,
    clock,
    timer,
    random,
  })
  return {
    adapter,
    path: null,
    handler: null,
    isUp: () => adapter.state === 'logged-in',
    lastInboundAt: () => adapter.lastInboundAt,
    check: adapter.check,
  }
}

/** The channels that the configuration names, each loaded only then. */
export const createChannels = async (
  { slack, wechat, botName }: Config,
  options: ChannelOptions,
  services: ChannelServices,
): Promise<Channel[]> =>
  Promise.all([
    ...(slack === null ? [] : [slackChannel(slack, options, services)]),
    ...(wechat === null ? [] : [wechatChannel(wechat, botName, options, services)]),
  ])
