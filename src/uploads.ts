import type { IncomingFile } from './adapter.ts'
import { PASTED } from './brought.ts'
import type { Actor, Task } from './domain/index.ts'
import { DubanError } from './errors.ts'
import { applyImport, valuesReplaced } from './importing/apply-import.ts'
import { diffLines, isRevision } from './importing/diff-lines.ts'
import type { ReadLedger } from './importing/document.ts'
import { type FileContents, LARGEST_FILE } from './importing/import-file.ts'
import {
  IMPORT,
  type ImportRecord,
  lastImport,
  touchedSince,
  undoImport,
  undoneEntry,
} from './importing/import-record.ts'
import { type LedgerImport, planImport, type ReadFile } from './importing/plan-import.ts'
import { taskTitle } from './replies/task-title.ts'
import type { Store } from './store/store.ts'

/** Fetches the bytes of a file that came with a message. */
export type FetchFile = (file: IncomingFile) => Promise<Uint8Array>

/** Reads what is in files; the first that cannot be read is thrown as a DubanError. */
export type ReadLedgers = (files: readonly FileContents[]) => Promise<ReadLedger[]>

const TITLE_WIDTH = 20

const titleOf = (task: Task): string => taskTitle(task, [], TITLE_WIDTH)

const describe = ({ file, doubts, merge }: LedgerImport): string => {
  if (merge === null) return `${file}：没有读到任务，台账没有改动`
  const { ledger, tasks, added, changed, removed, kept } = merge
  const doubted = doubts.length + tasks.reduce((count, task) => count + task.doubts.length, 0)
  return [
    `《${ledger.name}》（${file}）`,
    `简称：${ledger.short}`,
    `共${tasks.length}项任务：新增${added.length}、变更${changed.length}、移除${removed.length}`,
    ...(kept.length > 0 ? [`对话中的更正${kept.length}处与文件不同，仍按更正`] : []),
    doubted === 0 ? '没有疑点' : `疑点${doubted}处，回复 疑点 逐项查看`,
    ...(ledger.verification === 'open' ? ['有时限在导入时已过，是否完成尚不清楚，回复 待核实'] : []),
  ].join('\n')
}

/**
 * Reads the files that came with a message.
 * @throws DubanError with a sentence for the sender
 */
export const readUploads = async (
  files: readonly IncomingFile[],
  { fetch, readLedgers }: { fetch: FetchFile; readLedgers: ReadLedgers },
): Promise<readonly ReadFile[]> => {
  const contents: FileContents[] = []
  for (const file of files) {
    if (file.size !== null && file.size > LARGEST_FILE)
      throw new DubanError(
        'file-too-large',
        `文件“${file.name}”超过${LARGEST_FILE / 1024 / 1024}MB，没有导入，请只保留任务内容后再发。`,
      )
    contents.push({ name: file.name, bytes: await fetch(file) })
  }
  const ledgers = await readLedgers(contents)
  const read = ledgers.map((ledger, i): ReadFile => ({ file: (contents[i] as FileContents).name, read: ledger }))
  // the next one without a name would take its place
  if (read.some(({ read: { name, tasks } }) => name === PASTED && tasks.length > 0))
    throw new DubanError(
      'usage',
      '粘贴的内容没有标题，没有导入；请在“导入”后面写上台账名称，如：导入《防汛任务清单》，另起一行粘贴内容。',
    )
  return read
}

/** What files change of ledgers that are there already; null where they change none. */
export const revisionOf = (
  store: Pick<Store, 'snapshot' | 'entries'>,
  files: readonly ReadFile[],
  now: Date,
): string | null => {
  const { imports } = planImport(store.snapshot(), files, now, valuesReplaced(store))
  if (!imports.some(({ merge }) => merge !== null && isRevision(merge))) return null
  const parts = imports.flatMap(({ file, merge }) => {
    if (merge === null) return []
    if (!merge.revises) return [`《${merge.ledger.name}》（${file}）是新台账，共${merge.tasks.length}项任务`]
    return [[`《${merge.ledger.name}》已有台账，按“${file}”改动如下：`, ...diffLines(merge, titleOf)].join('\n')]
  })
  return [...parts, '确认后写入，原有进展保留。回复：确认、取消'].join('\n')
}

interface Moment {
  key: string
  by: Actor
  now: Date
}

/** Takes files over, all of them or none, and tells what they brought. */
export const applyUploads = async (
  store: Pick<Store, 'update' | 'append' | 'entries'>,
  files: readonly ReadFile[],
  { key, by, now }: Moment,
): Promise<string> => {
  const imports = await applyImport(store, files, { id: key, by, now })
  return imports.map(describe).join('\n\n')
}

type Reading = Pick<Store, 'snapshot' | 'entries'>

const refusal = (record: ImportRecord, store: Reading): string | null => {
  const touched = touchedSince(record, store.snapshot())
  if (touched.length === 0) return null
  const named = touched.slice(0, 3).map(titleOf).join('、')
  return `上次导入后已有${touched.length}项任务有报送、审核或更正（${named}），不能撤销；请修改原文件后重新导入。`
}

const named = ({ ledgers }: ImportRecord): string => ledgers.map(({ name }) => `《${name}》`).join('、')

/** What taking back the last import would do; `refused` where it is not possible. */
export const lastUpload = (store: Reading): { id: string; text: string } | { refused: string } => {
  const last = lastImport(store.entries(IMPORT))
  if (last === null) return { refused: '没有可以撤销的导入。' }
  const { record } = last
  const refused = refusal(record, store)
  if (refused !== null) return { refused }
  const effects = record.ledgers.map(({ name, before, added, tasks }) =>
    before === null
      ? `《${name}》整份移除（${added.length}项）`
      : `《${name}》恢复到导入前：去掉新增${added.length}项，还原变更和移除的${tasks.length}项`,
  )
  return { id: record.id, text: ['撤销上次导入：', ...effects, '回复：确认、取消'].join('\n') }
}

/** Takes an import back where it is still the last one and nothing has been reported on it. */
export const undoUpload = async (
  store: Pick<Store, 'snapshot' | 'entries' | 'update' | 'append'>,
  id: string,
  { by, now }: Moment,
): Promise<string> => {
  const last = lastImport(store.entries(IMPORT))
  if (last === null || last.record.id !== id) return '这次导入之后又有导入，或者已经撤销，没有改动。'
  const { record } = last
  const refused = refusal(record, store)
  if (refused !== null) return refused
  await store.update((state) => undoImport(state, record), { copyFirst: true })
  await store.append(undoneEntry(id, by, now.toISOString()))
  return `已撤销${named(record)}的导入。`
}
