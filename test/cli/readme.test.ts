import { spawnSync } from 'node:child_process'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, jest, test } from '@jest/globals'

// a loaded machine starts processes slowly
jest.setTimeout(60_000)

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

test('what the README shows of the program is what it does', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/update-readme.mjs', '--check'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})
