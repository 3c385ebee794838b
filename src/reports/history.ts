import type { AccessNote, Change, Milestone, RowChange } from '../domain/index.ts'

/** One line of a task's history. */
export interface HistoryEntry {
  /** ISO 8601. */
  at: string
  /** As the history names them. */
  by: string
  /** What was done: 报送进展, 审核通过, 修改 … */
  what: string
  /** The words it was done with; only for whoever may read them. */
  words: string
  /** Fields before and after, in words. */
  differences: readonly string[]
  /** Names of the files that came with it. */
  attachments: readonly string[]
}

export const ACTION_NAMES: Readonly<Record<string, string>> = {
  report: '报送',
  approve: '审核通过',
  return: '审核退回',
  close: '销号',
  withdraw: '撤回',
  edit: '修改',
  add: '新增',
  verify: '核实时限',
  'ask-binding': '申请绑定',
  disable: '停用',
  enable: '恢复',
  role: '改身份',
  deputy: '安排代理',
  'come-back': '代理结束',
  'bind-group': '绑定群',
  'unbind-group': '解绑群',
  'open-circular': '打开群内通报',
  'close-circular': '关闭群内通报',
  import: '导入',
  'phones-read': '查看电话全号',
  exported: '导出',
}

const STATUS: Readonly<Record<string, string>> = {
  'not-started': '未报进展',
  'in-progress': '进行中',
  'pending-review': '待审核',
  done: '已办结',
  closed: '已销号',
  suspended: '已中止',
}

const units = (value: unknown): string => (Array.isArray(value) && value.length > 0 ? value.join('、') : '无')
const dues = (value: unknown): string =>
  Array.isArray(value)
    ? (value as Milestone[])
        .map(({ due, ongoing, recurs }) =>
          recurs === null ? (due ?? (ongoing ? '持续' : '未写明')) : `定期${due ?? ''}`,
        )
        .join('、') || '无'
    : '无'

const FIELDS: readonly (readonly [field: string, name: string, inWords: (value: unknown) => string])[] = [
  ['status', '状态', (value) => STATUS[String(value)] ?? '无'],
  ['progress', '进度', (value) => `${String(value ?? 0)}%`],
  ['lead', '牵头', units],
  ['cooperating', '配合', units],
  ['milestones', '时限', dues],
  ['title', '名称', (value) => String(value ?? '无')],
]

/** What a change has made of the fields of a row: 状态：未报进展 → 进行中. */
export const differencesOf = ({ before, after }: RowChange): string[] => {
  if (before === null || after === null) return []
  return FIELDS.flatMap(([field, name, inWords]) => {
    if (!(field in after)) return []
    const [was, is] = [inWords(before[field]), inWords(after[field])]
    return was === is ? [] : [`${name}：${was} → ${is}`]
  })
}

interface AddedReport {
  text?: string
  by?: string
  attachments?: readonly { name: string }[]
}

/** The report or decision that a change has added to the task. */
const addedReport = ({ before, after }: RowChange): AddedReport | null => {
  const [was, is] = [before?.reports, after?.reports] as (AddedReport[] | undefined)[]
  return is !== undefined && is.length > (was?.length ?? 0) ? (is.at(-1) ?? null) : null
}

/** A task's history, oldest first: everything that has changed it, and who has read its phone numbers or exported it. */
export const historyOf = (id: string, changes: readonly Change[], notes: readonly AccessNote[]): HistoryEntry[] => {
  const done = changes.flatMap(({ at, by, action, text, rows }): HistoryEntry[] => {
    const row = rows.find((one) => one.part === 'tasks' && one.id === id)
    if (row === undefined) return []
    const added = addedReport(row)
    return [
      {
        at,
        by: added?.by ?? by.name ?? by.id ?? '督查室',
        what: ACTION_NAMES[action] ?? action,
        words: added?.text ?? text,
        differences: differencesOf(row),
        attachments: (added?.attachments ?? []).map(({ name }) => name),
      },
    ]
  })
  const read = notes
    .filter(({ tasks }) => tasks.includes(id))
    .map(
      ({ at, by, kind }): HistoryEntry => ({
        at,
        by: by ?? '督查室',
        what: ACTION_NAMES[kind] ?? kind,
        words: '',
        differences: [],
        attachments: [],
      }),
    )
  return [...done, ...read].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}
