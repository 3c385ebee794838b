import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')
const STATIC_IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^']*?from\s+)?'([^']+)'/gm

/** Everything that loading some files loads at once: files of ours from the root, and packages. */
const loadedWith = (entries: readonly string[]): Set<string> => {
  const loaded = new Set<string>()
  const ahead = [...entries]
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    if (loaded.has(path)) continue
    loaded.add(path)
    if (!existsSync(join(root, path))) continue
    for (const [, specifier = ''] of readFileSync(join(root, path), 'utf8').matchAll(STATIC_IMPORT))
      ahead.push(specifier.startsWith('.') ? relative(root, join(root, dirname(path), specifier)) : specifier)
  }
  return loaded
}

const ASK = ['src/main.ts', 'src/cli/ask.ts', 'src/store/read-only-store.ts', 'src/assemble.ts']

test('a question loads neither the readers of documents nor the channels nor what writes', () => {
  const loaded = [...loadedWith(ASK)]
  expect(loaded).toContain('src/matching/read-question.ts')
  expect(loaded.filter((path) => /^(?:src\/(?:importing|delivery|serving)|adapters)\//.test(path))).toEqual([])
  expect(loaded).not.toContain('src/store/lowdb-store.ts')
})

test('packages that are large are loaded when they are first needed', () => {
  const packages = [...loadedWith(ASK)].filter((name) => !name.endsWith('.ts') && !name.startsWith('node:'))
  expect(packages.toSorted()).toEqual(['@date-fns/tz/date/mini', 'commander', 'date-fns/formatISO', 'lowdb'])
})

test('the times of `when` need nothing of ledgers', () => {
  const loaded = [...loadedWith(['src/main.ts', 'src/cli/when.ts'])]
  expect(loaded.filter((path) => /^(?:src\/(?:matching|units|dialogue|importing|store)|intents)\//.test(path))).toEqual(
    [],
  )
})
