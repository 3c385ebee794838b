import { createRequire } from 'node:module'

// Run by loading.ts in a process of its own: child.js node|nodejieba|unit|topic [DATA FOLDER]

const [what, dir = ''] = process.argv.slice(2)
// the first needs no word cut; the second loads the segmenter and the index of topics
const UNIT_QUESTION = '市教育局负责哪些任务'
const TOPIC_QUESTION = '普惠性幼儿园方面有哪些任务'

const answerFirst = async (text: string): Promise<void> => {
  const { openStoreReadOnly } = await import('../../src/store/index.ts')
  const { assemble } = await import('../../src/assemble.ts')
  const bot = assemble(await openStoreReadOnly({ dir }))
  await bot.answer({
    id: 'first',
    conversation: { adapter: 'bench', id: 'first', kind: 'direct' },
    sender: null,
    text,
    addressed: true,
    at: '2020-01-05T01:00:00.000Z',
  })
}

const LOADERS: Readonly<Record<string, () => Promise<void>>> = {
  node: async () => {},
  nodejieba: async () => {
    createRequire(import.meta.url)('nodejieba').cut(TOPIC_QUESTION)
  },
  unit: () => answerFirst(UNIT_QUESTION),
  topic: () => answerFirst(TOPIC_QUESTION),
}

const start = performance.now()
await LOADERS[what ?? '']?.()
const milliseconds = performance.now() - start
process.stdout.write(JSON.stringify({ milliseconds, megabytes: process.memoryUsage().rss / 2 ** 20 }))
