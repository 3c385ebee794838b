import { hasTarget } from '../src/dialogue/question.ts'
import type { Task } from '../src/domain/index.ts'
import type { Disclosure } from '../src/exporting/disclosure.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { describeQuery, nothingFound } from '../src/replies/describe-query.ts'

/** Tasks in one file of a conversation; more are for `duban export`. */
const MOST = 5000
const NAMES = { xlsx: 'Excel表格', docx: 'Word文档', csv: 'CSV文件', report: 'Word文档' } as const
const ENDINGS = { xlsx: 'xlsx', docx: 'docx', csv: 'csv', report: 'docx' } as const

export const exportFile = defineIntent({
  name: 'export-file',
  summary: '把任务导出成 Excel、Word、CSV 文件，或起草专报，直接发到对话里',
  examples: ['市医保局牵头的任务导出成Excel', '全部任务导个表', '第3项导个Word', '起草一份督查专报'],
  asks: ['file'],
  run: async (context) => {
    const { question, index, today } = context
    const { file } = question.reading
    if (!file) return { text: WHICH }
    if (!hasTarget(question) && !question.followsUp && !file.all && question.query.ledgers.length === 0)
      return { text: WHICH }
    // what is told upwards is for the office to tell, and for those who are told
    if (file.kind === 'report' && !context.access.administrator && context.access.rank !== 'leader')
      return { text: '专报由督查室生成，您没有权限。可以说 导个表，导出您能看到的任务。' }
    const tasks = context.tasks.filter((task) => context.access.may('ask', task))
    if (tasks.length === 0) return { text: context.tasks.length > 0 ? BOUND_ONLY : nothingFound(question.query, index) }
    if (tasks.length > MOST)
      return { text: `共${tasks.length}项，超过一个文件${MOST}项的上限，请按单位或时限分开导出。` }
    const { writeFileOf } = await import('../src/exporting/formats.ts')
    const items = tasks.flatMap((task) => {
      const ledger = index.ledgerOf(task)
      return ledger ? [{ task, ledger }] : []
    })
    const disclosure = disclosureOf(tasks, context)
    const bytes = await writeFileOf(file.kind, { items, today, about: aboutOf(context, tasks) }, disclosure)
    const title = `${fileTitle(context, tasks)}${file.kind === 'report' ? '专报' : ''}`
    const name = `${title}_${today.replace(/-/gu, '')}.${ENDINGS[file.kind]}`
    return {
      tasks,
      text: [
        file.kind === 'report'
          ? `已起草专报，涉及${tasks.length}项：${name}。供修改，署名和主送请自行补充。`
          : `${tasks.length}项已导出为${NAMES[file.kind]}：${name}`,
        ...notes(context, tasks, disclosure),
      ].join('\n'),
      file: { name, content: bytes.toString('base64') },
    }
  },
})

const WHICH = '请说明导出哪些任务，如：市财政局牵头的导出成Excel；全部任务导个表；或先查出清单，再回复 导个表。'
const BOUND_ONLY = '内部台账只导出给已绑定单位的人员。请先绑定，如：我是市财政局联络员某某。'

/** What the sender may read here; what stands in a group is read by everybody in it. */
const disclosureOf = (tasks: readonly Task[], { access }: IntentContext): Disclosure => ({
  phones: access.phones(tasks),
  words: (task) => access.alone && access.may('words', task),
})

/** 《…》, 市财政局牵头任务: what a 专报 is about. */
const aboutOf = ({ question, index }: IntentContext, tasks: readonly Task[]): string => {
  const about = question.followsUp ? '' : describeQuery(question.query, index)
  const [ledger, ...others] = index.ledgersOf(tasks)
  if (about !== '') return `${about}任务`
  return ledger && others.length === 0 ? `《${ledger.name}》` : '重点任务'
}

const fileTitle = ({ question, index, dialogue: { last } }: IntentContext, tasks: readonly Task[]): string => {
  // the list just given, whole, is called by what it was asked for
  const listed = last !== null && question.followsUp && tasks.length === last.list.length
  const about = describeQuery(listed ? last.query : question.query, index)
  const ledgers = index.ledgersOf(tasks).map(({ short }) => short)
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
