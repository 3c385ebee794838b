import { dirname } from 'node:path'
import { DubanError } from '../errors.ts'
import { systemCode } from './files.ts'
import { NotSyncedError } from './synced-file.ts'

/** What went wrong and what to do about it, by the code of the system. */
const REASONS: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  ENOSPC: ['磁盘空间已满', '请腾出磁盘空间后重试'],
  EDQUOT: ['磁盘配额已用完', '请腾出磁盘空间或调整配额后重试'],
  EACCES: ['没有访问权限', '请检查该文件夹及文件的权限后重试'],
  EPERM: ['系统不允许此操作', '请检查该文件夹的权限和所在磁盘后重试'],
  EROFS: ['所在磁盘为只读', '请改为可写后重试，或用 --data 另指一个文件夹'],
  EIO: ['磁盘读写出错', '请检查磁盘后重试'],
  ENOTDIR: ['路径中有一处是文件而不是文件夹', '请用 --data 另指一个文件夹'],
  EEXIST: ['该路径是文件而不是文件夹', '请用 --data 另指一个文件夹'],
  EISDIR: ['应为文件之处是一个文件夹', '请移走该文件夹后重试'],
  ENOENT: ['文件夹不存在或已被移走', '请恢复该文件夹，或用 --data 另指一个文件夹'],
  EMFILE: ['打开的文件过多', '请稍后重试'],
  ENOTSUP: ['所在磁盘不支持此操作', '请用 --data 另指一个本机磁盘上的文件夹'],
}

/** What the store was about to do with a file or folder. */
export type Doing = '写入' | '读取' | '使用' | '备份到'

/**
 * A failure of the file system as `store-unwritable` in plain words; anything else, such as a mistake in the program,
 * as it is.
 */
export const diskFailure = (doing: Doing, path: string, error: unknown): unknown => {
  const code = systemCode(error instanceof NotSyncedError ? error.cause : error)
  if (code === null) return error
  const [what, remedy] = REASONS[code] ?? [`系统错误 ${code}`, '请检查磁盘和权限后重试']
  const effect = doing === '写入' ? '，本次改动未保存' : ''
  return new DubanError('store-unwritable', `无法${doing} ${path}：${what}${effect}；${remedy}`, { cause: error })
}

/** Runs work on a file or folder and words the failures of the disk. */
export const wordingFailures = async <T>(doing: Doing, path: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw diskFailure(doing, path, error)
  }
}

/** `store-damaged`: what is wrong with which file, and that `restore` brings back a good one. */
export const damaged = (path: string, what: string, cause?: unknown): DubanError =>
  new DubanError(
    'store-damaged',
    `${path} 已损坏：${what}；原文件未改动，请运行 duban restore --data ${dirname(path)} 恢复最近一份完好备份`,
    { cause },
  )
