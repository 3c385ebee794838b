import { defineIntent } from '../src/intent.ts'
import { listedActions } from '../src/replies/actions/rows.ts'
import { doubtList, HOW_TO_SETTLE, MOST_DOUBTS } from '../src/replies/doubt-list.ts'

export const doubts = defineIntent({
  name: 'doubts',
  summary: '看导入时的疑点：哪些地方两处不一致、没写时限或没写单位',
  examples: ['有哪些疑点', '体检结果', '哪些地方对不上'],
  asks: ['doubts'],
  run: ({ tasks, index, access }) => {
    const doubtful = tasks.filter((task) => task.doubts.length > 0)
    if (doubtful.length === 0) return { text: '没有疑点。' }
    return {
      tasks: doubtful,
      actions: listedActions(doubtful, index, MOST_DOUBTS),
      text: [
        `有疑点的任务${doubtful.length}项`,
        ...doubtList(doubtful, index),
        access.administrator ? HOW_TO_SETTLE : '回复序号看详情',
      ].join('\n'),
    }
  },
})
