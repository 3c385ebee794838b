/**
 * The lines of a stream, ended by \n or \r\n and by nothing else: a lone \r or U+2028 inside a message does not split
 * it, as node's readline would. Bytes that are no UTF-8 become U+FFFD. A last line without an end counts where it has
 * anything in it.
 */
export const readLines = async function* (input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  // pieces of a line that is not complete yet: joined once, however many chunks it comes in
  let pieces: string[] = []
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    let from = 0
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      pieces.push(text.slice(from, end))
      yield pieces.join('').replace(/\r$/, '')
      pieces = []
      from = end + 1
    }
    if (from < text.length) pieces.push(text.slice(from))
  }
  const rest = pieces.join('') + decoder.decode()
  if (rest !== '') yield rest.replace(/\r$/, '')
}

/** One line of JSON: what some readers take for line ends is escaped. */
export const toJsonLine = (value: unknown): string =>
  `${JSON.stringify(value).replace(/[\u0085\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`

/** The object that a line holds, or null where it is plain text. */
export const parseJsonObject = (line: string): Record<string, unknown> | null => {
  if (!line.trimStart().startsWith('{')) return null
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
