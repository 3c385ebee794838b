import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a fresh process costs until it is ready. */
export interface Loading {
  what: string
  /** From the start of the process's own code until ready, milliseconds. */
  milliseconds: number
  /** Resident memory when ready, megabytes. */
  megabytes: number
}

const MEASURED = fileURLToPath(new URL('./child.js', import.meta.url))

/**
 * Runs a process that loads one thing and says what it cost: nothing, the segmenter alone, or Duban until it has
 * answered a question about a unit or a topic.
 * @param dir the data folder that Duban reads.
 */
export const measureLoading = (what: 'node' | 'nodejieba' | 'unit' | 'topic', dir = ''): Loading => {
  const said = execFileSync(process.execPath, [MEASURED, what, dir], { encoding: 'utf8' })
  return { what, ...(JSON.parse(said) as Omit<Loading, 'what'>) }
}
