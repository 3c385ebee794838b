import { describe, expect, test } from '@jest/globals'
import type { Task } from '../../src/domain/index.ts'
import { countParts, specialReportOf } from '../../src/exporting/special-report.ts'
import { toSpecialReportDocx } from '../../src/exporting/special-report-docx.ts'
import { openArchive } from '../../src/importing/readers/archive.ts'
import { indexOf } from '../../src/matching/ledger-index.ts'
import { countStandings } from '../../src/matching/task-counts.ts'
import { importedLedgers } from '../helpers/sample-ledger.ts'

const TODAY = '2023-06-15'
const state = importedLedgers('test/cases/ledgers/营商环境改革任务清单.txt')
const report = (text: string, at = '2023-06-02T09:00:00+08:00') => ({
  ...{ at, by: '甲', text, progress: null, status: null },
})
const tasks: Task[] = state.tasks.map((task, i) => {
  if (i === 0) return { ...task, status: 'done', progress: 100 }
  if (i === 1) return { ...task, status: 'pending-review' }
  if (i === 2) return { ...task, reports: [report('方案已报市政府。'), report('旧事', '2023-01-02T09:00:00+08:00')] }
  return task
})
const made = specialReportOf(tasks, '《营商环境改革任务清单》', TODAY)
const [overall = '', ...others] = made.sections.map(({ paragraphs }) => paragraphs.join('\n'))

describe('a 专报', () => {
  test('gives a sum that adds up, the same that 总体情况 gives', () => {
    const [total, ...parts] = [...overall.matchAll(/(\d+)项/gu)].map(([, count]) => Number(count))
    expect(total).toBe(tasks.length)
    expect(parts.reduce((sum, count) => sum + count, 0)).toBe(total)
    const { finished, held, late, ahead, ongoing, untimed } = countStandings(tasks, indexOf({ ...state, tasks }), TODAY)
    expect([...countParts(tasks, TODAY).values()]).toEqual([finished, held, late, ahead, ongoing, untimed])
  })

  test('names every task that it has counted as late, and the headings count what stands below them', () => {
    const late = countParts(tasks, TODAY).get('时限已过、未收到办结申请')
    expect(made.sections.map(({ heading }) => heading)[1]).toBe(`二、时限已过、未收到办结申请的事项（${late}项）`)
    for (const { heading, paragraphs } of made.sections.slice(1))
      expect(heading).toContain(`（${paragraphs.length}项）`)
  })

  test('tells what was reported of late, and nothing older', () => {
    expect(others.join('\n')).toContain('方案已报市政府（2023年6月2日报送）。')
    expect(others.join('\n')).not.toContain('旧事')
  })

  test('ranks nobody and calls nothing 逾期', () => {
    expect(JSON.stringify(made)).not.toMatch(/逾期|排名|最差|落后/u)
  })

  test('is a Word document in the layout of official ones', async () => {
    const bytes = await toSpecialReportDocx(made)
    const document = (await (await openArchive('x.docx', bytes)).read('word/document.xml')).toString()
    // A4, 天头 37 mm, 订口 28 mm
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/u)
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/u)
    // 二号 in 小标宋, 三号 in 仿宋, 28 磅
    expect(document).toMatch(/w:eastAsia="方正小标宋简体"[^>]*\/><w:sz w:val="44"\/>|<w:sz w:val="44"\/>/u)
    expect(document).toContain('<w:sz w:val="32"/>')
    expect(document).toContain('w:line="560" w:lineRule="exact"')
    expect(document).toContain('>关于《营商环境改革任务清单》办理情况的专报<')
  })
})
