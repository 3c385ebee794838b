import { defineIntent } from '../src/intent.ts'
import { taskLabel } from '../src/replies/report-card.ts'

/** 第11项报进展: what is said next is then about that task. */
export const startReport = defineIntent({
  name: 'start-report',
  summary: '开始报一项任务的进展',
  examples: ['第11项报进展'],
  topic: '报送',
  asks: ['start-report'],
  aboutTasks: false,
  run: ({ question, select, dialogue, index, access }) => {
    const { numbers, within } = question.query
    const named = numbers.length > 0 || within !== null ? select(question.query) : []
    const about = index.tasks.filter(({ id }) => dialogue.last?.about.includes(id))
    const [task, second] = named.length > 0 ? named : about
    if (!task) return { text: '请写序号和进展，如：第3项正在征求意见；第3项已完成，申请办结。' }
    if (second !== undefined) return { tasks: named, text: '请写明是哪一项，如：第3项正在征求意见。' }
    if (!access.may('report', task)) return { text: `${taskLabel(task)}由牵头单位报送，您不能代报。` }
    return {
      tasks: [task],
      text: `${taskLabel(task)}\n请直接回复进展，如：正在征求意见；推进到60%；已完成，申请办结；因某某原因申请延期到6月底`,
    }
  },
})
