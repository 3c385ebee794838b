import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type LightRule, USUAL_LIGHTS } from './domain/index.ts'
import { DubanError } from './errors.ts'

const require = createRequire(import.meta.url)

/** pino's levels, least talkative last but `silent`. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** What the environment says, read once at the start. */
export interface Config {
  /** Data folder, as given; relative to the current directory. */
  dataDir: string
  /** First administrators, `channel:id` as the channel writes the id. */
  admins: string[]
  /** The bot's name in groups, without @. */
  botName: string
  logLevel: LogLevel
  /** Where `serve` listens; port 0 takes a free one. */
  host: string
  port: number
  slack: SlackConfig | null
  wechat: WechatConfig | null
  /** From which days on lights change. */
  lights: LightRule
  /** How the user calls the program, for sentences that name a command. */
  command: string
}

export interface SlackConfig {
  botToken: string
  /** Base address of the Web API where it is not Slack's own. */
  apiUrl: string | null
  /** Socket Mode needs no address that Slack can reach; HTTP needs one. */
  mode: { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string }
}

export interface WechatConfig {
  /** Name of the puppet package. */
  puppet: string
  /** Rooms that are answered in, by topic or id. */
  rooms: string[]
}

/** A key of the environment that cannot be used, and what to write instead, in Chinese. */
export interface ConfigProblem {
  key: string
  message: string
}

type Environment = Readonly<Record<string, string | undefined>>

const ADMIN = /^[a-z][a-z0-9-]*:\S+$/

