import { DubanError } from './errors.ts'

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
  /** How the user calls the program, for sentences that name a command. */
  command: string
}

/** A key of the environment that cannot be used, and what to write instead, in Chinese. */
export interface ConfigProblem {
  key: string
  message: string
}

type Environment = Readonly<Record<string, string | undefined>>

const ADMIN = /^[a-z][a-z0-9-]*:\S+$/

const readAdmins = (value: string, problems: ConfigProblem[]): string[] => {
  const admins = value
    .split(/[,，]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
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

/** Reads and checks the configuration; never throws, so that `doctor` can name every problem at once. */
export const readConfig = (env: Environment): { config: Config; problems: ConfigProblem[] } => {
  const problems: ConfigProblem[] = []
  const given = (key: string): string | null => env[key]?.trim() || null
  const config: Config = {
    dataDir: given('DUBAN_DATA') ?? 'data',
    admins: readAdmins(given('DUBAN_ADMINS') ?? '', problems),
    botName: (given('DUBAN_NAME') ?? '督办助手').replace(/^[@＠]/, ''),
    logLevel: readLevel(given('LOG_LEVEL') ?? 'info', problems),
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
