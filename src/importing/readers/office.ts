import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FileContents } from './reader.ts'

const SECONDS = 60
/** As distributions call it. */
const PROGRAMS = ['soffice', 'libreoffice']

/** Runs a program until it ends or its time is up; false where it is not there or failed. */
const run = (program: string, args: readonly string[], cwd: string): Promise<boolean> =>
  new Promise((resolve) => {
    // a group of its own: what is started is only the starter of what does the work
    const child = spawn(program, args, { cwd, stdio: 'ignore', detached: true })
    const timeout = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    }, SECONDS * 1000)
    const end = (well: boolean): void => {
      clearTimeout(timeout)
      resolve(well)
    }
    child.on('error', () => end(false))
    child.on('close', (status) => end(status === 0))
  })

/**
 * A text document of any kind as .docx, by LibreOffice where it is installed, else null. It runs with a profile of its
 * own, without macros, in a folder that is removed afterwards with all that is in it.
 */
export const convertWithOffice = async ({ bytes }: FileContents): Promise<Uint8Array | null> => {
  const folder = await mkdtemp(join(tmpdir(), 'duban-convert-'))
  try {
    // under a name of ours: theirs may be an option
    const source = join(folder, 'document')
    await writeFile(source, bytes, { mode: 0o600 })
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const args = ['--headless', '--norestore', profile, '--convert-to', 'docx', '--outdir', join(folder, 'out'), source]
    for (const program of PROGRAMS)
      if (await run(program, args, folder))
        return await readFile(join(folder, 'out', 'document.docx')).catch(() => null)
    return null
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
