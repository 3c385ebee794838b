import { hasTarget } from '../src/dialogue/question.ts'
import type { Task } from '../src/domain/index.ts'
import type { Disclosure } from '../src/exporting/disclosure.ts'
import type { ExportContents } from '../src/exporting/formats.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import type { FileKind } from '../src/matching/file-wish.ts'
import { describeQuery, nothingFound } from '../src/replies/describe-query.ts'

/** Tasks in one file of a conversation; more would keep others waiting, and are for `duban export`. */
const MOST = 2000
const MOST_IN_WORD = 500
const KINDS: Readonly<Record<FileKind, { name: string; ending: string }>> = {
  xlsx: { name: 'Excel表格', ending: 'xlsx' },
  docx: { name: 'Word文档', ending: 'docx' },
  csv: { name: 'CSV文件', ending: 'csv' },
  report: { name: '专报', ending: 'docx' },
  page: { name: '一页纸', ending: 'docx' },
  ics: { name: '日历文件', ending: 'ics' },
  png: { name: '进度图', ending: 'png' },
}

export const exportFile = defineIntent({
  name: 'export-file',
  summary: '把任务导出成 Excel、Word、CSV、日历文件，出进度图，起草专报',
  examples: [
    '市医保局牵头的任务导出成Excel',
    '全部任务导个表',
    '第3项导个Word',
    '起草一份督查专报',
    '市医保局的时限导成日历',
    '进度图',
  ],
  asks: ['file'],
  run: async (context) => {
    const { question, index, today } = context
    const { file } = question.reading
    if (!file) return { text: WHICH }
    if (!hasTarget(question) && !question.followsUp && !file.all && question.query.ledgers.length === 0)
      return { text: WHICH }
    // what is told upwards is for the office to tell, and for those who are told
    if (
      (file.kind === 'report' || file.kind === 'page') &&
      !context.access.administrator &&
      context.access.rank !== 'leader'
    )
      return { text: '专报由督查室生成，您没有权限。可以说 导个表，导出您能看到的任务。' }
    const overdue = question.query.statuses.some(({ status, negated }) => status === 'overdue' && !negated)
    const tasks = context.tasks.filter(
      (task) => context.access.may('ask', task) && (!overdue || context.access.late(task)),
    )
    if (tasks.length === 0) return { text: context.tasks.length > 0 ? BOUND_ONLY : nothingFound(question.query, index) }
    const most = file.kind === 'docx' ? MOST_IN_WORD : MOST
    if (tasks.length > most)
      return { text: `共${tasks.length}项，超过一个${KINDS[file.kind].name}${most}项的上限，请按单位或时限分开导出。` }
    const { writeFileOf } = await import('../src/exporting/formats.ts')
    const items = tasks.flatMap((task) => {
      const ledger = index.ledgerOf(task)
      return ledger ? [{ task, ledger }] : []
    })
    const disclosure = disclosureOf(tasks, context)
    const about = aboutOf(context, tasks)
    const name = fileName(context, tasks, file.kind)
    const said = await describeFile(file.kind, name, { items, today, about })
    if (said === null) return { tasks, text: '这些任务没有具体日期，没有生成日历文件。' }
    const bytes = await writeFileOf(file.kind, { items, today, about }, disclosure)
    return {
      tasks,
      text: [said, ...(SAYS_LITTLE.includes(file.kind) ? [] : notes(context, tasks, disclosure))].join('\n'),
      file: { name, content: bytes.toString('base64'), ...(file.kind === 'png' ? { alt: said } : {}) },
    }
  },
})

/** Neither people nor the words of reports are in these. */
const SAYS_LITTLE: readonly FileKind[] = ['ics', 'png']

/** What the answer says of the file; null where there is nothing to put into it. */
const describeFile = async (kind: FileKind, name: string, contents: ExportContents): Promise<string | null> => {
  const { items, today, about = '' } = contents
  switch (kind) {
    case 'report':
      return `已起草专报，涉及${items.length}项：${name}。供修改，署名和主送请自行补充。`
    case 'page':
      return `一页纸，涉及${items.length}项：${name}。打开即可打印，署名请自行补充。`
    case 'png': {
      const { figuresInWords, progressFigures } = await import('../src/exporting/progress-figures.ts')
      const tasks = items.map(({ task }) => task)
      return `${about}进度图\n${figuresInWords(progressFigures(tasks, about, today))}`
    }
    case 'ics': {
      const { calendarEvents } = await import('../src/exporting/calendar-events.ts')
      const count = calendarEvents(items, today).length
      if (count === 0) return null
      return `${items.length}项任务的${count}个时限已导出为日历文件：${name}\n打开文件即可加入日历；时限有变时再导出一次，原有日程随之更新。`
    }
    default:
      return `${items.length}项已导出为${KINDS[kind].name}：${name}`
  }
}

const WHICH = '请说明导出哪些任务，如：市财政局牵头的导出成Excel；全部任务导个表；或先查出清单，再回复 导个表。'
const BOUND_ONLY = '内部台账只导出给已绑定单位的人员。请先绑定，如：我是市财政局联络员某某。'

/** What the sender may read here; what stands in a group is read by everybody in it. */
const disclosureOf = (tasks: readonly Task[], { access }: IntentContext): Disclosure => ({
  phones: access.phones(tasks),
  words: (task) => access.alone && access.may('words', task),
})

/** What was asked for, in words: of the list just given, whole, by what it was asked for. */
const described = ({ question: { query }, index, dialogue: { last } }: IntentContext): string => {
  const listed = last !== null && query.within !== null && query.within.length === last.list.length
  return describeQuery(listed ? last.query : query, index)
}

/** 《…》, 市财政局牵头任务: what a 专报 is about. */
const aboutOf = (context: IntentContext, tasks: readonly Task[]): string => {
  const about = described(context)
  const [ledger, ...others] = context.index.ledgersOf(tasks)
  if (about !== '') return `${about}任务`
  return ledger && others.length === 0 ? `《${ledger.name}》` : '重点任务'
}

const fileName = (context: IntentContext, tasks: readonly Task[], kind: FileKind): string => {
  const { name, ending } = KINDS[kind]
  const title = `${fileTitle(context, tasks)}${NAMED_IN_TITLE.includes(kind) ? name : ''}`
  return `${title}_${context.today.replace(/-/gu, '')}.${ending}`
}
const NAMED_IN_TITLE: readonly FileKind[] = ['report', 'page', 'png']

const fileTitle = (context: IntentContext, tasks: readonly Task[]): string => {
  const about = described(context)
  const ledgers = context.index.ledgersOf(tasks).map(({ short }) => short)
  const title = about === '' ? ledgers.slice(0, 2).join('、') : about
  return [...title.replace(/[^\p{L}\p{N}、]+/gu, '')].slice(0, 24).join('').replace(/、$/u, '') || '任务'
}

/** What is not in the file, where anything is left out. */
const notes = (
  { tasks: found, access }: IntentContext,
  tasks: readonly Task[],
  { phones, words }: Disclosure,
): string[] => {
  const left = found.length - tasks.length
  const hidden = tasks.some((task) => task.reports.some(({ text }) => text !== '') && !words(task))
  return [
    ...(left > 0 ? [`内部台账的${left}项没有列入`] : []),
    ...(!phones && tasks.some(({ contacts }) => contacts.some(({ phone }) => phone !== null))
      ? [`联系电话隐去中间四位${access.alone ? '' : '，私聊可按权限导出全号'}`]
      : []),
    ...(hidden ? [access.alone ? '其他单位的进展只列日期，不列原文' : '进展只列日期，不列原文'] : []),
  ]
}
