import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { createProgram } from '../src/cli.ts'
import { testServices } from './helpers/services.ts'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

interface Source {
  /** From the root of the project, with slashes. */
  path: string
  area: string
  text: string
  imports: string[]
}

const IMPORT = /(?:\bfrom\s+|\bimport\s*\(\s*|\brequire(?:\.resolve)?\s*\(\s*|^import\s+)['"]([^'"]+)['"]/gm

/** The folder below src, or the file's own name where it stands in src itself. */
const areaOf = (path: string): string => {
  const [top = '', second = ''] = path.split('/')
  if (top !== 'src') return top
  return second.replace(/\.ts$/, '')
}

const readSources = (folder: string): Source[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const path = `${folder}/${name}`
      const text = readFileSync(join(root, path), 'utf8')
      return { path, area: areaOf(path), text, imports: [...text.matchAll(IMPORT)].map((match) => match[1] as string) }
    })

const sources = ['src', 'adapters', 'intents'].flatMap(readSources)

const isRelative = (specifier: string): boolean => specifier.startsWith('.')
const targetOf = (source: Source, specifier: string): string =>
  relative(root, resolve(root, dirname(source.path), specifier))
    .split('\\')
    .join('/')

const PORTS = ['adapter', 'intent', 'reply']
const LEAVES = ['errors', 'data', 'domain']
const READING = ['text', 'dates', 'units']

// Which areas each area may import, beside itself; from the ground up. `store` is the port alone, see below.
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  errors: [],
  data: [],
  display: [],
  config: ['errors', 'domain'],
  log: ['config', 'domain'],
  timer: [],
  store: [...LEAVES],
  text: [...LEAVES],
  dates: [...LEAVES, 'text'],
  units: [...LEAVES, 'text'],
  importing: [...LEAVES, ...READING, 'store'],
  exporting: [...LEAVES, 'store', 'display'],
  reply: ['domain'],
  adapter: ['reply'],
  adapters: ['adapter', 'reply', 'display', 'errors'],
  matching: [...LEAVES, ...READING, 'store'],
  notebook: [...LEAVES, 'text', 'store'],
  invitations: ['store'],
  dialogue: [...LEAVES, ...READING, 'matching', 'replies', 'reply'],
  people: ['domain', 'dates', 'units'],
  reports: [...LEAVES, ...READING, 'matching', 'store'],
  // a task that an edit puts into other hands is told of like one that a report does
  editing: [...LEAVES, 'dates', 'text', 'matching', 'dialogue', 'replies', 'reports', 'reporting', 'intent', 'reply'],
  reporting: [...LEAVES, 'text', 'matching', 'dialogue', 'replies', 'reports', 'intent', 'reply'],
  reminders: [...LEAVES, 'dates', 'matching', 'replies', 'reply', 'store'],
  reminding: [...LEAVES, 'reminders', 'delivery', 'adapter', 'reply', 'log', 'store'],
  replies: [...LEAVES, ...READING, 'matching', 'dialogue', 'reports', 'intent', 'reply'],
  intent: [
    'invitations',
    'domain',
    'access',
    'editing',
    'reminders',
    'import-desk',
    'reports',
    'people',
    'adapter',
    'matching',
    'dialogue',
    'notebook',
    'reply',
    'store',
  ],
  access: ['adapter', 'domain', 'intent', 'matching'],
  clearance: ['adapter', 'domain', 'store'],
  brought: ['adapter', 'uploads'],
  attaching: ['adapter', 'domain', 'reports', 'uploads'],
  noting: ['domain', 'adapter', 'reply', 'store'],
  'file-desk': [
    'domain',
    'access',
    'adapter',
    'answering',
    'attaching',
    'brought',
    'dialogue',
    'import-desk',
    'replies',
    'reply',
  ],
  uploads: [...LEAVES, 'adapter', 'brought', 'importing', 'replies', 'store'],
  'import-desk': ['domain', 'brought', 'importing', 'uploads', 'store'],
  serving: ['adapter', 'errors', 'log', 'timer', 'delivery', 'reminding'],
  channels: ['adapters', 'adapter', 'cli', 'config', 'log', 'errors', 'replies'],
  delivery: ['adapter', 'domain', 'bot', 'log', 'reply', 'store', 'timer'],
  intents: [
    ...LEAVES,
    // the table of roles, told to whom it is about
    'access',
    'exporting',
    'dates',
    'matching',
    'dialogue',
    'notebook',
    'replies',
    'reports',
    'reporting',
    'editing',
    'reminders',
    'people',
    'intent',
    'reply',
  ],
  'match-intent': ['domain', 'matching', 'dialogue', 'intent'],
  answering: [
    'invitations',
    ...LEAVES,
    'access',
    'text',
    'matching',
    'dialogue',
    'editing',
    'replies',
    'match-intent',
    'reminders',
    'reports',
    'people',
    ...PORTS,
    'store',
  ],
  bot: [
    'invitations',
    ...LEAVES,
    'text',
    'matching',
    'dialogue',
    'notebook',
    'replies',
    'match-intent',
    'answering',
    'attaching',
    'people',
    'reminders',
    'reports',
    'access',
    'clearance',
    'import-desk',
    'uploads',
    'brought',
    'file-desk',
    'noting',
    ...PORTS,
    'store',
  ],
  cli: [
    'invitations',
    ...LEAVES,
    'editing',
    'text',
    'dates',
    'importing',
    'exporting',
    'replies',
    'reports',
    'reminders',
    'reminding',
    'notebook',
    ...PORTS,
    'access',
    'bot',
    'config',
    'delivery',
    'serving',
    'timer',
    'log',
    'display',
    'store',
  ],
  assemble: [
    'invitations',
    ...LEAVES,
    'text',
    'access',
    'attaching',
    'bot',
    'intents',
    'reminders',
    'store',
    'uploads',
  ],
}

