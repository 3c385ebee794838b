import { isInHand, type Task } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { worthNudging } from '../src/reminders/nudge.ts'
import { taskTitle } from '../src/reminders/wording/words.ts'
import { formText } from '../src/reports/filled-form.ts'

const MOST_ROWS = 12
const TITLE = 14

/** 表: a form of the own tasks to fill in and to send back as one message. */
export const reportForm = defineIntent({
  name: 'report-form',
  summary: '要填报表，填好整条发回即登记',
  examples: ['要填报表', '填报表'],
  topic: '报送',
  asks: ['report-form'],
  aboutTasks: false,
  run: (context) => {
    const { access, index } = context
    if (access.units.length === 0)
      return access.administrator
        ? { text: '填报表发给各单位联络员。导出台账请说：全部任务导个表。' }
        : { needs: 'identity', text: '还不知道您是哪个单位的。请先绑定：我是某单位联络员某某。' }
    if (!access.alone) return { text: '填报表请私聊要，私聊发：表。' }
    const wanted = formed(context)
    const [first] = wanted
    if (!first) return { text: '您牵头的任务没有要填报的。' }
    // a number tells a task only within its ledger
    const own = wanted.filter(({ ledgerId }) => ledgerId === first.ledgerId)
    const shown = own.slice(0, MOST_ROWS)
    const ledger = index.ledgerOf(first)?.short ?? ''
    const form = formText(
      `${access.units.join('、')}〔${ledger}〕`,
      shown.map((task) => ({ no: task.no, title: taskTitle(task, shown, TITLE) })),
    )
    const rest = [
      ...(own.length > shown.length
        ? [`另${own.length - shown.length}项未列，可写序号报，如：${own.at(-1)?.no} 已报送`]
        : []),
      ...(wanted.length > own.length ? [`其他台账还有${wanted.length - own.length}项，可先说台账名再要表`] : []),
    ]
    return { tasks: shown, text: [form, ...rest.map((line) => `（${line}）`)].join('\n') }
  },
})

/** The tasks last spoken of or reminded of, else what is late or due soon, else all that is in hand. */
const formed = ({ access, dialogue, index, today, question }: IntentContext): readonly Task[] => {
  const ids = dialogue.last?.about ?? []
  const { ledgers } = question.reading
  const own = index.tasks.filter(
    (task) =>
      access.may('report', task) && isInHand(task, today) && (ledgers.length === 0 || ledgers.includes(task.ledgerId)),
  )
  const listed = ids.flatMap((id) => own.filter((task) => task.id === id))
  if (listed.length > 0) return listed
  const near = worthNudging(own, today)
  return near.length > 0 ? near : own
}
