import type { Ledger } from '../src/domain/index.ts'
import { defineIntent } from '../src/intent.ts'
import { amountWords } from '../src/reminders/amounts.ts'
import type { Collection, Policy } from '../src/reminders/policy.ts'
import { weekdayName } from '../src/replies/dates.ts'

const MOST_LEDGERS = 3

/** 提醒规则: by which rules reminders go out; they are changed in the office's configuration, not by a sentence. */
export const reminderRules = defineIntent({
  name: 'reminder-rules',
  summary: '看提醒规则，怎样修改',
  examples: ['提醒规则有哪些', '修改提醒规则'],
  topic: '提醒',
  asks: ['reminder-rules'],
  aboutTasks: false,
  run: ({ index, question, reminders, access }) => {
    const live = index.ledgers.filter(({ archived }) => !archived)
    const named = live.filter(({ id }) => question.reading.ledgers.includes(id))
    const byRules = new Map<Policy, Ledger[]>()
    for (const ledger of named.length > 0 ? named : live) {
      const policy = reminders.settings().policyOf(ledger.id)
      byRules.set(policy, [...(byRules.get(policy) ?? []), ledger])
    }
    const parts = [...byRules].slice(0, MOST_LEDGERS).flatMap(([policy, ledgers]) => rulesInWords(policy, ledgers))
    const how = access.administrator
      ? '规则不能在对话里改，请用命令 duban reminders --policy 修改；一次性的提醒可说：明天上午九点提醒各牵头单位'
      : '规则由督查室设定。给自己加一次可说：提前7天提醒我'
    return { text: ['【提醒规则】', ...parts, how].join('\n') }
  },
})

const clock = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

const collectionInWords = ({ every, day, tasks }: Collection): string => {
  // 6 January 2020 was a Monday
  const when = every === 'weekly' ? `每${weekdayName(`2020-01-${String(5 + day).padStart(2, '0')}`)}` : `每月${day}日`
  return `${tasks === 'ongoing' ? '持续推进的任务' : '在办任务'}${when}前`
}

const rulesInWords = (policy: Policy, ledgers: readonly Ledger[]): string[] => {
  const { before, after, collections, freshDays, sendAt } = policy
  const ahead = before.map((lead) => (lead.amount === 0 ? '当天' : amountWords(lead))).join('、')
  const late =
    after === null
      ? '过期后不催'
      : `过期${amountWords(after.first)}后催一次，以后每${after.everyWeeks === 1 ? '' : after.everyWeeks}周一次`
  return [
    ledgers.map(({ short }) => `〔${short}〕`).join(''),
    `时限前${ahead}各提醒一次；${late}；${freshDays}天内报过进展的不催；工作日${clock(sendAt)}发，休息日提前到前一个工作日`,
    ...(collections.length > 0 ? [`定期收集进展：${collections.map(collectionInWords).join('、')}`] : []),
  ]
}
