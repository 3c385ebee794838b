import { readFileSync } from 'node:fs'

/** Whether a process of that number runs on this machine, be it ours or not. */
export const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return statOf(pid)?.state !== 'Z'
}

/**
 * When a process started, in a form that only serves to compare: start of the machine and ticks since. It tells a
 * process from a later one of the same number. Null where the system has no /proc or the process is gone.
 */
export const startOf = (pid: number): string | null => {
  const started = statOf(pid)?.started
  return started === undefined ? null : `${bootId()}/${started}`
}

/** Of a killed process whose parent has not asked after it, an entry of state Z remains: it no longer runs. */
const statOf = (pid: number): { state: string; started: string } | null => {
  const text = readOrNull(`/proc/${pid}/stat`)
  if (text === null) return null
  // the second field is the name in brackets and may itself hold blanks and brackets; see proc(5)
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const [state, started] = [fields[0], fields[19]]
  return state === undefined || started === undefined ? null : { state, started }
}

const bootId = (): string => readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? ''

const readOrNull = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
