import { defineIntent, type IntentContext } from '../src/intent.ts'
import { hintActions, hintsOf } from '../src/replies/not-understood.ts'

export const smallTalk = defineIntent({
  name: 'small-talk',
  summary: '回应问候和致谢',
  examples: ['你好', '谢谢', '好的收到', '再见'],
  asks: ['thanks', 'greeting', 'farewell', 'noted'],
  aboutTasks: false,
  aside: true,
  run: (context) => ({
    text: answerTo(context),
    ...(context.question.asks.has('greeting') ? { actions: hintActions(context.index) } : {}),
  }),
})

const answerTo = ({ question: { asks }, index }: IntentContext): string => {
  if (asks.has('thanks')) return '不客气。'
  if (asks.has('farewell')) return '再见。'
  if (asks.has('noted')) return '好的。'
  return `您好。请直接问台账里的任务，如${hintsOf(index)}，或回复 帮助。`
}
