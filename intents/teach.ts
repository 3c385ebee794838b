import { defineIntent } from '../src/intent.ts'
import { choiceText } from '../src/replies/choices.ts'

const CONFIRM = '确认'

/** An office's own name for a unit or a subject, learned once it is confirmed. */
export const teach = defineIntent({
  name: 'teach',
  summary: '教我本单位的说法，如简称、俗称（督查室）',
  examples: ['以后医保处都算市医保局', '今后家医指家庭医生'],
  asks: ['teach'],
  aboutTasks: false,
  needs: 'administrator',
  run: ({ question, dialogue }) => {
    const { teaching } = question.reading
    if (!teaching) return { text: '请这样说：以后医保处都算市医保局。' }
    const value = JSON.stringify(teaching)
    dialogue.pending = {
      need: 'confirmation',
      choices: [
        { label: CONFIRM, value },
        { label: '取消', value: '' },
      ],
      purpose: { kind: 'intent', name: 'teach' },
    }
    return {
      needs: 'confirmation',
      text: choiceText(`以后问到“${teaching.said}”，都按“${teaching.meant}”理解？`, [CONFIRM, '取消']),
    }
  },
  choose: async (value, { learn }) => {
    if (value === '') return { text: '没有记。' }
    const { said, meant } = JSON.parse(value) as { said: string; meant: string }
    await learn(said, meant)
    return { text: `已记：“${said}”按“${meant}”理解。要取消请说：以后${said}就是${said}。` }
  },
})
