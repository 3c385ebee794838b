// The built program as a black box.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** The file that `bin.duban` names. */
export const PROGRAM = path.join(ROOT, JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')).bin.duban)

/** Runs one command of the program to its end. */
export const duban = (args, input = '') => {
  const run = spawnSync(process.execPath, [PROGRAM, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 600_000,
  })
  return { code: run.status, out: run.stdout ?? '', complaint: (run.stderr ?? '').trim().split('\n').pop() ?? '' }
}

/** One JSON value a line; `null` for a line that is not JSON. */
export const jsonLines = (text) =>
  text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      try {
        return JSON.parse(line)
      } catch {
        return null
      }
    })

/** Hands a new data folder to `use` and removes it afterwards. */
export const withDataFolder = (use) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'duban-eval-'))
  try {
    return use(folder)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
