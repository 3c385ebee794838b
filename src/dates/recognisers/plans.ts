import { dataFile } from '../../data.ts'
import { RANK, type Recogniser, sticky } from '../fields.ts'

const file = dataFile<{ periods: Record<string, [number, number]> }>('plan-periods.json')

const FOLLOWS = '(?:规划)?(?:期间|时期|期末|期内|期初|中期|初期?|末|以来|期满|收官|结束|规划期)'
const named = sticky(
  `"?((?:十[一二三四五六七八九]?|[六七八九])五)"?(?:(?:规划|计划)(?=期|时期|末))?(?=${FOLLOWS}|(.?))`,
)
const spelt = sticky(`第(十[一二三四五六七八九]?|[六七八九])个五年(?:规划|计划)(?=${FOLLOWS}|(.?))`)

/**
 * “十四五”期间, 十三五末, 第十四个五年规划期内. The mere name is a time only where nothing else stands in the clause:
 * “十三五”人才规划 is a document.
 */
export const plans: Recogniser = {
  starts: '"十六七八九第',
  read: (text, at, rank) => {
    if (rank !== RANK.none) return null
    const match = named(text, at) ?? spelt(text, at)
    if (!match) return null
    const next = match[2]
    const quoted = match[0].startsWith('"')
    const before = text.charAt(at - 1)
    if (next !== undefined) {
      const closed = next === '' || /[,。;)至到、和前-]/.test(next)
      const opened = before === '' || /[,。;(、和至到-]/.test(before)
      if (!closed || !opened) return null
    }
    // 十五 and its like are numbers too
    const name = `${(match[1] as string).replace(/五$/, '')}五`.replace('十五五', '十五五')
    if (name.length === 2 && !quoted && !/^(?:规划)?(?:期|时期)/.test(text.slice(at + match[0].length))) return null
    const period = file().periods[match[0].startsWith('第') ? `${match[1]}五` : (match[1] as string)]
    return period ? { to: at + match[0].length, rank: RANK.plan, fields: { plan: period } } : null
  },
}
