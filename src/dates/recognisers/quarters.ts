import { type Fields, isDigitAt, RANK, type Recogniser, sticky } from '../fields.ts'
import { readNumber } from '../numerals.ts'
import { elidedBefore } from './joined.ts'

const Q = '第?[一二三四1-4]'

const numbered = sticky(
  `第([一二三四1-4])个?季度?(?!节)|([一二三四1-4])(?:个?季度|季(?=[末底初内前]))|q([1-4])(?:季度)?(?![\\da-z])|([1-4])q(?![\\da-z])|第?([一二三四1-4])${elidedBefore(Q, '个?季度')}`,
)
// 三四季度: two quarters without a comma
const neighbour = sticky('([一二三])(?=([二三四])季度)')
const first = sticky('[前头]([一二两三23])个?季度')
const near = sticky('(本|这一?个?|当前?|上{1,2}一?个?|下{1,2}一?个?)季(?:度|(?=[末底初内前]))')
const edge = sticky('(首|末)季度')
const half = sticky('([上下前后头])半年(?:度)?|上(?=[、和及与]?下半年)')

const read = (text: string, at: number): { length: number; fields: Fields } | null => {
  const match = numbered(text, at)
  if (match) {
    const word = match.slice(1).find((group) => group !== undefined) as string
    const fields: Fields = { quarter: readNumber(word) }
    if (match[5]) fields.elided = true
    return { length: match[0].length, fields }
  }
  const pair = neighbour(text, at)
  if (pair && readNumber(pair[2] as string) === readNumber(pair[1] as string) + 1)
    return { length: 1, fields: { quarter: readNumber(pair[1] as string), elided: true } }
  const several = first(text, at)
  if (several) return { length: several[0].length, fields: { quarter: 1, quarterTo: readNumber(several[1] as string) } }
  const relative = near(text, at)
  if (relative) {
    const word = relative[1] as string
    const shift = word.startsWith('上')
      ? -(word.lastIndexOf('上') + 1)
      : word.startsWith('下')
        ? word.lastIndexOf('下') + 1
        : 0
    return { length: relative[0].length, fields: { quarterShift: shift } }
  }
  const end = edge(text, at)
  return end && { length: end[0].length, fields: { quarter: end[1] === '首' ? 1 : 4 } }
}

/** 一季度, 第三季度, Q3, 前三季度, 本季度; 上半年. */
export const quarters: Recogniser = {
  starts: '第一二三四1234q本这当上下前头后首末',
  read: (text, at, rank) => {
    if (rank > RANK.year || (isDigitAt(text, at - 1) && text.charAt(at) !== 'q')) return null
    const found = read(text, at)
    if (found) return { to: at + found.length, rank: RANK.quarter, fields: found.fields }
    if (/[每一]/.test(text.charAt(at - 1))) return null
    const match = half(text, at)
    if (!match) return null
    const which = match[1] === '下' || match[1] === '后' ? 2 : 1
    if (match[1] === undefined) return { to: at + 1, rank: RANK.half, fields: { half: 1, elided: true } }
    return { to: at + match[0].length, rank: RANK.half, fields: { half: which } }
  },
}
