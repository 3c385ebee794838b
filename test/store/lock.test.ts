import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { nodeFiles } from '../../src/store/files.ts'
import { lockHolder, takeLock } from '../../src/store/lock.ts'
import { isRunning, startOf } from '../../src/store/processes.ts'
import { type Child, startChild } from '../fault/child.ts'
import { seeded } from '../fault/random.ts'
import { openStore } from '../helpers/store.ts'
import { dataFolder } from './data-folder.ts'
import { addTask } from './samples.ts'
import { watchedFiles } from './watched-files.ts'

const hasProc = existsSync('/proc/self/stat')

const started: Child[] = []

afterAll(async () => {
  await Promise.all(started.map(kill))
})

/** A process that has asked for the store and its answer: `won`, or the sentence of the refusal. */
const holder = async (dir: string): Promise<{ child: Child; ask: () => Promise<string> }> => {
  const child = startChild('store-holder.ts', dir)
  started.push(child)
  const lines = child.lines[Symbol.asyncIterator]()
  const next = async () => (await lines.next()).value ?? child.errors()
  expect(await next()).toBe('ready')
  return {
    child,
    ask: () => {
      child.process.stdin?.write('go\n')
      return next()
    },
  }
}

const kill = async (child: Child): Promise<void> => {
  child.process.kill('SIGKILL')
  await child.ended()
}

const lockOf = (dir: string) => join(dir, 'duban.lock')

/** The content of a lock left by a process that has ended. */
const deadLock = async (): Promise<string> => {
  const child = spawn(process.execPath, ['--version'])
  await once(child, 'close')
  return JSON.stringify({ pid: child.pid, host: hostname(), started: null, id: `${child.pid}` })
}

test('a second process is refused at once, with the number of the first and what to do', async () => {
  const dir = await dataFolder()
  const first = await holder(dir)
  expect(await first.ask()).toBe('won')
  const refused = { code: 'store-locked', message: expect.stringContaining(`进程号 ${first.child.process.pid}`) }
  await expect(openStore({ dir })).rejects.toMatchObject(refused)
  await expect(openStore({ dir })).rejects.toThrow('请先停止该进程')
  expect((await lockHolder(lockOf(dir), nodeFiles))?.pid).toBe(first.child.process.pid)
  first.child.process.stdin?.end()
  await first.child.ended()
  expect(await lockHolder(lockOf(dir), nodeFiles)).toBeNull()
  await (await openStore({ dir })).close()
  expect((await readdir(dir)).filter((name) => name.startsWith('duban.lock'))).toEqual([])
})

test('the lock of a killed process is taken over at once, by exactly one of those that ask at the same time', async () => {
  const dir = await dataFolder()
  const asking = await Promise.all(Array.from({ length: 5 }, () => holder(dir)))
  let left = asking
  while (left.length > 1) {
    const answers = await Promise.all(left.map(({ ask }) => ask()))
    expect(answers.filter((answer) => answer === 'won')).toHaveLength(1)
    const winner = left[answers.indexOf('won')]
    for (const answer of answers) if (answer !== 'won') expect(answer).toContain(`进程号 ${winner?.child.process.pid}`)
    if (winner !== undefined) await kill(winner.child)
    left = left.filter((other) => other !== winner)
  }
  for (const { child } of left) await kill(child)
}, 30_000)

test('however the steps of those that ask interleave, exactly one takes a dead lock over', async () => {
  const dead = await deadLock()
  const dir = await dataFolder()
  const pick = seeded(3)
  for (let round = 0; round < 60; round++) {
    const path = join(dir, `${round}.lock`)
    await writeFile(path, dead)
    const asking = Array.from({ length: 4 }, async () => {
      const files = watchedFiles()
      const slowly =
        <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
        async (...args: A): Promise<R> => {
          for (let turns = pick(6); turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve))
          return work(...args)
        }
      const { read, link, rename, remove } = files
      const slow = { ...files, read: slowly(read), link: slowly(link), rename: slowly(rename), remove: slowly(remove) }
      return takeLock(path, slow)
    })
    const results = await Promise.allSettled(asking)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'store-locked' })
      else await result.value.release()
    }
  }
  expect(await readdir(dir)).toEqual([])
})

