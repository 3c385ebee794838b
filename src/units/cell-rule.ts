import { foldName } from './folded.ts'

const FIRST = '(?:首位|首个|第一家|第一个|第一位|第一|最前面|最前|首)'
/** What no such sentence is without. */
const NAMES_FIRST = /首|第一|最前/u
const LEADER = '(?:第一|主要|总)?(?:责任|牵头|主办|主责)(?:责任)?(?:单位|部门|人)'
const RULE = new RegExp(
  `[,;。:、(]*(?:注:|其中,?|上述|以上)?(?:各项任务|任务|责任|所列|有关|的)*(?:单位|部门)?(?:中)?,?(?:排名|排序|排列|名列|位列|排|列|居|位)?(?:在|于|为|次)?${FIRST}` +
    `(?:的|者)?(?:责任)?(?:单位|部门)?(?:即|均|皆)?(?:为|是|系|作为)${LEADER}(?:,?下同)?[)。;]*` +
    `|[,;。:、(]*(?:注:)?${LEADER}(?:即|均|皆)?(?:为|是|系)(?:排名|排序|排|列|名列|位列)?(?:在|于)?${FIRST}(?:的)?(?:责任)?(?:单位|部门)?(?:,?下同)?[)。;]*`,
  'u',
)

/**
 * Takes a sentence off a unit cell that says who leads (排在首位的为第一责任部门，下同): it is a rule for the whole document,
 * not a unit.
 */
export const takeRule = (cell: string): { text: string; rule: 'first-leads' | null } => {
  if (!NAMES_FIRST.test(cell)) return { text: cell, rule: null }
  const { text, at } = foldName(cell)
  const match = RULE.exec(text)
  if (match === null) return { text: cell, rule: null }
  const [from, to] = [at[match.index] as number, at[match.index + match[0].length] as number]
  return { text: `${cell.slice(0, from)}\n${cell.slice(to)}`, rule: 'first-leads' }
}