const listOf = (value: string): string[] =>
  value
    .split(/[,，]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')

const readAdmins = (value: string, problems: ConfigProblem[]): string[] => {
  const admins = listOf(value)
  const wrong = admins.filter((entry) => !ADMIN.test(entry))
  if (wrong.length > 0)
    problems.push({
      key: 'DUBAN_ADMINS',
      message: `DUBAN_ADMINS 中的“${wrong[0]}”不是“渠道:用户号”的形式，请写成如 slack:U123,wechat:wxid_abc，多人用逗号隔开`,
    })
  return admins.filter((entry) => ADMIN.test(entry))
}

const readLevel = (value: string, problems: ConfigProblem[]): LogLevel => {
  const level = LOG_LEVELS.find((name) => name === value.trim().toLowerCase())
  if (level === undefined)
    problems.push({ key: 'LOG_LEVEL', message: `LOG_LEVEL 的值“${value}”无效，请写成 ${LOG_LEVELS.join('、')} 之一` })
  return level ?? 'info'
}

const HIGHEST_PORT = 65_535

const readPort = (value: string, problems: ConfigProblem[]): number => {
  const port = Number(value)
  if (/^\d+$/.test(value) && port <= HIGHEST_PORT) return port
  problems.push({ key: 'PORT', message: `PORT 的值“${value}”不是端口号，请写 0 至 ${HIGHEST_PORT} 的整数，如 3000` })
  return 3000
}

type Given = (key: string) => string | null

const MOST_LIGHT_DAYS = 60

const readDays = (given: Given, key: string, [least, usual]: [number, number], problems: ConfigProblem[]): number => {
  const value = given(key)
  if (value === null) return usual
  const days = Number(value)
  if (/^\d+$/.test(value) && days >= least && days <= MOST_LIGHT_DAYS) return days
  problems.push({
    key,
    message: `${key} 的值“${value}”不是天数，请写 ${least} 至 ${MOST_LIGHT_DAYS} 的整数，如 ${usual}`,
  })
  return usual
}

const readSlack = (given: Given, problems: ConfigProblem[]): SlackConfig | null => {
  const [botToken, appToken, signingSecret] = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'].map(given)
  if (!botToken && !appToken && !signingSecret) return null
  if (!botToken) {
    const key = appToken ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET'
    problems.push({
      key: 'SLACK_BOT_TOKEN',
      message: `有 ${key} 而没有 SLACK_BOT_TOKEN，请写应用的 Bot User OAuth Token（xoxb- 开头）`,
    })
    return null
  }
  const apiUrl = given('SLACK_API_URL')
  if (apiUrl !== null && !/^https?:\/\/\S+$/.test(apiUrl))
    problems.push({
      key: 'SLACK_API_URL',
      message: `SLACK_API_URL 的值“${apiUrl}”不是网址，请写成如 https://slack.com/api/`,
    })
  if (appToken) return { botToken, apiUrl, mode: { kind: 'socket', appToken } }
  if (signingSecret) return { botToken, apiUrl, mode: { kind: 'http', signingSecret } }
  problems.push({
    key: 'SLACK_APP_TOKEN',
    message:
      '有 SLACK_BOT_TOKEN，还缺一项：用 Socket Mode 写 SLACK_APP_TOKEN（xapp- 开头），用 HTTP 写 SLACK_SIGNING_SECRET',
  })
  return null
}

const PACKAGE = /^(?:@[a-z0-9._-]+\/)?[a-z0-9][a-z0-9._-]*$/

const readWechat = (given: Given, problems: ConfigProblem[]): WechatConfig | null => {
  const puppet = given('WECHATY_PUPPET')
  if (puppet === null) return null
  if (!PACKAGE.test(puppet))
    problems.push({
      key: 'WECHATY_PUPPET',
      message: `WECHATY_PUPPET 的值“${puppet}”不是包名，请写成如 wechaty-puppet-service`,
    })
  return { puppet, rooms: listOf(given('DUBAN_ROOMS') ?? '') }
}

const DEFAULT_FILE = '.env'

/**
 * The environment with the keys of a configuration file below it: what the environment says holds. The file is the one
 * that `DUBAN_CONFIG` names, else `.env` in the current folder, where there is one.
 */
export const withConfigFile = (env: Environment): { env: Environment; problems: ConfigProblem[] } => {
  const named = env.DUBAN_CONFIG?.trim()
  const path = named || DEFAULT_FILE
  if (!named && !existsSync(path)) return { env, problems: [] }
  try {
    const { parse } = require('dotenv') as typeof import('dotenv')
    return { env: { ...parse(readFileSync(path)), ...env }, problems: [] }
  } catch {
    const message = `配置文件“${path}”读不出来，请检查 DUBAN_CONFIG 写的路径和文件权限`
    return { env, problems: [{ key: 'DUBAN_CONFIG', message }] }
  }
}

/** Reads and checks the configuration; never throws, so that `doctor` can name every problem at once. */
export const readConfig = (env: Environment): { config: Config; problems: ConfigProblem[] } => {
  const problems: ConfigProblem[] = []
  const given: Given = (key) => env[key]?.trim() || null
  const config: Config = {
    dataDir: given('DUBAN_DATA') ?? 'data',
    admins: readAdmins(given('DUBAN_ADMINS') ?? '', problems),
    botName: (given('DUBAN_NAME') ?? '督办助手').replace(/^[@＠]/, ''),
    logLevel: readLevel(given('LOG_LEVEL') ?? 'info', problems),
    host: given('HOST') ?? '127.0.0.1',
    port: readPort(given('PORT') ?? '3000', problems),
    slack: readSlack(given, problems),
    wechat: readWechat(given, problems),
    lights: {
      yellowDays: readDays(given, 'DUBAN_YELLOW_DAYS', [0, USUAL_LIGHTS.yellowDays], problems),
      redDays: readDays(given, 'DUBAN_RED_DAYS', [1, USUAL_LIGHTS.redDays], problems),
    },
    command: env.npm_lifecycle_event ? 'npm run --silent duban --' : 'duban',
  }
  return { config, problems }
}

/** @throws DubanError `usage` that names the first key that is wrong. */
export const requireSound = (problems: readonly ConfigProblem[]): void => {
  const first = problems[0]
  if (first) throw new DubanError('usage', `环境变量有误：${first.message}`)
}

/** Environment of this process; the one place that reads it. */
export const processEnvironment = (): Environment => process.env
