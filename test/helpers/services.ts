import { PassThrough } from 'node:stream'
import type { Services } from '../../src/cli/services.ts'
import { readConfig } from '../../src/config.ts'
import { readLedgerFile } from '../../src/importing/import-file.ts'
import { createLog } from '../../src/log.ts'
import { manualTimer } from './manual-timer.ts'

const missing = (name: string) => async (): Promise<never> => {
  throw new Error(`the test gave no ${name}`)
}

export interface TestServices extends Services {
  /** What has been written so far. */
  written: { output: () => string; errors: () => string }
}

const collect = (stream: PassThrough): (() => string) => {
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString()
}

/** Services of a process that is none: streams in memory, a fixed clock, and what the test hands in. */
export const testServices = (given: Partial<Services> = {}): TestServices => {
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()]
  const clock = () => new Date('2024-05-06T09:00:00+08:00')
  const { config, problems } = readConfig({})
  let ids = 0
  return {
    written: { output: collect(output), errors: collect(errors) },
    config,
    configProblems: problems,
    version: '0.0.0',
    streams: { input, output, errors },
    log: createLog('silent', () => {}, clock),
    clock,
    newId: () => `id-${++ids}`,
    timer: manualTimer(),
    everyMinute: async () => () => {},
    endWithin: () => {},
    random: () => 0,
    onUnexpected: () => {},
    isWritable: () => true,
    createChannels: async () => [],
    onInterrupt: () => new AbortController().signal,
    samplesDir: '',
    readLedgers: (files) => Promise.all(files.map((file) => readLedgerFile(file))),
    openStore: missing('openStore'),
    readStore: missing('readStore'),
    inspectStore: missing('inspectStore'),
    listBackups: missing('listBackups'),
    restore: missing('restore'),
    loadSegmenter: missing('loadSegmenter'),
    assemble: missing('assemble'),
    createTerminal: missing('createTerminal'),
    ...given,
  }
}
