import { numeralValue } from './number-reference.ts'
import type { Selection } from './reading.ts'

const N = '(\\d{1,3}|[一二三四五六七八九十两]{1,3})'
/** 项 and 条 after 第 mean the ledger's number; 个 and 位 a place in the list. */
const ORDINAL = new RegExp(
  `(?:倒数第${N}(?:个|位|行|项|条)|第${N}(?:个|位|行))(?!月|季度|工作日)|(?<![到至])最后(?:那|的)?一?(?:个|项|条)|末一?(?:个|项|条)|第一个|[前后](?:面|边)(?:那|的|那一)(?:个|项|条|件)|[前后]者`,
  'g',
)
const FIRST = new RegExp(`(前|头|后|末|最后)(?:面|边)?的?${N}(?:个|项|条)(?!月|季度|工作日)`)

/** Without one of these nothing is selected, as in most questions. */
const MAY_SELECT = /[第前头后末]/

/** 第二个, 最后一个, 倒数第二个, 前三个, in a folded question. */
export const findSelection = (text: string, taken: (index: number) => boolean): Selection | null => {
  if (!MAY_SELECT.test(text)) return null
  const first = FIRST.exec(text)
  if (first && !taken(first.index)) {
    const amount = numeralValue(first[2] as string)
    const sign = first[1] === '前' || first[1] === '头' ? 1 : -1
    const span: [number, number] = [first.index, first.index + first[0].length]
    if (first[1] === '最后' && amount === 1) return { places: [-1], span }
    return { places: [], first: sign * amount, span }
  }
  const matches = [...text.matchAll(ORDINAL)].filter((match) => !taken(match.index))
  const [head, last] = [matches[0], matches.at(-1)]
  if (!head || !last) return null
  const places = matches.map((match) => {
    const number = match[1] ?? match[2]
    if (number === undefined) return /^[第前]/.test(match[0]) ? 1 : -1
    const place = numeralValue(number)
    return match[0].startsWith('倒数') ? -place : place
  })
  const relative = /^[前后][面边者]/.test(head[0])
  return { places, ...(relative ? { relative } : {}), span: [head.index, last.index + last[0].length] }
}
