import { defineIntent } from '../src/intent.ts'

/** Ends the reminders of one ledger. */
export const stopReminders = defineIntent({
  name: 'stop-reminders',
  summary: '停用一个台账的提醒（督查室）',
  examples: ['停用提醒'],
  topic: '提醒',
  asks: ['stop-reminders'],
  aboutTasks: false,
  needs: 'administrator',
  run: async ({ question, index, reminders, keepWish }) => {
    const { enabled } = reminders.settings()
    const on = index.ledgers.filter(({ id }) => enabled.has(id))
    const named = on.filter(({ id }) => question.reading.ledgers.includes(id))
    const meant = named.length > 0 || question.reading.ledgers.length > 0 ? named : on
    const [ledger, second] = meant
    if (!ledger) return { text: on.length === 0 ? '没有台账启用了提醒。' : '该台账没有启用提醒。' }
    if (second !== undefined)
      return {
        text: `请写明台账，如：停用提醒 ${ledger.short}。已启用的有${on.map(({ short }) => `〔${short}〕`).join('')}；全部停下请说：暂停推送。`,
      }
    await keepWish({ what: 'ledger', ledger: ledger.id, on: false })
    return { text: `已停用〔${ledger.short}〕的提醒，查询照常。再启用请说：预览提醒 ${ledger.short}。` }
  },
})
