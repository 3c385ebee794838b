import { defineIntent } from '../src/intent.ts'
import { countStandings, type StandingCounts } from '../src/matching/task-counts.ts'
import { describeQuery } from '../src/replies/describe-query.ts'

/** Units shown in the overview; the rest is counted. */
const MOST = 12

export const overview = defineIntent({
  name: 'overview',
  summary: '看总体情况：任务数、到期情况、各单位任务数',
  examples: ['总体情况', '各单位各有几项', '完成率多少', '台账概况'],
  asks: ['overview'],
  when: ({ query }) => query.numbers.length === 0 && query.topic === null,
  run: ({ tasks, question, index, today }) => {
    const about = describeQuery(question.query, index)
    if (tasks.length === 0) return { text: `没有符合条件的任务${about === '' ? '' : `（${about}）`}。` }
    const ledgers = index.ledgersOf(tasks)
    const counts = countStandings(tasks, index, today)
    const lines = [
      `${about === '' ? ledgers.map((ledger) => `〔${ledger.short}〕`).join('') : about}共${tasks.length}项`,
      breakdown(tasks.length, counts),
      `办结率${Math.round((100 * counts.finished) / tasks.length)}%`,
    ]
    const units = index.countUnits(tasks)
    if (units.length > 0)
      lines.push(
        `涉及${units.length}个单位（牵头${units.filter(({ lead }) => lead > 0).length}个；按台账顺序，不作排名）`,
      )
    for (const { unit, lead, all } of units.slice(0, MOST)) lines.push(`${unit}：牵头${lead}、共${all}`)
    if (units.length > MOST) lines.push(`另有${units.length - MOST}个单位，可直接问单位名称`)
    const asked = units.slice(0, MOST).map(({ unit }) => ({ label: unit, say: `${unit}有哪些任务`, group: '看单位' }))
    const late =
      counts.late > 0 ? [{ label: `时限已过${counts.late}项`, say: '已过时限', refers: 'answer' as const }] : []
    return { tasks, text: lines.join('\n'), actions: about === '' ? [...late, ...asked] : late }
  },
})

/** A sum that adds up: every task is in exactly one part of it. */
const breakdown = (total: number, { finished, held, late, ahead, ongoing, untimed }: StandingCounts): string => {
  const parts = {
    办结: finished,
    待审核或中止: held,
    时限已过: late,
    今后到期: ahead,
    持续推进: ongoing,
    未写明时限: untimed,
  }
  return `${total}＝${Object.entries(parts)
    .filter(([name, count]) => count > 0 || name === '办结')
    .map(([name, count]) => `${name}${count}`)
    .join('＋')}`
}
