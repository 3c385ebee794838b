import { type Doubt, dayOf, isFinished, pastMilestones, type Task } from '../domain/index.ts'
import { changeInWords, keptInWords } from '../importing/diff-lines.ts'
import type { LedgerMerge } from '../importing/merge-ledger.ts'
import type { LedgerImport } from '../importing/plan-import.ts'
import { taskTitle } from '../replies/task-title.ts'

/** Lines of a list beyond which only their number is told; `export` has them all. */
const LONGEST_LIST = 100
const TITLE_WIDTH = 30

const DOUBT_KINDS: readonly (readonly [label: string, fields: readonly string[]])[] = [
  ['整份文件', ['document']],
  ['未能读取的行', ['row']],
  ['时限', ['milestones', 'timing']],
  ['责任单位', ['lead', 'cooperating', 'units']],
  ['联系人', ['contacts']],
]
const OTHER_DOUBTS = '任务内容'

const capped = (lines: readonly string[]): string[] =>
  lines.length > LONGEST_LIST
    ? [...lines.slice(0, LONGEST_LIST), `  另有${lines.length - LONGEST_LIST}条未列出`]
    : [...lines]

const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`${heading}${lines.length}项`, ...capped(lines)]

const place = ({ source, no }: Task): string => `  第${source.row}行　${no}`

interface PlacedDoubt extends Doubt {
  task: Task | null
}

/** One line a doubt; where several tasks share one, a line for all of them. */
const describeDoubts = (doubts: readonly PlacedDoubt[]): string[] => {
  const byMessage = new Map<string, PlacedDoubt[]>()
  for (const doubt of doubts) byMessage.set(doubt.message, [...(byMessage.get(doubt.message) ?? []), doubt])
  return [...byMessage].map(([message, [first, ...others]]) => {
    if (!first?.task) return `  ${message}`
    if (others.length === 0) return `${place(first.task)}　${message}`
    const places = [first, ...others].flatMap(({ task }) => (task ? [`第${task.source.row}行 ${task.no}`] : []))
    return `  ${message.replace(/。$/, '')}（${places.length}项）：${places.join('、')}`
  })
}

const kindOf = ({ field }: Doubt): string =>
  DOUBT_KINDS.find(([, fields]) => fields.includes(field))?.[0] ?? OTHER_DOUBTS

const doubtSections = (doubts: readonly PlacedDoubt[]): string[] => {
  if (doubts.length === 0) return ['体检：没有疑点']
  const kinds = [...DOUBT_KINDS.map(([label]) => label), OTHER_DOUBTS]
  const counted = kinds
    .map((label) => ({ label, doubts: doubts.filter((doubt) => kindOf(doubt) === label) }))
    .filter((kind) => kind.doubts.length > 0)
  const summary = counted.map((kind) => `${kind.label}${kind.doubts.length}`).join('、')
  return [
    `体检：疑点${doubts.length}处（${summary}）`,
    ...counted.flatMap((kind) => [` ${kind.label}`, ...capped(describeDoubts(kind.doubts))]),
  ]
}

/** What had passed before the import, each with the day: whether it is done has to be asked. */
const toVerify = ({ ledger, tasks }: LedgerMerge, title: (task: Task) => string): string[] => {
  if (ledger.verification !== 'open') return []
  const importedOn = dayOf(new Date(ledger.importedAt))
  const lines = tasks.flatMap((task) => {
    const days = isFinished(task, importedOn)
      ? []
      : pastMilestones(task, importedOn).map(({ due, recurs, until }) => (recurs === null ? due : (until ?? due)))
    return days.length === 0 ? [] : [`${place(task)}　${title(task)}（${days.join('、')}）`]
  })
  return lines.length === 0
    ? []
    : [
        `待核实${lines.length}项：导入时时限已过，是否完成尚不清楚；在对话中问“待核实”，可一次答复或逐项答复`,
        ...capped(lines),
      ]
}

const titleOf = (task: Task): string => taskTitle(task, [], TITLE_WIDTH)

const describeMerge = (
  file: string,
  { ledger, tasks, added, changed, removed, unchanged, kept }: LedgerMerge,
  command: string,
) => {
  const title = titleOf
  return [
    `《${ledger.name}》（${file}）`,
    `共${tasks.length}项任务：新增${added.length}、变更${changed.length}、移除${removed.length}、不变${unchanged.length}`,
    `简称：${ledger.short}（改简称：${command} ledgers --short ${ledger.short} 新简称）`,
    ...(ledger.archived ? [`该台账已归档，提问时不列入（取消：${command} ledgers --unarchive ${ledger.short}）`] : []),
    '第几行指原文件从头数的行，可在文本编辑器中按行号查找',
    ...section(
      '新增',
      added.map((task) => `${place(task)}　${title(task)}`),
    ),
    ...section(
      '变更',
      changed.map(({ before, after }) => `${place(after)}　${title(after)}：${changeInWords(before, after)}`),
    ),
    ...section(
      '移除',
      removed.map((task) => `  ${task.no}　${title(task)}（原第${task.source.row}行）`),
    ),
    ...section(
      '保留对话中的更正',
      kept.map((one) => `${place(one.task)}　${keptInWords(one)}`),
    ),
  ]
}

/** What one file brought, as one would tell it to the office that keeps the ledger. */
export const describeImport = ({ file, doubts, merge }: LedgerImport, { command }: { command: string }): string => {
  const placed: PlacedDoubt[] = [
    ...doubts.map((doubt) => ({ ...doubt, task: null })),
    ...(merge?.tasks ?? []).flatMap((task) => task.doubts.map((doubt) => ({ ...doubt, task }))),
  ]
  return [
    ...(merge === null ? [`${file}：没有读到任务，台账没有改动`] : describeMerge(file, merge, command)),
    ...doubtSections(placed),
    ...(merge === null ? [] : toVerify(merge, titleOf)),
  ].join('\n')
}
