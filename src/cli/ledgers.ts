import { renderTable } from '../display/table.ts'
import { DubanError } from '../errors.ts'
import type { Snapshot } from '../store/store.ts'
import type { Context } from './context.ts'
import { describeInstant } from './instant.ts'
import { archiveLedger, ledgerNamed, markLedger, removeLedger, renameLedger } from './ledger-changes.ts'
import { toJsonLine } from './lines.ts'

export interface LedgersOptions {
  /** The ledger and its new short name. */
  short?: string[]
  archive?: string
  unarchive?: string
  public?: string
  internal?: string
  remove?: string
}

/** Columns to write for where the output is no terminal. */
const WIDE = 160

interface Change {
  /** Says what has been done, of the state before it. */
  said: (state: Snapshot) => string
  apply: (state: Snapshot) => Snapshot
}

const changeOf = (options: LedgersOptions): Change | null => {
  const { short, archive, unarchive, remove } = options
  const changes: Change[] = []
  const label = (state: Snapshot, name: string): string => `《${ledgerNamed(state.ledgers, name).name}》`
  if (short !== undefined) {
    const [name, wanted, ...rest] = short
    if (name === undefined || wanted === undefined || rest.length > 0)
      throw new DubanError('usage', '--short 后面写台账和新简称两个词，如 --short 医改施工图 施工图')
    changes.push({
      said: (state) => `${label(state, name)}的简称改为“${wanted.trim()}”。`,
      apply: (state) => renameLedger(state, name, wanted),
    })
  }
  if (archive !== undefined)
    changes.push({
      said: (state) => `${label(state, archive)}已归档，提问时不再列入。`,
      apply: (state) => archiveLedger(state, archive, true),
    })
  if (unarchive !== undefined)
    changes.push({
      said: (state) => `${label(state, unarchive)}已取消归档。`,
      apply: (state) => archiveLedger(state, unarchive, false),
    })
  for (const [name, openness, word] of [
    [options.public, 'public', '公开'],
    [options.internal, 'internal', '内部'],
  ] as const)
    if (name !== undefined)
      changes.push({
        said: (state) => `${label(state, name)}已设为${word}。`,
        apply: (state) => markLedger(state, name, openness),
      })
  if (remove !== undefined)
    changes.push({
      said: (state) => `${label(state, remove)}及其任务已移除，原文件不受影响。`,
      apply: (state) => removeLedger(state, remove),
    })
  if (changes.length > 1)
    throw new DubanError('usage', '--short、--archive、--unarchive、--public、--internal、--remove 一次只用一个')
  return changes[0] ?? null
}

const rowsOf = ({ ledgers, tasks }: Snapshot) =>
  ledgers.map((ledger) => ({ ...ledger, tasks: tasks.filter(({ ledgerId }) => ledgerId === ledger.id).length }))

const describe = (state: Snapshot, { services: { config, streams } }: Context): string => {
  const rows = rowsOf(state)
  if (rows.length === 0) return `还没有台账。导入：${config.command} import 文件\n`
  const table = renderTable(
    ['简称', '名称', '任务', '导入时间', '状态', '范围', '编号'],
    rows.map(({ short, name, tasks, importedAt, archived, openness, id }) => [
      short,
      name,
      `${tasks}项`,
      describeInstant(new Date(importedAt)),
      archived ? '已归档' : '使用中',
      openness === 'public' ? '公开' : '内部',
      id,
    ]),
    streams.output.columns ?? WIDE,
  )
  return `${table}\n`
}

/** Lists the ledgers, or changes one of them. */
export const ledgers = async (context: Context, options: LedgersOptions): Promise<void> => {
  const { services, dataDir, clock, json } = context
  const change = changeOf(options)
  if (change === null) {
    const store = await services.readStore(dataDir)
    const state = store.snapshot()
    await store.close()
    context.print(json ? toJsonLine(rowsOf(state)) : describe(state, context))
    return
  }
  const store = await services.openStore(dataDir, clock)
  try {
    const said = change.said(store.snapshot())
    await store.update(change.apply)
    context.print(json ? toJsonLine(rowsOf(store.snapshot())) : `${said}\n`)
  } finally {
    await store.close()
  }
}
