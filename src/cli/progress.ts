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
