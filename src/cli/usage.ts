import { CommanderError } from 'commander'
import { EXIT_DONE, EXIT_USAGE } from './failure.ts'

const quoted = (message: string): string => /'([^']*)'/.exec(message)?.[1] ?? ''

const SENTENCES: Readonly<Record<string, (what: string) => string>> = {
  'commander.unknownCommand': (what) => `没有“${what}”这个命令`,
  'commander.unknownOption': (what) => `没有“${what}”这个选项`,
  'commander.missingArgument': (what) => `缺少参数：${what}`,
  'commander.optionMissingArgument': (what) => `选项 ${what} 后面要跟一个值`,
  'commander.excessArguments': () => '参数多了',
  'commander.invalidArgument': (what) => `“${what}”不在可选的值之内`,
  'commander.conflictingOption': () => '这几个选项不能同时使用',
}

/**
 * What commander's end of parsing means: help and version end with 0, wrong usage with 2 and one Chinese line.
 * `null` where the error is none of commander's.
 */
export const describeUsage = (error: unknown, command: string): { status: number; line: string | null } | null => {
  if (!(error instanceof CommanderError)) return null
  if (error.exitCode === 0) return { status: EXIT_DONE, line: null }
  // no command at all: the usage has been shown
  if (error.code === 'commander.help') return { status: EXIT_USAGE, line: null }
  const sentence = SENTENCES[error.code]?.(quoted(error.message)) ?? '用法有误'
  return { status: EXIT_USAGE, line: `${sentence}；用法见 ${command} --help` }
}
