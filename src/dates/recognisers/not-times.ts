import { timeWords } from '../words.ts'

let expression: RegExp | undefined

/**
 * Stretches that look like a time and are none: document numbers, ordinal numbers, telephone numbers, shares, street
 * names. `[from, to)` in a clean text, left to right.
 */
export const notTimes = (text: string): [number, number][] => {
  expression ??= new RegExp(timeWords().notTimes.join('|'), 'g')
  expression.lastIndex = 0
  const found: [number, number][] = []
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    const to = match.index + match[0].length
    if (/^(?:20|19)\d{6}$/.test(match[0]) || match[0] === '') {
      if (match[0] === '') expression.lastIndex++
      continue
    }
    found.push([match.index, to])
  }
  return found
}