// The start of the program: the only place that may import everything.
const START = ['main']

// A library that may be named in one area only. Libraries not listed here may still stand in one area only.
const HOMES: Readonly<Record<string, string>> = {
  lowdb: 'store',
  'fuse.js': 'units',
  'pinyin-pro': 'units',
  nodejieba: 'text',
  '@node-rs/jieba': 'text',
  'opencc-js': 'text',
  'lunar-typescript': 'dates',
  commander: 'cli',
  croner: 'reminding',
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

const packages = sources.flatMap((source) =>
  source.imports
    .filter((specifier) => !isRelative(specifier) && !specifier.startsWith('node:'))
    .map((specifier) => ({ name: packageOf(specifier), area: source.area, path: source.path })),
)

describe('who may import whom', () => {
  test('every area is known', () => {
    const unknown = sources.filter(({ area }) => !(area in MAY_IMPORT) && !START.includes(area))
    expect(unknown.map(({ path }) => path)).toEqual([])
  })

  test('areas import downwards only', () => {
    const wrong = sources
      .filter(({ area }) => area in MAY_IMPORT)
      .flatMap((source) =>
        source.imports
          .filter(isRelative)
          .map((specifier) => areaOf(targetOf(source, specifier)))
          .filter((area) => area !== source.area && !MAY_IMPORT[source.area]?.includes(area))
          .map((area) => `${source.path} imports ${area}`),
      )
    expect(wrong).toEqual([])
  })

  test('no adapter knows another', () => {
    const folderOf = (path: string): string => path.split('/')[1] ?? ''
    const wrong = sources
      .filter(({ area }) => area === 'adapters')
      .flatMap((source) =>
        source.imports.filter(isRelative).map((specifier) => ({ source, target: targetOf(source, specifier) })),
      )
      .filter(({ source, target }) => target.startsWith('adapters/') && folderOf(target) !== folderOf(source.path))
    expect(wrong.map(({ source }) => source.path)).toEqual([])
  })

  test('a concrete store is known to the start alone; others take the port, or types', () => {
    const wrong = sources
      .filter(({ area }) => area !== 'store' && !START.includes(area))
      .flatMap(({ path, text }) =>
        [
          ...text.matchAll(/^import\s+(?!type\b)[^']*?from\s+'[^']*\/store\/[^']*'|import\('[^']*\/store\/[^']*'\)/gm),
        ].map(([statement]) => `${path}: ${statement}`),
      )
    expect(wrong).toEqual([])
  })
})

/** Files that reach themselves by imports that remain after compiling. */
const filesInCycles = (): string[] => {
  const needs = new Map(
    sources.map((source) => [
      source.path,
      [...source.text.matchAll(/^(?:import|export)\s+(?!type\b)[^']*?from\s+'(\.[^']*)'/gm)].map((match) =>
        targetOf(source, match[1] as string),
      ),
    ]),
  )
  const reaches = (from: string): Set<string> => {
    const reached = new Set<string>()
    const ahead = [...(needs.get(from) ?? [])]
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      if (reached.has(next)) continue
      reached.add(next)
      ahead.push(...(needs.get(next) ?? []))
    }
    return reached
  }
  return [...needs.keys()].filter((path) => reaches(path).has(path))
}

test('no file needs itself by way of others', () => expect(filesInCycles()).toEqual([]))

describe('libraries', () => {
  test('each stands in one area', () => {
    const wrong = packages.filter(({ name, area }) => {
      const home = HOMES[name] ?? packages.find((other) => other.name === name)?.area
      return area !== home
    })
    expect(wrong).toEqual([])
  })

  test('each that is used is a dependency, and the other way round', () => {
    const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const used = new Set(packages.map(({ name }) => name))
    const known = new Set([...Object.keys(dependencies), ...Object.keys(optionalDependencies)])
    expect([...used].filter((name) => !known.has(name))).toEqual([])
    expect(Object.keys(dependencies).filter((name) => !used.has(name))).toEqual([])
  })
})

describe('house rules', () => {
  const having = (pattern: RegExp, but: readonly string[] = []): string[] =>
    sources.filter(({ path, text }) => pattern.test(text) && !but.includes(path)).map(({ path }) => path)

  test('no file is longer than 300 lines', () => {
    expect(sources.filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path)).toEqual([])
  })

  test('no default exports', () => expect(having(/^export default\b|\bas default\b/m)).toEqual([]))

  test('config.ts alone reads the environment', () => {
    expect(having(/\bprocess\.env\b/, ['src/config.ts'])).toEqual([])
  })

  test('the clock is an argument: only main.ts asks what time it is', () => {
    expect(having(/\bnew Date\(\s*\)|\bDate\.now\b/, ['src/main.ts'])).toEqual([])
  })

  test('file names are kebab-case', () => {
    expect(sources.filter(({ path }) => !/^[a-z0-9/.-]+$/.test(path)).map(({ path }) => path)).toEqual([])
  })
})

test("README's table of commands names the commands there are", () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const rows = [...readme.matchAll(/^\| `duban ([a-z]+)[^|]*\|/gm)].map((match) => match[1])
  const commands = createProgram(testServices()).commands.map((command) => command.name())
  expect(rows.sort()).toEqual(commands.sort())
})
