import { hasTarget } from '../src/dialogue/question.ts'
import { defineIntent } from '../src/intent.ts'
import { hintActions } from '../src/replies/not-understood.ts'

export const help = defineIntent({
  name: 'help',
  summary: '看我能做什么',
  examples: ['帮助', '你能做什么', '怎么用'],
  asks: ['help'],
  aboutTasks: false,
  aside: true,
  when: (question) => !hasTarget(question),
  run: ({ intents, access, index }) => ({
    text: [
      '我是督办助手，依据已导入的台账回答，可以这样问：',
      ...helpLines(
        intents
          .filter(({ aside, needs }) => aside !== true && (needs === undefined || access.administrator))
          .toReversed(),
      ),
    ].join('\n'),
    actions: hintActions(index),
  }),
})

/** One line an intent: what it does, and a sentence that gets it. */
export const helpLines = (intents: readonly { summary: string; examples: readonly string[] }[]): string[] =>
  intents.map(({ summary, examples }) => `· ${summary}，如“${examples[0] ?? ''}”`)
