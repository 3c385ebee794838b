import { describe, expect, test } from '@jest/globals'
import { planImport } from '../../src/importing/plan-import.ts'
import { BUSINESS, draft, EMPTY, file, NOW, SAFETY } from './read-files.ts'

describe('planImport', () => {
  const both = planImport(EMPTY, [SAFETY, BUSINESS], NOW).state

  test('ledgers stand in the order they came, tasks with them', () => {
    expect(both.ledgers.map(({ short }) => short)).toEqual(['安全生产', '营商环境'])
    expect(both.tasks.map(({ content }) => content)).toEqual(['修订应急预案', '排查燃气管道占压', '压减企业开办时间'])
  })

  test('the same document again leaves the very same state', () => {
    expect(planImport(both, [SAFETY, BUSINESS], NOW).state).toBe(both)
  })

  test('an edited document is changed in its place, its tasks keep their ids', () => {
    const edited = file('安全生产任务分工表', [
      draft('1', '修订应急预案', { lead: ['区城管委'] }),
      draft('3', '开展消防演练'),
    ])
    const { state } = planImport(both, [edited], NOW)
    expect(state.ledgers.map(({ id }) => id)).toEqual(both.ledgers.map(({ id }) => id))
    expect(state.tasks.map(({ content }) => content)).toEqual(['修订应急预案', '开展消防演练', '压减企业开办时间'])
    expect(state.tasks[0]?.id).toBe(both.tasks[0]?.id)
  })

  test('a short name that is taken gets the year, then a number', () => {
    const twin = (name: string) => file(name, [draft('1', name)], { short: '安全生产' })
    const { state } = planImport(both, [twin('甲方案'), twin('乙方案')], NOW)
    expect(state.ledgers.map(({ short }) => short)).toEqual(['安全生产', '营商环境', '安全生产2024', '安全生产2'])
  })

  test('a document without tasks changes nothing, not even the ledger of its title', () => {
    const { state, imports } = planImport(both, [file('安全生产任务分工表', [])], NOW)
    expect(state).toBe(both)
    expect(imports[0]?.merge).toBeNull()
  })

  test('two files of one title at once are refused: the later would replace the earlier', () => {
    expect(() => planImport(EMPTY, [SAFETY, { ...SAFETY, file: '副本.txt' }], NOW)).toThrow(/副本\.txt/)
  })
})
