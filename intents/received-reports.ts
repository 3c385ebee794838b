import { type Day, dayOf, type Report, type Task } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { type AskedPeriod, periodLookedBackOn } from '../src/replies/asked-period.ts'
import { shortDay } from '../src/replies/dates.ts'
import { reportLine } from '../src/replies/report-line.ts'
import { ledTasks } from './who-has-not-reported.ts'

const MOST = 15

/** 本周报送情况: what units have reported, and what was decided on it, in a stretch of time; the latest first. */
export const receivedReports = defineIntent({
  name: 'received-reports',
  summary: '看今天、本周收到了哪些进展',
  examples: ['本周报送情况', '今天谁报了进展', '最近有什么新进展'],
  topic: '督查室',
  asks: ['received'],
  aboutTasks: false,
  run: (context) => {
    const { question, access, today } = context
    const { text } = question.reading
    const own = OWN.test(text) && !access.administrator
    const tasks = ledTasks(context).filter(
      (task) => access.may('report', task) || (!own && access.may('history', task)),
    )
    if (tasks.length === 0) return { text: '没有您可以查看报送情况的任务。' }
    const period =
      own && !DATED.test(text)
        ? { from: EVER, to: today, label: '迄今' }
        : periodLookedBackOn(question.reading, today, 'week')
    const received = receivedIn(tasks, period)
    const span = period.from === EVER ? period.label : `${period.label}（${spanOf(period, today)}）`
    const hint = access.may('late', tasks[0] as Task) ? ['未报的回复：谁还没报'] : []
    if (received.length === 0) return { text: [`${span}没有收到进展报送。`, ...hint].join('\n') }
    const about = [...new Set(received.map(({ task }) => task))]
    return {
      tasks: about,
      text: [
        `${span}收到报送${received.length}条，涉及${about.length}项`,
        ...received.slice(0, MOST).map((one) => lineOf(one, context)),
        ...(received.length > MOST ? [`另有${received.length - MOST}条`] : []),
        ...hint,
      ].join('\n'),
    }
  },
})

/** 我上次报的是什么: of the sender's own units, however long ago. */
const OWN = /^(?:我|咱|本单位)/
const DATED = /[今昨天周月年]|星期|礼拜|最近|近期/
const EVER: Day = '0001-01-01'

interface Received {
  task: Task
  report: Report
}

const receivedIn = (tasks: readonly Task[], { from, to }: AskedPeriod): Received[] =>
  tasks
    .flatMap((task) => task.reports.map((report): Received => ({ task, report })))
    .filter(({ report: { at } }) => dayOf(new Date(at)) >= from && dayOf(new Date(at)) <= to)
    .sort((a, b) => Date.parse(b.report.at) - Date.parse(a.report.at))

const spanOf = ({ from, to }: AskedPeriod, today: Day): string =>
  from === to ? shortDay(from, today) : `${shortDay(from, today)}至${shortDay(to, today)}`

const lineOf = ({ task, report }: Received, { access, today }: IntentContext): string =>
  `${shortDay(dayOf(new Date(report.at)), today)} ${reportLine(task, report, access)}`
