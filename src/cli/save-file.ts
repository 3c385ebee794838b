import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReplyFile } from '../reply.ts'

/** Below the data folder. */
const FOLDER = 'exports'

/** A name that no file of the folder has yet: 清单.xlsx, 清单(2).xlsx … */
const freePath = (folder: string, name: string): string => {
  const safe = name.replace(/[\\/:*?"<>|]|\p{C}/gu, '')
  const dot = safe.lastIndexOf('.')
  for (let n = 1; ; n++) {
    const path = join(folder, n === 1 ? safe : `${safe.slice(0, dot)}(${n})${safe.slice(dot)}`)
    if (!existsSync(path)) return path
  }
}

/** Keeps files that come with answers at the terminal in the data folder, for its owner alone; returns the path. */
export const savingIn =
  (dataDir: string) =>
  ({ name, content }: ReplyFile): string => {
    const folder = join(dataDir, FOLDER)
    mkdirSync(folder, { recursive: true })
    const path = freePath(folder, name)
    writeFileSync(path, Buffer.from(content, 'base64'), { mode: 0o600 })
    return path
  }
