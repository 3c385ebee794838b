import { changeContext } from '../src/editing/edit-context.ts'
import { readVerdicts } from '../src/editing/read-verdicts.ts'
import { settleDoubts } from '../src/editing/settle-doubts.ts'
import { defineIntent } from '../src/intent.ts'
import { doubtList } from '../src/replies/doubt-list.ts'
import { numbering } from '../src/replies/printed-numbers.ts'

/** Settles doubts by the numbers printed before them, and shows what is left. */
export const settleDoubtsByNumber = defineIntent({
  name: 'settle-doubts',
  summary: '逐项核定疑点（督查室）',
  examples: ['1对 2改为2025年6月底'],
  asks: ['settle-doubts'],
  aboutTasks: false,
  needs: 'administrator',
  run: async (context) => {
    const { dialogue, index, store, access, at, said, messageKey } = context
    const verdicts = readVerdicts(said)
    const listed = (dialogue.last?.list ?? []).flatMap((id) => index.tasks[index.placeOf(id) ?? -1] ?? [])
    if (!access.administrator) return { text: '疑点由督查室核定，您没有权限，没有改动。' }
    if (verdicts === null || listed.length === 0)
      return { text: '请先回复 疑点 列出，再按序号核定，如：1对 2改为2025年6月底。' }
    const numbers = numbering(listed, index)
    const tasks = listed.map((task, row) => ({ number: numbers.at(row), task }))
    const { rows, told } = settleDoubts(verdicts, tasks, changeContext(context, 'all'))
    if (rows.length > 0)
      await store.commit(() => ({ id: messageKey, at, by: access.actor, action: 'edit', text: said, rows }))
    const ids = new Set(listed.map(({ id }) => id))
    const left = store.snapshot().tasks.filter(({ id, doubts }) => ids.has(id) && doubts.length > 0)
    const rest = left.length === 0 ? ['这些疑点已核定完毕。'] : [`还有疑点${left.length}项`, ...doubtList(left, index)]
    return { tasks: left, text: [`已核定：`, ...told, ...rest].join('\n') }
  },
})
