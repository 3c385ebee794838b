import { defineIntent } from '../src/intent.ts'

/** 确认 where nothing of the sender's waits for it. */
export const confirm = defineIntent({
  name: 'confirm',
  summary: '确认刚才列出的报送',
  examples: ['确认'],
  topic: '报送',
  asks: ['confirm'],
  aboutTasks: false,
  aside: true,
  run: ({ othersConfirm, question }) => {
    if (!question.reading.text.startsWith('确')) return { text: '没有待取消的事项，没有登记任何内容。' }
    return {
      text: othersConfirm()
        ? '这条报送由报送人本人确认，您的确认没有生效。'
        : '没有待您确认的事项。报送请写序号和进展，如：第3项已完成。',
    }
  },
})
