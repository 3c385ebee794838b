import type { Change, RowChange } from '../src/domain/index.ts'
import { defineIntent } from '../src/intent.ts'
import { taskLabel } from '../src/replies/report-card.ts'
import { tellLeads } from '../src/reporting/tell-leads.ts'
import { orphanedFiles } from '../src/reports/kept-files.ts'

/** So long a report can be taken back by its sender. */
const WITHIN_MS = 10 * 60_000
const REVOCABLE = new Set(['report', 'edit', 'add'])

/** Takes back what the sender has just reported. */
export const withdraw = defineIntent({
  name: 'withdraw',
  summary: '十分钟内撤回自己刚报的进展',
  examples: ['撤回', '把刚才那条撤回'],
  topic: '报送',
  asks: ['withdraw'],
  aboutTasks: false,
  run: async (context) => {
    const { changes, access, at, store, messageKey, dialogue, kept } = context
    const last = changes().findLast(({ by, action }) => by.id === access.actor.id && action !== 'ask')
    if (last === undefined || !REVOCABLE.has(last.action)) return { text: '没有可以撤回的报送。' }
    if (Date.parse(at) - Date.parse(last.at) > WITHIN_MS)
      return { text: '报送已超过10分钟，不能撤回。要更正请直接重报，如：更正，第3项是50%。' }
    const change = await store.commit((state) => {
      const rows = last.rows.flatMap((row) => {
        const task = state.tasks.find(({ id }) => id === row.id)
        return task && isUntouched(task, row) ? [{ ...row, before: row.after, after: row.before }] : []
      })
      if (rows.length < last.rows.length) return null
      return { id: messageKey, at, by: access.actor, action: 'withdraw', text: '撤回', rows } satisfies Change
    })
    if (change === null) return { text: '这条报送之后又有变更，不能撤回，请重报更正。' }
    await tellLeads(change, context)
    dialogue.pending = null
    // files go with the last report that had them, those left behind by a crash too
    for (const file of orphanedFiles(changes(), store.snapshot().tasks)) await kept?.remove(file)
    const ids = new Set(last.rows.map(({ id }) => id))
    const tasks = store.snapshot().tasks.filter(({ id }) => ids.has(id))
    if (tasks.length === 0) return { text: '已撤回，新增的任务已取消。' }
    return { tasks, text: `已撤回：${tasks.map(taskLabel).join('；')}。` }
  },
})

/** Nothing has been done to the row since. */
const isUntouched = (task: object, { after }: RowChange): boolean =>
  after !== null &&
  Object.entries(after).every(
    ([field, value]) =>
      JSON.stringify((task as Record<string, unknown>)[field] ?? null) === JSON.stringify(value ?? null),
  )
