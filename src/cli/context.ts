import type { Command } from 'commander'
import { requireSound } from '../config.ts'
import { DubanError } from '../errors.ts'
import { parseInstant } from './instant.ts'
import type { Clock, Services } from './services.ts'

/** The options that every command takes. */
export interface GlobalOptions {
  data?: string
  now?: string
  json?: boolean
}

/** What one run of a command works with. */
export interface Context {
  services: Services
  dataDir: string
  /** The real clock, or the one that `--now` froze. */
  clock: Clock
  json: boolean
  /** Writes to standard output as is. */
  print: (text: string) => void
}

/** @throws DubanError `usage` where `--now` is no time. */
export const clockOf = (now: string | undefined, real: Clock): Clock => {
  if (now === undefined) return real
  const instant = parseInstant(now)
  if (instant === null) throw new DubanError('usage', `--now 的值“${now}”不是时间，请写成如 2020-01-05T09:00:00+08:00`)
  return () => new Date(instant)
}

/** Global options stand before or after the command. `doctor` alone takes a configuration that is wrong. */
export const contextOf = (command: Command, services: Services, { lenient = false } = {}): Context => {
  const options = command.optsWithGlobals<GlobalOptions>()
  if (!lenient) requireSound(services.configProblems)
  if (options.data?.trim() === '') throw new DubanError('usage', '--data 后面要写文件夹，如 --data data')
  return {
    services,
    dataDir: options.data ?? services.config.dataDir,
    clock: clockOf(options.now, services.clock),
    json: options.json ?? false,
    print: (text) => {
      services.streams.output.write(text)
    },
  }
}
