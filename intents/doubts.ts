import { defineIntent } from '../src/intent.ts'
import { listedActions } from '../src/replies/actions/rows.ts'
import { numbering } from '../src/replies/printed-numbers.ts'
import { taskTitle } from '../src/replies/task-title.ts'

/** Doubts shown at a time. */
const MOST = 12

export const doubts = defineIntent({
  name: 'doubts',
  summary: '看导入时的疑点：哪些地方两处不一致、没写时限或没写单位',
  examples: ['有哪些疑点', '体检结果', '哪些地方对不上'],
  asks: ['doubts'],
  run: ({ tasks, index }) => {
    const doubtful = tasks.filter((task) => task.doubts.length > 0)
    if (doubtful.length === 0) return { text: '没有疑点。' }
    const numbers = numbering(doubtful, index)
    const lines = doubtful
      .slice(0, MOST)
      .flatMap((task, row) => [
        `${numbers.at(row)} ${taskTitle(task, doubtful, 18)}（${task.source.file}第${task.source.row}行）`,
        ...task.doubts.map((doubt) => `　${doubt.message}`),
      ])
    const rest = doubtful.length > MOST ? [`共${doubtful.length}项，只列前${MOST}项`] : []
    return {
      tasks: doubtful,
      actions: listedActions(doubtful, index, MOST),
      text: [`有疑点的任务${doubtful.length}项`, ...lines, ...rest, '回复序号看详情'].join('\n'),
    }
  },
})
