import { createRequire } from 'node:module'

// Run by loading.ts in a process of its own: child.js node|nodejieba|duban [DATA FOLDER]

const [what, dir = ''] = process.argv.slice(2)
const QUESTION = '市教育局负责哪些任务'

const LOADERS: Readonly<Record<string, () => Promise<void>>> = {
  node: async () => {},
  nodejieba: async () => {
    createRequire(import.meta.url)('nodejieba').cut(QUESTION)
  },
  duban: async () => {
    const { openStoreReadOnly } = await import('../../src/store/index.ts')
    const { assemble } = await import('../../src/assemble.ts')
    const at = new Date('2020-01-05T09:00:00+08:00')
    const bot = assemble(await openStoreReadOnly({ dir }))
    await bot.answer({
      id: 'first',
      conversation: { adapter: 'bench', id: 'first', kind: 'direct' },
      sender: null,
      text: QUESTION,
      addressed: true,
      at: at.toISOString(),
    })
  },
}

const start = performance.now()
await LOADERS[what ?? '']?.()
const milliseconds = performance.now() - start
process.stdout.write(JSON.stringify({ milliseconds, megabytes: process.memoryUsage().rss / 2 ** 20 }))
