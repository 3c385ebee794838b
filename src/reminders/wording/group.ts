import type { Day, Ledger, Task } from '../../domain/index.ts'
import { COLLECT } from '../marks.ts'
import { type DigestItem, digestText } from './several.ts'
import { dayWithWeekday } from './words.ts'

const MOST_NUMBERS = 30

/** For a group that may not carry more: counts, numbers and dates. */
const brief = (items: readonly DigestItem[], today: Day): string[] => {
  const byDay = new Map<string, string[]>()
  for (const { task, due, stage } of items) {
    const day = `${dayWithWeekday(due, today)}${stage === COLLECT ? '前报送进展' : '到期'}`
    byDay.set(day, [...(byDay.get(day) ?? []), task.no])
  }
  return [...byDay].map(([day, numbers]) => {
    const shown = numbers.slice(0, MOST_NUMBERS).join('、')
    return `${day}${numbers.length}项：${shown}${numbers.length > MOST_NUMBERS ? '等' : ''}`
  })
}

/** What a group is told: never who is late, and of an internal ledger no more than the group may carry. */
export const groupText = (
  items: readonly DigestItem[],
  ledger: Ledger | undefined,
  carries: boolean,
  today: Day,
): string => {
  if (carries)
    return digestText(
      items,
      { title: '督办提醒', units: [], ledgerOf: (_: Task) => ledger, opening: [], notes: [], withUnits: true },
      today,
    )
  return [
    `【督办提醒】〔${ledger?.short ?? ''}〕`,
    ...brief(items, today),
    '本群只显示项数、序号和时限，详情请私聊询问',
  ].join('\n')
}
