import { describe, expect, test } from '@jest/globals'
import type { Ledger } from '../../src/domain/index.ts'
import { findLedgerMentions } from '../../src/matching/ledger-mentions.ts'

const ledger = (id: string, name: string, short: string): Ledger => ({
  id,
  name,
  short,
  year: null,
  file: `${name}.docx`,
  importedAt: '2024-01-01T00:00:00.000Z',
  archived: false,
  openness: 'internal',
  verification: 'none',
})

const ledgers = [
  ledger('safety', '清湾市2024年安全生产重点任务分解表', '安全生产任务表'),
  ledger('ecology', '东岭省生态环境保护督察整改清单', '生态整改清单'),
  ledger('schools', '平川区教育高质量发展工作要点', '教育工作要点'),
]

/** What is taken for a ledger, and which it may be. */
const mentions = (text: string): [string, string[]][] => {
  const found = new Map(findLedgerMentions(text, ledgers).map(({ ids, from, to }) => [text.slice(from, to), ids]))
  return [...found]
}

describe('a ledger is meant', () => {
  test.each<[string, string, string[]]>([
    ['安全生产任务表一共几项', '安全生产任务表', ['safety']],
    ['整改清单里有几项', '整改清单里', ['ecology']],
    ['教育那个要点里面有什么', '教育那个要点里面', ['schools']],
    ['分解表里谁牵头', '分解表里', ['safety']],
    ['这个台账里有几项', '这个台账里', []],
    ['台账里有几项', '台账里', []],
  ])('%s: %s', (text, words, ids) => expect(mentions(text)).toEqual([[words, ids]]))
})

describe('no ledger is meant', () => {
  test.each(['换台账', '有哪些台账', '应急预案演练计划由谁制定', '第3项谁牵头', ''])('%s', (text) => {
    expect(mentions(text)).toEqual([])
  })
})
