import type { IncomingFile } from './adapter.ts'
import { PASTED } from './brought.ts'
import { DubanError } from './errors.ts'
import type { ReadLedger } from './importing/document.ts'
import { type FileContents, LARGEST_FILE } from './importing/import-file.ts'
import { type LedgerImport, planImport, type ReadFile } from './importing/plan-import.ts'
import type { Store } from './store/store.ts'

/** Fetches the bytes of a file that came with a message. */
export type FetchFile = (file: IncomingFile) => Promise<Uint8Array>

/** Reads what is in files; the first that cannot be read is thrown as a DubanError. */
export type ReadLedgers = (files: readonly FileContents[]) => Promise<ReadLedger[]>

const describe = ({ file, doubts, merge }: LedgerImport): string => {
  if (merge === null) return `${file}：没有读到任务，台账没有改动`
  const { ledger, tasks, added, changed, removed } = merge
  const doubted = doubts.length + tasks.reduce((count, task) => count + task.doubts.length, 0)
  return [
    `《${ledger.name}》（${file}）`,
    `简称：${ledger.short}`,
    `共${tasks.length}项任务：新增${added.length}、变更${changed.length}、移除${removed.length}`,
    doubted === 0 ? '没有疑点' : `疑点${doubted}处，回复 疑点 逐项查看`,
    ...(ledger.verification === 'open' ? ['有时限在导入时已过，是否完成尚不清楚，回复 待核实'] : []),
  ].join('\n')
}

/**
 * Imports the files that came with a message, all of them or none, and tells what they brought.
 * @throws DubanError with a sentence for the sender; nothing is then changed
 */
export const importUploads = async (
  files: readonly IncomingFile[],
  {
    fetch,
    readLedgers,
    store,
    now,
  }: { fetch: FetchFile; readLedgers: ReadLedgers; store: Pick<Store, 'update'>; now: Date },
): Promise<string> => {
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
  let imports: LedgerImport[] = []
  await store.update(
    (state) => {
      const plan = planImport(state, read, now)
      imports = plan.imports
      return plan.state
    },
    { copyFirst: true },
  )
  return imports.map(describe).join('\n\n')
}
