import { describe, expect, test } from '@jest/globals'
import { buildDirectory } from '../../src/units/build-directory.ts'
import { unitVariants } from '../../src/units/variants.ts'

const units = (names: string): string[] => names.split(' ')

describe('one body under several names', () => {
  const directory = buildDirectory(units('省中医局 省中医药局 省应急厅 省应急管理厅 省教育厅 市教育局 市教委'))

  test('spellings of one name belong together', () => {
    expect(directory.sameBody('省中医局')).toEqual(['省中医局', '省中医药局'])
    expect(directory.sameBody('省应急管理厅')).toEqual(['省应急厅', '省应急管理厅'])
  })

  test('other levels and other endings do not', () => {
    expect(directory.sameBody('省教育厅')).toEqual(['省教育厅'])
    expect(directory.sameBody('市教委')).toEqual(['市教委'])
    expect(directory.sameBody('不在其中的单位')).toEqual(['不在其中的单位'])
  })

  test('a question names the spelling it used, or the first', () => {
    expect(directory.find('省中医药局的任务')[0]?.candidates.map(({ unit }) => unit)).toEqual(['省中医药局'])
    expect(directory.find('中医药管理局的任务')[0]?.candidates.map(({ unit }) => unit)).toEqual(['省中医局'])
  })
})

test('units keep their order and appear once', () => {
  expect(buildDirectory(['市教育局', '', '市财政局', '市教育局']).units).toEqual(['市教育局', '市财政局'])
})

test('a place belongs to the collectives of its level', () => {
  const directory = buildDirectory(units('东山区政府 白石镇政府 市教育局 各区政府 各镇（街道）'))
  expect(directory.collectivesOf('东山区政府')).toEqual(['各区政府'])
  expect(directory.collectivesOf('白石镇人民政府')).toEqual(['各镇（街道）'])
  expect(directory.collectivesOf('市教育局')).toEqual([])
  expect(directory.collectivesOf('各区政府')).toEqual([])
})

test('a body of another place is not one of ours, where our place is known', () => {
  const directory = buildDirectory(units('市教育局 市财政局'), ['包头'])
  const found = (text: string): string[] | undefined => directory.find(text)[0]?.candidates.map(({ unit }) => unit)
  expect(found('包头市教育局的任务')).toEqual(['市教育局'])
  expect(found('上海市教育局的任务')).toEqual([])
  expect(found('市教育局的任务')).toEqual(['市教育局'])
})

test('nor is one of another district', () => {
  const directory = buildDirectory(units('区水务局 区财政局'), ['东岭', '河阳'])
  const found = (text: string): string[] | undefined => directory.find(text)[0]?.candidates.map(({ unit }) => unit)
  expect(found('河阳区水务局的任务')).toEqual(['区水务局'])
  expect(found('白石区水务局的任务')).toEqual([])
  expect(found('咱们区水务局的任务')).toEqual(['区水务局'])
})

describe("the ledgers' own places", () => {
  const found = (names: string, places: string[], text: string): [string, string[]][] =>
    buildDirectory(units(names), places)
      .find(text)
      .map((mention) => [mention.text, mention.candidates.map(({ unit }) => unit)])

  test('belong to the name that they stand before', () => {
    expect(found('省商务厅 省财政厅', ['远昌'], '催下远昌省商务厅')).toEqual([['远昌省商务厅', ['省商务厅']]])
    expect(found('市应急局 河阳海事局', ['远昌', '河阳'], '远昌省河阳市应急局和河阳海事局的任务')).toEqual([
      ['远昌省河阳市应急局', ['市应急局']],
      ['河阳海事局', ['河阳海事局']],
    ])
    expect(found('县财政局 县教育局', ['柳泉'], '柳泉县财政局负责什么')).toEqual([['柳泉县财政局', ['县财政局']]])
  })

  test('are not those of the body above a branch', () => {
    const ledger = '市生态环境局柳泉分局 县财政局 县教育局 县水利局 县民政局 县司法局'
    expect(found(ledger, ['柳泉'], '河阳市生态环境局柳泉分局的任务')).toEqual([
      ['河阳市生态环境局柳泉分局', ['市生态环境局柳泉分局']],
    ])
  })
})

test('the offices of the party and of the government are two bodies', () => {
  const directory = buildDirectory(units('县委督查室 县政府督查室 市委研究室 市政府研究室'))
  expect(directory.sameBody('县委督查室')).toEqual(['县委督查室'])
  expect(directory.sameBody('市政府研究室')).toEqual(['市政府研究室'])
})

test('a subdistrict office is among all of them, whether or not it has a name of its own in the ledger', () => {
  const directory = buildDirectory(units('白石街道办事处 各街道办事处 市教育局'))
  expect(directory.collectivesOf('白石街道办事处')).toEqual(['各街道办事处'])
})

describe('bodies that are known by a short name', () => {
  const directory = buildDirectory(
    units('市消费者委员会 农业银行河阳支行 河阳城投集团 宏大物业公司 东港市人民政府 市民营经济发展局 市教育局'),
  )
  test.each([
    ['消委会有哪些任务', '市消费者委员会'],
    ['农行参与哪项', '农业银行河阳支行'],
    ['城投牵头的', '河阳城投集团'],
    ['宏大物业的任务', '宏大物业公司'],
    ['东港市政府的任务', '东港市人民政府'],
    ['民营局牵头几项', '市民营经济发展局'],
  ])('%s', (text, unit) => expect(directory.find(text).map(({ candidates }) => candidates[0]?.unit)).toEqual([unit]))
})

describe('the answer to 哪个单位', () => {
  const directory = buildDirectory(units('市医保局 省医保局 市发展改革委 各区政府'))
  const resolved = (name: string): string[] => directory.resolve(name).map(({ unit }) => unit)

  test('a name, a short form, a topic word by itself', () => {
    expect(resolved('市医保局')).toEqual(['市医保局'])
    expect(resolved('医保')).toEqual(['市医保局', '省医保局'])
    expect(resolved('省医保')).toEqual(['省医保局'])
    expect(resolved('发改')).toEqual(['市发展改革委'])
  })

  test('nobody, or more than one', () => {
    expect(resolved('市医保局和市发改委')).toEqual([])
    expect(resolved('随便')).toEqual([])
    expect(resolved('')).toEqual([])
  })
})

describe('variants reported to the importer', () => {
  test.each([
    ['省中医局 省财政厅 省中医药局', [{ units: ['省中医局', '省中医药局'], reason: 'short-form' }]],
    [
      '省发改委 省发展改革委 省发展和改革委员会',
      [{ units: ['省发改委', '省发展改革委', '省发展和改革委员会'], reason: 'short-form' }],
    ],
    ['市信访办 市信访局', [{ units: ['市信访办', '市信访局'], reason: 'ending' }]],
    ['市环保局 市生态环境局', [{ units: ['市环保局', '市生态环境局'], reason: 'renamed' }]],
    ['市安居工程专班办公室 市安居专班办', [{ units: ['市安居工程专班办公室', '市安居专班办'], reason: 'short-form' }]],
    ['市教育局 省教育厅 县教育局', []],
    ['市农业农村局 市乡村振兴局', []],
    ['东山区政府 西河区政府 各区政府', []],
    ['市水利局 市水务集团', []],
  ])('%s', (names, variants) => {
    expect(unitVariants(units(names))).toEqual(variants)
  })
})
