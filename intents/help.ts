import { hasTarget } from '../src/dialogue/question.ts'
import { defineIntent } from '../src/intent.ts'

export const help = defineIntent({
  name: 'help',
  summary: '看我能做什么',
  examples: ['帮助', '你能做什么', '怎么用'],
  asks: ['help'],
  aboutTasks: false,
  aside: true,
  when: (question) => !hasTarget(question),
  run: ({ intents }) => ({
    text: [
      '我是督办助手，依据已导入的台账回答，可以这样问：',
      ...helpLines(intents.filter(({ aside }) => aside !== true).toReversed()),
    ].join('\n'),
  }),
})

/** One line an intent: what it does, and a sentence that gets it. */
export const helpLines = (intents: readonly { summary: string; examples: readonly string[] }[]): string[] =>
  intents.map(({ summary, examples }) => `· ${summary}，如“${examples[0] ?? ''}”`)
