import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'

const made: string[] = []

/** A new empty folder on the real disk, removed after the tests of the file. */
export const dataFolder = async (): Promise<string> => {
  const dir = await mkdtemp(join(tmpdir(), 'duban-test-'))
  made.push(dir)
  return dir
}

afterAll(async () => {
  await Promise.all(made.splice(0).map((dir) => rm(dir, { recursive: true, force: true })))
})
