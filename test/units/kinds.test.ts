import { describe, expect, test } from '@jest/globals'
import { buildDirectory } from '../../src/units/build-directory.ts'
import { readName } from '../../src/units/read-name.ts'
import { relatedKinds } from '../../src/units/relations.ts'
import { grammar, type Kind, kinds } from '../../src/units/vocabulary.ts'

const kind = (id: string): Kind => kinds().find((one) => one.id === id) as Kind
const related = (id: string, other: string): string | undefined => relatedKinds(kind(id)).get(other)?.match

describe('the data', () => {
  const ids = kinds().map(({ id }) => id)

  test('ids are unique and every link leads to one', () => {
    expect(new Set(ids).size).toBe(ids.length)
    for (const { was = [], into = [], parts = [] } of kinds())
      for (const id of [...was, ...into, ...parts]) expect(ids).toContain(id)
  })

  test('every kind has endings that the grammar knows', () => {
    for (const { ends = 'organ' } of kinds()) expect(Object.keys(grammar().ends)).toContain(ends)
  })

  test('every full name with its first ending is read as its kind at every level', () => {
    for (const one of kinds()) {
      if (one.named === true || one.after === 'level') continue
      const end = grammar().ends[one.ends ?? 'organ']?.[0] ?? ''
      const [name] = one.names[0] as [string]
      for (const level of ['省', '市', '县', '自治区', '旗']) {
        if (name.startsWith('国家') || name.startsWith('中国')) continue
        const reading = readName(`${level}${name}${end}`)
        expect([reading.level, reading.core?.readings.map(({ kind: { id } }) => id)]).toEqual([
          level,
          expect.arrayContaining([one.id]),
        ])
      }
    }
  })
})

describe('reforms', () => {
  test.each([
    ['health-family', 'health'],
    ['health-old', 'health'],
    ['work-safety', 'emergency'],
    ['poverty', 'agriculture-rural'],
    ['environment', 'ecology'],
    ['insurance-regulator', 'financial-regulator'],
  ])('%s is now %s, and the other way round', (before, after) => {
    expect(related(before, after)).toBe('old-name')
  })

  test.each([
    ['health', 'health-family'],
    ['market', 'quality'],
    ['tax', 'local-tax'],
  ])('%s was %s', (after, before) => {
    expect(related(after, before)).toBe('old-name')
  })

  test('a body merged into one that was there before does not lead back', () => {
    expect(related('rural-revitalisation', 'agriculture-rural')).toBe('old-name')
    expect(related('agriculture-rural', 'rural-revitalisation')).toBeUndefined()
    expect(related('price', 'development')).toBe('old-name')
    expect(related('development', 'price')).toBeUndefined()
  })

  test('bodies of different fields are strangers', () => {
    expect(related('water', 'medical-insurance')).toBeUndefined()
    expect(related('water', 'tax')).toBeUndefined()
  })
})

test('a known kind of body that no ledger has is never taken for another', () => {
  const ledger = ['市医疗保障局', '市税务局', '市审计局', '市水利局', '市发展改革委', '市城建投资公司']
  const directory = buildDirectory(ledger)
  const ours = ledger.flatMap((unit) => readName(unit).core?.readings ?? [])
  for (const one of kinds()) {
    if (one.after === 'level' || ours.some(({ kind: { id } }) => relatedKinds(one).has(id))) continue
    for (const end of grammar().ends[one.ends ?? 'organ'] ?? [])
      for (const name of one.names.flat()) {
        if (name.length === 1) continue
        const mentions = directory.find(`市${name}${end}有哪些任务`)
        expect([name + end, mentions.flatMap(({ candidates }) => candidates)]).toEqual([name + end, []])
      }
  }
})

describe('names taken apart', () => {
  test.each([
    ['海州市人力资源和社会保障局', '海州', '市', 'human-resources'],
    ['内蒙古自治区发展改革委', '内蒙古', '自治区', 'development'],
    ['延边朝鲜族自治州财政局', '延边朝鲜族', '自治州', 'finance'],
    ['鄂温克族自治旗民政局', '鄂温克族', '自治旗', 'civil-affairs'],
    ['盐城市教育局', '盐城', '市', 'education'],
    ['青山区政府', '青山', '区', 'government'],
    ['北京市通州区城管委', '通州', '区', 'city'],
    ['市委组织部', '', '市', 'organisation'],
    ['自治区党委宣传部', '', '自治区', 'publicity'],
    ['国家税务总局临河市税务局', '临河', '市', 'tax'],
    ['市生态环境局城东分局', '城东', '市', 'ecology'],
    ['翠屏街道办事处', '翠屏', null, 'subdistrict'],
    ['长白山管委会', '长白山', null, 'committee-body'],
    ['城市管理局', '', null, 'city'],
  ])('%s', (name, place, level, id) => {
    const reading = readName(name)
    expect([reading.place, reading.level, reading.core?.readings[0]?.kind.id]).toEqual([place, level, id])
  })
})
