import type { Restored } from '../store/index.ts'
import type { Context } from './context.ts'
import { toJsonLine } from './lines.ts'

export interface RestoreOptions {
  list?: boolean
  from?: string
}

/** Mends a damaged store from a last good copy, goes back to a named copy, or lists the copies. */
export const restore = async (context: Context, { list, from }: RestoreOptions): Promise<void> => {
  const { services, dataDir, clock, json, print } = context
  if (list) {
    const backups = (await services.listBackups(dataDir)).map(({ name, at }) => ({ name, at }))
    if (json) return print(toJsonLine(backups))
    return print(backups.map(({ name, at }) => `${at}　${name}\n`).join('') || '还没有备份。\n')
  }
  const restored = await services.restore(dataDir, from, clock)
  print(json ? toJsonLine(restored) : describeRestored(restored))
}

const describeRestored = ({ backup, journal, setAside }: Restored): string => {
  const lines = [
    backup === null
      ? '台账库完好，未作改动；要退回某一份备份，用 restore --list 查看后加 --from。'
      : `已恢复 ${backup.at} 的备份（${backup.name}）。`,
    ...(journal === null ? [] : [`日志保留 ${journal.kept} 条，去掉无法读取的 ${journal.dropped} 行。`]),
    ...(setAside.length === 0 ? [] : [`受损的原文件保存为 ${setAside.join('、')}。`]),
  ]
  return `${lines.join('\n')}\n`
}