test.each([
  ['of a process that has ended', async () => deadLock()],
  ['cut off by a power cut', async () => '{"pid":'],
  ['that is empty', async () => ''],
])('a lock %s is taken over', async (_, content) => {
  const dir = await dataFolder()
  await writeFile(lockOf(dir), await content())
  const store = await openStore({ dir })
  expect(JSON.parse(await readFile(lockOf(dir), 'utf8'))).toMatchObject({ pid: process.pid })
  await store.close()
})

test('a takeover that was itself killed half way does not stand in the way', async () => {
  const dir = await dataFolder()
  const dead = await deadLock()
  await writeFile(lockOf(dir), dead)
  // the name that a successor's lock has shows when one is being taken
  const files = watchedFiles()
  const taken = await takeLock(lockOf(dir), files)
  const succession = files.calls.find(({ name, path }) => name === 'remove' && /\.lock\.[0-9a-f]{16}$/.test(path))?.path
  await taken.release()
  expect(succession).toBeDefined()
  await writeFile(lockOf(dir), dead)
  await writeFile(succession ?? '', await deadLock())
  await (await openStore({ dir })).close()
  expect((await readdir(dir)).filter((name) => name.startsWith('duban.lock'))).toEqual([])
})

;(hasProc ? test : test.skip)('a number that has gone to a later process does not count', async () => {
  const dir = await dataFolder()
  const lock = { pid: process.pid, host: hostname(), started: startOf(process.pid) }
  await writeFile(lockOf(dir), JSON.stringify(lock))
  await expect(openStore({ dir })).rejects.toMatchObject({ code: 'store-locked' })
  await writeFile(lockOf(dir), JSON.stringify({ ...lock, started: `${lock.started}0` }))
  await (await openStore({ dir })).close()
})

;(hasProc ? test : test.skip)('a killed process that its parent has not asked after no longer runs', async () => {
  const parent = spawn('sh', ['-c', 'sleep 600 & echo $!; exec sleep 600'], { stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    const pid = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)))
    expect(isRunning(pid)).toBe(true)
    // a shell would ask after it
    while (readFileSync(`/proc/${parent.pid}/comm`, 'utf8') !== 'sleep\n')
      await new Promise((resolve) => setImmediate(resolve))
    process.kill(pid, 'SIGKILL')
    while (isRunning(pid)) await new Promise((resolve) => setImmediate(resolve))
    expect(existsSync(`/proc/${pid}`)).toBe(true)
  } finally {
    parent.kill('SIGKILL')
    await once(parent, 'close')
  }
})

test("another machine's lock is respected, and the way out is named", async () => {
  const dir = await dataFolder()
  await writeFile(lockOf(dir), JSON.stringify({ pid: 1, host: '另一台主机', started: null }))
  await expect(openStore({ dir })).rejects.toMatchObject({
    code: 'store-locked',
    message: expect.stringMatching(/主机 另一台主机 .*删除 .*duban\.lock/),
  })
})

test('a writer whose lock was removed by hand does not take the next one away', async () => {
  const dir = await dataFolder()
  const store = await openStore({ dir })
  await writeFile(lockOf(dir), 'another')
  await store.close()
  expect(await readFile(lockOf(dir), 'utf8')).toBe('another')
})

test('while a process writes without a pause, readers see whole states, each at least as new as the one before', async () => {
  const dir = await dataFolder()
  const { openStoreReadOnly } = await import('../../src/store/read-only-store.ts')
  await (await openStore({ dir })).close()
  const writer = startChild('store-writer.ts', dir)
  try {
    let seen = 0
    let views = 0
    for await (const _ of writer.lines) {
      const view = await openStoreReadOnly({ dir })
      const { ledgers, tasks } = view.snapshot()
      expect(tasks).toHaveLength(ledgers.length)
      expect(ledgers.length).toBeGreaterThanOrEqual(seen)
      seen = ledgers.length
      if (++views === 60) break
    }
    expect(seen).toBeGreaterThan(1)
    await expect(openStore({ dir })).rejects.toMatchObject({ code: 'store-locked' })
  } finally {
    await kill(writer)
  }
  const store = await openStore({ dir })
  await store.update(addTask(0))
  await store.close()
}, 30_000)
