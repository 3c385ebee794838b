import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

let root: string | undefined

/** The folder that holds package.json, whether the program runs from the sources or built. */
export const packageRoot = (): string => {
  if (root === undefined) {
    let folder = dirname(fileURLToPath(import.meta.url))
    while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
    root = folder
  }
  return root
}

const once = <T>(read: () => T): (() => T) => {
  let value: { read: T } | undefined
  return () => {
    value ??= { read: read() }
    return value.read
  }
}

/** A shipped `data/*.json`, read and parsed when it is first asked for. */
export const dataFile = <T>(name: string): (() => T) =>
  once(() => JSON.parse(readFileSync(join(packageRoot(), 'data', name), 'utf8')) as T)

/** The entries of a shipped word list: one a line, `#` begins a comment. */
export const wordList = (name: string): (() => string[]) =>
  once(() =>
    readFileSync(join(packageRoot(), 'data', name), 'utf8')
      .split('\n')
      .map((line) => line.replace(/#.*/, '').trim())
      .filter((word) => word !== ''),
  )
