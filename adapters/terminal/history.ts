import { chmodSync, readFileSync, writeFileSync } from 'node:fs'

export const HISTORY_SIZE = 500

/** Lines typed before, newest first; none where the file cannot be read: history is a convenience. */
export const readHistory = (file: string): string[] => {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .reverse()
      .slice(0, HISTORY_SIZE)
  } catch {
    return []
  }
}

/** Keeps the lines, newest first as given, readable by nobody else: questions hold names and phones. */
export const writeHistory = (file: string, lines: readonly string[]): void => {
  try {
    const text = lines.slice(0, HISTORY_SIZE).toReversed().join('\n')
    writeFileSync(file, text === '' ? '' : `${text}\n`, { mode: 0o600 })
    chmodSync(file, 0o600)
  } catch {
    // a folder that cannot be written to must not end the conversation
  }
}
