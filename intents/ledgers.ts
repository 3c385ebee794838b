import type { Dialogue } from '../src/dialogue/dialogue.ts'
import { dayOf } from '../src/domain/index.ts'
import { defineIntent } from '../src/intent.ts'
import type { LedgerIndex } from '../src/matching/ledger-index.ts'
import { shortDay } from '../src/replies/dates.ts'

export const ledgers = defineIntent({
  name: 'ledgers',
  summary: '看有哪些台账，换一个台账',
  examples: ['有哪些台账', '换台账', '全部台账'],
  asks: ['ledgers', 'switch-ledger'],
  aboutTasks: false,
  run: ({ index, question, dialogue, today }) => {
    const [named] = question.query.ledgers
    const all = /全部|所有/.test(question.reading.text)
    if (question.asks.has('switch-ledger') && (all || (named && question.reading.ledgers.length > 0))) {
      return switchTo(all ? null : (named as string), index, dialogue)
    }
    if (index.ledgers.length === 0) return { text: '还没有导入台账。导入：duban import 文件' }
    const lines = index.ledgers.map((ledger, i) => {
      const count = index.countOf(ledger.id)
      const focus = dialogue.ledger === ledger.id ? '（当前）' : ''
      return `${i + 1} 〔${ledger.short}〕${ledger.name}，${count}项，${shortDay(dayOf(new Date(ledger.importedAt)), today)}导入${focus}`
    })
    dialogue.pending = {
      need: 'ledger',
      choices: index.ledgers.map(({ id, short }) => ({ label: short, value: id })),
      purpose: { kind: 'intent', name: 'ledgers' },
    }
    return { text: [...lines, '回复序号换到该台账，回复 全部台账 不限'].join('\n') }
  },
  choose: (value, { index, dialogue }) => switchTo(value, index, dialogue),
})

const switchTo = (id: string | null, index: LedgerIndex, dialogue: Dialogue): { text: string } => {
  dialogue.ledger = id
  const ledger = index.ledgers.find((one) => one.id === id)
  return { text: ledger ? `以下按〔${ledger.short}〕回答。` : '以下按全部台账回答。' }
}
