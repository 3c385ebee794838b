import { DubanError } from '../errors.ts'

export const EXIT_DONE = 0
export const EXIT_FAILED = 1
export const EXIT_USAGE = 2

const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  EACCES: '没有读写权限，请检查文件和文件夹的属主与权限',
  EPERM: '没有读写权限，请检查文件和文件夹的属主与权限',
  EROFS: '所在磁盘为只读，请换一个可写的文件夹',
  ENOSPC: '磁盘空间已满，请清理后重试',
  EDQUOT: '磁盘配额已用完，请清理后重试',
  EISDIR: '给出的是文件夹而不是文件，请检查路径',
  ENOTDIR: '路径中有一段不是文件夹，请检查路径',
  ENOENT: '文件或文件夹不存在，请检查路径',
}

/**
 * A failure as its exit status and the one line for standard error: what, where, what to do. An error nobody
 * foresaw gives its code and no stack; the log has the rest at level debug.
 */
export const describeFailure = (error: unknown): { status: number; line: string } => {
  if (error instanceof DubanError)
    return { status: error.code === 'usage' ? EXIT_USAGE : EXIT_FAILED, line: oneLine(error.message) }
  const { code, path, name } = (error ?? {}) as { code?: unknown; path?: unknown; name?: unknown }
  const known = typeof code === 'string' ? SYSTEM_ERRORS[code] : undefined
  if (known !== undefined)
    return { status: EXIT_FAILED, line: oneLine(`${typeof path === 'string' ? `${path}：` : ''}${known}（${code}）`) }
  const label = typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown'
  return { status: EXIT_FAILED, line: `程序内部错误（代码 ${label}）；设 LOG_LEVEL=debug 重试可看详情` }
}

const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ')
