import { defineIntent } from '../src/intent.ts'
import { isEmptyQuery } from '../src/matching/query.ts'
import { PAGE } from '../src/replies/task-list.ts'
import { listTasks } from './list-tasks.ts'

export const more = defineIntent({
  name: 'more',
  summary: '翻看清单的下一页、上一页',
  examples: ['还有吗', '下一页', '上一页'],
  asks: ['more', 'previous-page'],
  aboutTasks: false,
  when: ({ query, reading }) => isEmptyQuery({ ...query, ledgers: [] }) && !reading.ownUnit,
  run: async (context) => {
    const { last } = context.dialogue
    if (!last || last.list.length === 0) return { text: '前面还没有列过清单。请先问，如：市教委都有哪些任务。' }
    const back = context.question.asks.has('previous-page')
    const offset = last.offset + (back ? -PAGE : PAGE)
    const tasks = context.index.tasksAt(context.index.placesOfIds(last.list))
    if (offset >= tasks.length || offset < 0) {
      return { tasks, text: back ? '已经是第一页。' : `没有了，共${tasks.length}项，已全部列出。` }
    }
    last.offset = offset
    const question = { ...last.question, asks: new Set(['more'] as const), query: last.query }
    return listTasks.run({ ...context, tasks, question })
  },
})
