import { withoutControls } from '../display/clean.ts'
import { dayOf, type Light, type Report, type Task, type TaskStatus, type Timeliness } from '../domain/index.ts'

// How states are called in a file, the same in every format.

export const STATUS: Readonly<Record<TaskStatus, string>> = {
  'not-started': '未启动',
  'in-progress': '进行中',
  'pending-review': '待审核',
  done: '已办结',
  closed: '已销号',
  suspended: '已中止',
}

export const TIMELINESS: Readonly<Record<Timeliness, string>> = {
  'on-time': '正常',
  'due-soon': '临期',
  overdue: '逾期',
  none: '',
}

export const LIGHT: Readonly<Record<Light, string>> = { green: '绿', yellow: '黄', red: '红', blue: '蓝', grey: '灰' }

/** The last report of the units, 2020-03-02 已印发方案; of one whose words may not be told, the day alone. */
export const lastReport = ({ reports }: Pick<Task, 'reports'>): string => {
  const last: Report | undefined = reports.findLast(({ decision }) => !decision)
  return last === undefined ? '' : `${dayOf(new Date(last.at))} ${last.text === '' ? '已报送' : last.text}`
}

/** A text on one line and without what XML cannot hold. */
export const plainText = (text: string): string =>
  withoutControls(text)
    .replace(/[\ufffe\uffff]/gu, '')
    .replace(/[\t\n]+/gu, ' ')

/** 2020年3月16日 */
export const dayInWords = (day: string): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

export const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length)}…` : text)

/** 1. and （一）: the number stands before it already. */
const MARKER = /^\s*(?:\d{1,3}\s*[.．、]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)\s*/u

/** What a task is, in at most so many characters: its title, else how its text begins. */
export const nameInFew = ({ title, content }: Pick<Task, 'title' | 'content'>, length: number): string =>
  cut((title ?? content).replace(MARKER, '').replace(/[。；]$/u, ''), length)
