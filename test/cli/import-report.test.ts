import { describe, expect, test } from '@jest/globals'
import { describeImport } from '../../src/cli/import-report.ts'
import { planImport, type ReadFile } from '../../src/importing/plan-import.ts'
import type { Snapshot } from '../../src/store/store.ts'
import { draft, EMPTY, file, NOW, SAFETY } from '../importing/read-files.ts'

const report = (state: Snapshot, ...files: ReadFile[]): string =>
  planImport(state, files, NOW)
    .imports.map((one) => describeImport(one, { command: 'duban' }))
    .join('\n')

describe('describeImport', () => {
  test('a new ledger: its tasks by row, its short name, its doubts by kind', () => {
    const doubt = { field: 'lead', message: '没有写明责任单位。' }
    const doubtful = file(
      '安全生产任务分工表',
      [
        draft('1', '修订应急预案', { doubts: [{ field: 'timing', message: '时限“择机”没有读出日期。' }] }),
        draft('2', '排查燃气管道占压', { doubts: [doubt] }),
        draft('3', '开展消防演练', { doubts: [doubt] }),
      ],
      { doubts: [{ field: 'row', message: '第9行没有读成任务。' }] },
    )
    expect(report(EMPTY, doubtful).split('\n')).toEqual([
      '《安全生产任务分工表》（安全生产任务分工表.txt）',
      '共3项任务：新增3、变更0、移除0、不变0',
      '简称：安全生产（改简称：duban ledgers --short 安全生产 新简称）',
      '第几行指原文件从头数的行，可在文本编辑器中按行号查找',
      '新增3项',
      '  第4行　1　修订应急预案',
      '  第5行　2　排查燃气管道占压',
      '  第6行　3　开展消防演练',
      '体检：疑点4处（未能读取的行1、时限1、责任单位2）',
      ' 未能读取的行',
      '  第9行没有读成任务。',
      ' 时限',
      '  第4行　1　时限“择机”没有读出日期。',
      ' 责任单位',
      '  没有写明责任单位（2项）：第5行 2、第6行 3',
    ])
  })

  test('an edited one: what has become of each task', () => {
    const { state } = planImport(EMPTY, [SAFETY], NOW)
    const edited = file('安全生产任务分工表', [draft('1', '修订应急预案', { lead: ['区城管委'] })])
    const told = report(state, edited)
    expect(told).toContain('共1项任务：新增0、变更1、移除1、不变0')
    expect(told).toContain('  第4行　1　修订应急预案：牵头单位由“区应急局”改为“区城管委”')
    expect(told).toContain('  2　排查燃气管道占压（原第5行）')
    expect(told).toContain('体检：没有疑点')
  })

  test('deadlines that had passed are to be verified', () => {
    const late = file('安全生产任务分工表', [
      draft('1', '修订应急预案', {
        milestones: [{ due: '2024-03-31', start: null, recurs: null, ongoing: false, what: null }],
      }),
    ])
    expect(report(EMPTY, late)).toMatch(/待核实1项.*\n {2}第4行　1　修订应急预案（2024-03-31）$/)
    expect(report(EMPTY, SAFETY)).not.toMatch(/待核实/)
  })

  test('a ledger that is archived stays so, and says it', () => {
    const { state } = planImport(EMPTY, [SAFETY], NOW)
    const archived = { ...state, ledgers: state.ledgers.map((ledger) => ({ ...ledger, archived: true })) }
    expect(report(archived, SAFETY)).toContain('该台账已归档，提问时不列入（取消：duban ledgers --unarchive 安全生产）')
    expect(report(state, SAFETY)).not.toContain('归档')
  })

  test('a document without tasks', () => {
    const empty = file('会议通知', [], { doubts: [{ field: 'document', message: '没有读到任务。' }] })
    expect(report(EMPTY, empty)).toBe(
      '会议通知.txt：没有读到任务，台账没有改动\n体检：疑点1处（整份文件1）\n 整份文件\n  没有读到任务。',
    )
  })
})
