import { CHANGE, dayOf, type Task } from '../domain/index.ts'
import { timingInWords } from '../editing/edit-card.ts'
import { type FieldReading, fieldReadings } from '../editing/field-readings.ts'
import { readVerdicts } from '../editing/read-verdicts.ts'
import { type NumberedTask, settleDoubts } from '../editing/settle-doubts.ts'
import { DubanError } from '../errors.ts'
import { taskTitle } from '../replies/task-title.ts'
import type { Context } from './context.ts'
import { toJsonLine } from './lines.ts'

export interface ReviewOptions {
  /** Also tasks without doubts. */
  all?: boolean
  /** Verdicts by number: 1对 2改为2025年6月底. */
  settle?: string[]
}

const FIELDS: Readonly<Record<FieldReading['field'], string>> = {
  content: '内容',
  lead: '牵头',
  cooperating: '配合',
  milestones: '时限',
  contacts: '联系人',
}
const CONFIDENCE: Readonly<Record<FieldReading['confidence'], string>> = {
  stated: '原文写明',
  inferred: '取自正文',
  doubtful: '待核对',
  corrected: '人工更正',
}
const TITLE_WIDTH = 30
const LONGEST = 60

const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

const describeField = ({ field, value, original, confidence }: FieldReading): string => {
  const words = original === '' || original === value ? '' : `；原文“${short(original)}”`
  return `  ${FIELDS[field]}：${short(value) || '空'}［${CONFIDENCE[confidence]}］${words}`
}

/** Tasks under the numbers by which they are settled. */
const numbered = (tasks: readonly Task[], all: boolean): NumberedTask[] =>
  tasks.filter(({ doubts }) => all || doubts.length > 0).map((task, i) => ({ number: String(i + 1), task }))

/** `review`: how every field of doubtful tasks was read, from what words and how surely; `--settle` settles them. */
export const review = async (context: Context, { all = false, settle }: ReviewOptions): Promise<void> => {
  const { services, dataDir, clock, json, print } = context
  const now = clock()
  const today = dayOf(now)
  const inWords = (milestones: Task['milestones']): string => timingInWords(milestones, today)
  if (settle === undefined) {
    const store = await services.readStore(dataDir)
    await store.close()
    const rows = numbered(store.snapshot().tasks, all).map(({ number, task }) => ({
      number,
      task,
      fields: fieldReadings(task, inWords),
    }))
    if (json)
      return print(
        toJsonLine(
          rows.map(({ number, task: { id, no, source, doubts }, fields }) => ({
            number,
            id,
            no,
            source,
            fields,
            doubts,
          })),
        ),
      )
    const lines = rows.flatMap(({ number, task, fields }) => [
      `${number} ${taskTitle(task, [], TITLE_WIDTH)}（${task.source.file}第${task.source.row}行）`,
      ...fields
        .filter(({ field, value, confidence }) => field !== 'content' && (value !== '' || confidence !== 'stated'))
        .map(describeField),
      ...task.doubts.map(({ message }) => `  疑点：${message}`),
    ])
    const { command } = services.config
    return print(
      rows.length === 0
        ? '没有疑点。\n'
        : `${lines.join('\n')}\n核定：${command} review --settle 1对 2改为2025年6月底\n`,
    )
  }
  const text = settle.join(' ')
  const verdicts = readVerdicts(text)
  if (verdicts === null) throw new DubanError('usage', '--settle 后面写序号和结论，如 --settle 1对 2改为2025年6月底')
  const store = await services.openStore(dataDir, clock)
  try {
    const { rows, told } = settleDoubts(verdicts, numbered(store.snapshot().tasks, all), {
      today,
      edit: { at: now.toISOString(), by: '督查室' },
      place: 'all',
      unit: (name) => ({ unit: name, known: true }),
      timingInWords: inWords,
    })
    const id = `review ${now.toISOString()} ${store.entries(CHANGE).length}`
    if (rows.length > 0)
      await store.commit(() => ({
        id,
        at: now.toISOString(),
        by: { id: null, name: null },
        action: 'edit',
        text,
        rows,
      }))
    print(json ? toJsonLine({ settled: rows.length, told }) : `${told.join('\n')}\n`)
  } finally {
    await store.close()
  }
}
