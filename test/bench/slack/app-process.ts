import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** An app that answers Slack, in a process of its own. */
export interface AppProcess {
  address: string
  /** Processor time that it has taken so far; NaN where the system does not tell. */
  cpuSeconds(): number
  stop(): Promise<void>
}

/** As Linux counts them in /proc. */
const TICKS_A_SECOND = 100

const cpuOf = ({ pid }: ChildProcess): number => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
  } catch {
    return Number.NaN
  }
}

/** Starts it, and waits for the line that names its address. */
export const startApp = async (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  addressIn: (line: string) => string | undefined,
): Promise<AppProcess> => {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  const address = await new Promise<string>((resolve, reject) => {
    const read = (stream: Readable): void => {
      createInterface({ input: stream }).on('line', (line) => {
        const found = addressIn(line)
        if (found !== undefined) resolve(found)
        else if (lines.length < 20) lines.push(line)
      })
    }
    read(child.stdout)
    read(child.stderr)
    child.once('close', () => reject(new Error(`it did not start: ${lines.join('\n')}`)))
  })
  return {
    address,
    cpuSeconds: () => cpuOf(child),
    stop: async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'close')
    },
  }
}
