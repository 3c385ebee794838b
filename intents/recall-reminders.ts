import { clockOf } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { DRAFT } from '../src/reminders/leaders/week.ts'
import type { Outgoing } from '../src/reminders/records.ts'
import { UNREACHABLE } from '../src/reminders/unreachable.ts'
import { dayWithWeekday } from '../src/reminders/wording/words.ts'
import { choiceText } from '../src/replies/choices.ts'

/** What went out within so long of the last message was the same lot. */
const SAME_LOT_MS = 10 * 60_000
/** What went out longer ago has been read. */
const WITHIN_MS = 24 * 3_600_000
/** What administrators alone have been told is not taken back. */
const INTERNAL = new Set<string>([DRAFT, UNREACHABLE])
const LABELS = ['确认', '取消']

/** 撤回刚才那批: deleted where the platform can, else corrected by one message. */
export const recallReminders = defineIntent({
  name: 'recall-reminders',
  summary: '撤回刚才发出的一批提醒（督查室）',
  examples: ['撤回刚才那批', '把刚才那批提醒撤回'],
  topic: '提醒',
  asks: ['recall-reminders'],
  aboutTasks: false,
  needs: 'administrator',
  run: (context) => {
    const lot = lastLot(context)
    const [first] = lot
    if (!first) return { text: '一天内没有发出过提醒，没有可以撤回的。' }
    context.dialogue.pending = {
      need: 'confirmation',
      choices: LABELS.map((label) => ({
        label,
        value: JSON.stringify(label === '确认' ? lot.map(({ key }) => key) : []),
      })),
      purpose: { kind: 'intent', name: 'recall-reminders' },
    }
    const what = `${dayWithWeekday(first.day, context.today)}${clockOf(new Date(first.at))}发出的${lot.length}条提醒`
    return {
      needs: 'confirmation',
      text: choiceText(`撤回${what}？能删除的删除，不能删除的各补一条更正。`, LABELS),
    }
  },
  choose: async (value, { keepWish }) => {
    const keys = JSON.parse(value) as string[]
    if (keys.length === 0) return { text: '没有撤回。' }
    await keepWish({ what: 'recall', keys })
    return { text: `正在撤回${keys.length}条，结果另行通知。撤回的内容不再重发。` }
  },
})

const lastLot = ({ reminders, at }: IntentContext): readonly Outgoing[] => {
  const { recalled } = reminders.settings()
  const now = Date.parse(at)
  const recent = reminders
    .outgoing()
    .filter(
      ({ key, stage, at: sent, ended }) =>
        !INTERNAL.has(stage) && !recalled.has(key) && ended?.failed == null && now - Date.parse(sent) <= WITHIN_MS,
    )
  const last = Date.parse(recent.at(-1)?.at ?? '')
  return recent.filter(({ at: sent }) => last - Date.parse(sent) <= SAME_LOT_MS)
}
