import { chmod, mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const NAME = 'duban'
const SUFFIX = '.memory-card.json'

/** The name by which Wechaty keeps the session; it adds the suffix itself. */
export const sessionName = (folder: string): string => join(folder, NAME)

export const sessionFile = (folder: string): string => `${sessionName(folder)}${SUFFIX}`

/**
 * Makes the folder and the file of the session, readable by nobody else: whoever has the file is logged in as the bot.
 * Wechaty writes it with the permissions it finds.
 * @returns whether a session was kept in it
 */
export const prepareSession = async (folder: string): Promise<boolean> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const file = sessionFile(folder)
  await writeFile(file, '{}', { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await chmod(file, 0o600)
  return (await stat(file)).size > '{}'.length
}
