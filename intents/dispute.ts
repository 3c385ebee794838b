import { otherReadings } from '../src/dialogue/other-readings.ts'
import { defineIntent } from '../src/intent.ts'
import { choiceText } from '../src/replies/choices.ts'

export const dispute = defineIntent({
  name: 'dispute',
  summary: '答得不对时，换一种理解',
  examples: ['不对', '不是这个意思', '理解错了'],
  asks: ['wrong'],
  aboutTasks: false,
  run: ({ dialogue, index }) => {
    const { last } = dialogue
    if (!last) return { text: '前面还没有回答过问题。' }
    const others = otherReadings(last, index)
    if (others.length === 0) return { text: '没有别的理解了。请换个说法，或说序号、单位、时间。' }
    dialogue.pending = {
      need: null,
      choices: others.map(({ label }) => ({ label, value: label })),
      purpose: { kind: 'readings', questions: others.map(({ question }) => question) },
    }
    const labels = others.map(({ label }) => label)
    return { text: `${choiceText('您的意思是', labels)}；都不是请换个说法` }
  },
})
