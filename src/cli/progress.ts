import type { ReadingProgress } from '../importing/worker/read-ledgers.ts'

/** Clears the line from the cursor on. */
const CLEAR = '\x1b[K'

/**
 * Shows on standard error that a question waits for the full-text index: on a terminal how far it is, elsewhere one
 * line. Takes the share that is built, from below 1 up to 1 at the end.
 */
export const showProgress = (errors: NodeJS.WritableStream & { isTTY?: boolean }): ((share: number) => void) => {
  let shown: number | null = null
  return (share) => {
    const percent = Math.floor(100 * share)
    if (share >= 1) {
      if (shown !== null && errors.isTTY) errors.write(`\r${CLEAR}`)
      shown = null
    } else if (errors.isTTY) {
      if (percent !== shown) errors.write(`\r正在建立全文索引，已完成${percent}%`)
      shown = percent
    } else {
      if (shown === null) errors.write('正在建立全文索引，请稍候\n')
      shown = percent
    }
  }
}

/** Smaller files are read before anybody could look. */
const LONG_FILE = 512 * 1024

/** Shows on standard error which file is being read: on a terminal in one line that is wiped at the end, elsewhere long files only. */
export const showReading = (
  errors: NodeJS.WritableStream & { isTTY?: boolean },
): { tell: (progress: ReadingProgress) => void; end: () => void } => {
  let shown = false
  return {
    tell: ({ file, place, of, size, rows }) => {
      const which = of > 1 ? `（第${place}份，共${of}份）` : ''
      const stage = rows === null ? '正在读取' : `已打开，共${rows}行，正在识别任务`
      if (errors.isTTY) errors.write(`\r${CLEAR}${file}${which}：${stage}`)
      else if (size >= LONG_FILE) errors.write(`${file}${which}：${stage}\n`)
      shown = true
    },
    end: () => {
      if (shown && errors.isTTY) errors.write(`\r${CLEAR}`)
    },
  }
}
