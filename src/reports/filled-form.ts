/** Stands above a form (see `formText`), and is sent back with it. */
export const FORM = '【填报表】'

const NUMBER = '(?:第?(\\d{1,4})项?|([（(][一二三四五六七八九十]{1,3}[）)]\\s?\\d{0,3}))'
/** `11　优化公立医院收入结构：已报送`: the number, the title that is printed, and what was filled in. */
const ROW = new RegExp(`^\\s*${NUMBER}[.．、　 \\t]*([^：:]{0,60})[：:]\\s*(.*)$`, 'u')

interface Row {
  number: string
  titled: boolean
  filled: string
}

const rowOf = (line: string): Row | null => {
  const [, plain, composite, title = '', filled = ''] = ROW.exec(line) ?? []
  const number = plain === undefined ? composite : `第${plain}项`
  return number === undefined ? null : { number, titled: title.trim() !== '', filled: filled.trim() }
}

const EMPTY = /^[_＿—\-\s。；;无]*$/u

/** The rows of a form that was sent back; null where a message is no form. */
const rowsOf = (message: string): Row[] | null => {
  const lines = message.split(/\r?\n/u).filter((line) => line.trim() !== '')
  const head = lines.findIndex((line) => line.includes(FORM))
  if (head < 0) {
    const rows = lines.map(rowOf)
    // several rows with their titles, or with one left empty: nobody writes so but in a form
    const sure = rows.length > 1 && rows.every((row) => row !== null)
    return sure && rows.some((row) => row?.titled === true || row?.filled === '') ? (rows as Row[]) : null
  }
  const rows: Row[] = []
  for (const line of lines.slice(head + 1)) {
    const row = rowOf(line)
    const last = rows.at(-1)
    if (row !== null) rows.push(row)
    else if (last !== undefined) last.filled += line.trim()
  }
  return rows
}

/**
 * What a form says that has been filled in and sent back, a line for each task that something was written for
 * (`第11项：已报送`); '' where nothing was, null where the message is no form.
 */
export const readFilledForm = (message: string): string | null => {
  const rows = rowsOf(message)
  return (
    rows
      ?.filter(({ filled }) => !EMPTY.test(filled))
      .map(({ number, filled }) => `${number}：${filled}`)
      .join('\n') ?? null
  )
}

/** A form to fill in: a row for each task, its number and title as they are read back. */
export const formText = (heading: string, rows: readonly { no: string; title: string }[]): string =>
  [
    `${FORM}${heading}`,
    '请在冒号后填写进展，不报的留空，整条发回：',
    ...rows.map(({ no, title }) => `${no}　${title.replace(/[：:]/gu, ' ')}：`),
  ].join('\n')

/** A message as it is to be read: of a form what was filled in; an empty one asks for a form. */
export const unfoldForm = (message: string): string => {
  const filled = readFilledForm(message)
  return filled === '' ? '填报表' : (filled ?? message)
}
