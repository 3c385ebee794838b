import { readFileSync } from 'node:fs'
import { join } from 'node:path'

// Run by fresh-process.ts: child.js parse|unit|period|topic DATA-FOLDER. Says how long it took from an open process with
// its code loaded to the first answer.

const [what = '', dir = ''] = process.argv.slice(2)

const parse = async (): Promise<() => void> => () => {
  JSON.parse(readFileSync(join(dir, 'duban.json'), 'utf8'))
}

const answer = async (text: string): Promise<() => Promise<void>> => {
  const { openStoreReadOnly } = await import('../../src/store/read-only-store.ts')
  const { assemble } = await import('../../src/assemble.ts')
  return async () => {
    const bot = assemble(await openStoreReadOnly({ dir }))
    await bot.answer({
      id: 'first',
      conversation: { adapter: 'terminal', id: 'first', kind: 'direct' },
      sender: null,
      text,
      addressed: true,
      at: '2020-01-05T01:00:00.000Z',
    })
  }
}

const QUESTIONS: Readonly<Record<string, string>> = {
  unit: '市教育局负责哪些任务',
  period: '三月底前要交什么',
  // the first that needs the segmenter and the full-text index
  topic: '普惠性幼儿园方面有哪些任务',
}

const work = await (what === 'parse' ? parse() : answer(QUESTIONS[what] ?? ''))
const start = performance.now()
await work()
const milliseconds = performance.now() - start
process.stdout.write(JSON.stringify({ milliseconds, megabytes: process.memoryUsage().rss / 2 ** 20 }))
