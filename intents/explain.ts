import { defineIntent } from '../src/intent.ts'
import { explainTurn } from '../src/replies/explain.ts'

export const explain = defineIntent({
  name: 'explain',
  summary: '看上一个问题是怎么理解的',
  examples: ['你怎么理解的', '怎么理解的'],
  asks: ['explain'],
  aboutTasks: false,
  run: ({ dialogue, intents, index }) => {
    const { last } = dialogue
    if (!last) return { text: '前面还没有回答过问题。' }
    const summary = intents.find(({ name }) => name === last.intent)?.summary ?? ''
    return { text: explainTurn(last, summary, index) }
  },
})
