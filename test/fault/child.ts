import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A real process that runs one of the sources beside this file. */
export interface Child {
  readonly process: ChildProcess
  /** Its standard output, a line at a time; ends when the process does. */
  readonly lines: AsyncIterable<string>
  /** Its standard error so far. */
  errors(): string
  /** Waits until it has ended and all it wrote has been read. */
  ended(): Promise<void>
}

const HOOK = new URL('./typescript-hook.mjs', import.meta.url).href

/** Starts `script`, a name beside this file, in a process of its own. */
export const startChild = (script: string, ...args: string[]): Child => {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const { NODE_OPTIONS: _, ...env } = process.env
  const child = spawn(process.execPath, ['--import', HOOK, path, ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] })
  const closed = once(child, 'close')
  let errors = ''
  child.stderr.on('data', (data) => {
    errors += data
  })
  return {
    process: child,
    lines: createInterface({ input: child.stdout }),
    errors: () => errors,
    ended: async () => {
      await closed
    },
  }
}
