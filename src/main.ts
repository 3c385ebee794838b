#!/usr/bin/env node
import { randomUUID } from 'node:crypto'
import { accessSync, constants, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeFailure } from './cli/failure.ts'
import type { Services } from './cli/services.ts'
import { runCli } from './cli.ts'
import { processEnvironment, readConfig, withConfigFile } from './config.ts'
import { packageRoot } from './data.ts'
import { useLights } from './domain/index.ts'
import { createLog } from './log.ts'

// The start of the process: the real clock, streams, signals and the concrete parts, each loaded when it is first
// needed. Everything else takes them as arguments.

const interruption = new AbortController()
const onInterrupt = (): AbortSignal => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    if (process.listenerCount(signal) === 0) process.on(signal, () => interruption.abort())
  return interruption.signal
}

// may come after the command has ended: writing to a pipe does not wait
let failed: number | null = null
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // a reader that has gone away (`duban export | head`) is no failure; a full disk is, told once
  if (error.code !== 'EPIPE' && failed === null) {
    const { status, line } = describeFailure(error)
    failed = status
    process.exitCode = status
    process.stderr.write(`${line}\n`)
  }
  interruption.abort()
})
// nobody is left to be told
process.stderr.on('error', () => {})

const clock = (): Date => new Date()
const { env, problems: fileProblems } = withConfigFile(processEnvironment())
const { config, problems } = readConfig(env)
problems.unshift(...fileProblems)
useLights(config.lights)
const log = createLog(config.logLevel, (line) => process.stderr.write(line), clock)

const readLedgers: Services['readLedgers'] = async (files, onReading) => {
  const [{ readLedgers: read }, { convertWithOffice }] = await Promise.all([
    import('./importing/worker/read-ledgers.ts'),
    import('./importing/readers/office.ts'),
  ])
  return read(files, { convert: convertWithOffice, ...(onReading ? { onReading } : {}) })
}

const services: Services = {
  config,
  configProblems: problems,
  version: JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')).version,
  streams: { input: process.stdin, output: process.stdout, errors: process.stderr },
  log,
  clock,
  newId: randomUUID,
  timer: {
    after: (ms, run) => {
      const timeout = setTimeout(run, ms)
      return () => clearTimeout(timeout)
    },
  },
  everyMinute: async (run) => (await import('./reminding/ticker.ts')).everyMinute(run),
  endWithin: (ms) => {
    setTimeout(() => process.exit(), ms).unref()
  },
  random: Math.random,
  onUnexpected: (report) => {
    process.on('unhandledRejection', report)
    process.on('uncaughtException', report)
  },
  isWritable: (dir) => {
    try {
      accessSync(dir, constants.W_OK)
      return true
    } catch {
      return false
    }
  },
  createChannels: async (options) =>
    (await import('./channels.ts')).createChannels(config, options, {
      log,
      random: services.random,
      show: (text) => process.stderr.write(text),
      environment: env,
    }),
  onInterrupt,
  samplesDir: join(packageRoot(), 'data', 'samples'),
  readLedgers,
  openStore: async (dir, now) =>
    (await import('./store/index.ts')).openStore({
      dir,
      now,
      warn: (error) => log.warn('no backup could be made', { error }),
    }),
  readStore: async (dir) => (await import('./store/read-only-store.ts')).openStoreReadOnly({ dir }),
  inspectStore: async (dir) => (await import('./store/index.ts')).inspectStore(dir),
  listBackups: async (dir) => (await import('./store/index.ts')).listBackups(dir),
  restore: async (dir, name, now) => (await import('./store/index.ts')).restore({ dir, name, now }),
  loadSegmenter: async () => (await import('./text/load-segmenter.ts')).openSegmenter(),
  assemble: async (store, { attachmentsIn, ...listeners } = {}) =>
    (await import('./assemble.ts')).assemble(store, {
      ...listeners,
      ...(attachmentsIn === undefined
        ? {}
        : {
            attachments: (await import('./store/attachments.ts')).openAttachments(attachmentsIn, { newId: randomUUID }),
          }),
      admins: config.admins,
      readLedgers,
      onError: (error) => log.error('a message could not be answered', { error }),
    }),
  createTerminal: async ({ streams: { input, output }, ...rest }) =>
    (await import('../adapters/terminal/terminal.ts')).createTerminal({ input, output, ...rest }),
}

const status = await runCli(process.argv.slice(2), services)
process.exitCode = failed ?? status
