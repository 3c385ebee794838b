import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'

/** Writes a file. One that is there already is replaced once the new one is complete; a device or a pipe is written to. */
export const writeWhole = (path: string, bytes: Uint8Array): void => {
  if (existsSync(path) && !statSync(path).isFile()) {
    writeFileSync(path, bytes)
    return
  }
  const draft = `${path}.part`
  try {
    writeFileSync(draft, bytes)
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    // people know the name they gave
    throw Object.assign(error as Error, { path })
  }
}
