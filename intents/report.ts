import { defineIntent } from '../src/intent.ts'
import type { Choice } from '../src/reporting/ask.ts'
import { advance, goOn } from '../src/reporting/converse.ts'
import { whyNobody } from '../src/reporting/refusals.ts'
import { newDraft } from '../src/reports/draft.ts'

/** Takes progress by message: who may report on it is checked, what is doubtful is asked, the rest is recorded. */
export const report = defineIntent({
  name: 'report',
  summary: '报送进展、申请办结和延期',
  examples: ['第5项已印发方案，正在组织实施', '3、5项已办结，7项推进到80%', '第9项申请延期到6月底，原因是标准未出台'],
  topic: '报送',
  asks: ['report'],
  aboutTasks: false,
  run: (context) => {
    const refused = whyNobody(context)
    if (refused !== null) return { text: refused, needs: 'identity' }
    if (context.report === null) return { text: '请写序号和进展，如：第3项已完成。' }
    const draft = newDraft(context.report, context.attachments)
    const { task } = context.origin
    return advance(task === undefined ? draft : { ...draft, tasks: { 0: [task] } }, context)
  },
  choose: (value, context) => goOn(JSON.parse(value) as Choice, context),
})
