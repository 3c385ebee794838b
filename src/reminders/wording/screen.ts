/** A phone screen: lines, and Chinese characters in a line; two of ASCII take the room of one. */
const LINES = 18
const WIDTH = 18

/** Rows that are shown however long they are. */
const LEAST = 2
const MOST = 10

/** How many lines of a phone screen a text takes. */
export const screenLines = (text: string): number =>
  text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.replace(/[ -~]{2}/gu, '一').length / WIDTH)), 0)

interface Listed {
  heading: string
  lines: readonly string[]
}

/**
 * Sections cut to what is left of a screen: a row of each in turn, so that none is crowded out by the one before, and at
 * the end how many are not shown.
 * @param taken lines that are taken already
 */
export const onOneScreen = (sections: readonly Listed[], taken: number): string[] => {
  const shown = sections.map(() => 0)
  const all = sections.reduce((sum, { lines }) => sum + lines.length, 0)
  const written = (): string[] => {
    const rest = all - shown.reduce((sum, count) => sum + count, 0)
    return [
      ...sections.flatMap(({ heading, lines }, at) => (shown[at] === 0 ? [] : [heading, ...lines.slice(0, shown[at])])),
      ...(rest > 0 ? [`另${rest}项，回复 我的待办 看全部`] : []),
    ]
  }
  for (let grown = true; grown; ) {
    grown = false
    for (const [at, { lines }] of sections.entries()) {
      const count = shown[at] ?? 0
      if (count >= lines.length) continue
      shown[at] = count + 1
      const rows = shown.reduce((sum, one) => sum + one, 0)
      if (rows <= LEAST || (rows <= MOST && taken + screenLines(written().join('\n')) <= LINES)) grown = true
      else shown[at] = count
    }
  }
  return written()
}
