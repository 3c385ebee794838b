import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { isCollective } from '../../src/units/collectives.ts'
import { splitUnits } from '../../src/units/split-units.ts'

interface Cases {
  lists: [cell: string, units: string[]][]
  roles: [cell: string, lead: string[] | null, cooperating: string[] | null][]
  rules: [cell: string, units: string[]][]
  collectives: string[]
  bodies: string[]
}

const cases = JSON.parse(readFileSync(new URL('../cases/units-cells.json', import.meta.url), 'utf8')) as Cases

describe('units of a cell', () => {
  test.each(cases.lists)('%j', (cell, units) => {
    const read = splitUnits(cell)
    expect(read.units).toEqual(units)
    expect(read.leftovers).toEqual([])
    expect(read.rule).toBeNull()
  })
})

describe('roles told in a cell', () => {
  test.each(cases.roles)('%j', (cell, lead, cooperating) => {
    expect(splitUnits(cell).roles).toEqual(lead === null ? null : { lead, cooperating })
  })
})

describe('a rule in a cell', () => {
  test.each(cases.rules)('%j', (cell, units) => {
    expect(splitUnits(cell)).toMatchObject({ units, rule: 'first-leads', leftovers: [] })
  })
})

describe('names that stand for many', () => {
  test.each(cases.collectives)('%s', (name) => {
    expect(isCollective(name)).toBe(true)
  })
  test.each(cases.bodies)('%s does not', (name) => {
    expect(isCollective(name)).toBe(false)
  })
})

test('what is no unit is left over', () => {
  expect(splitUnits('市教育局、联系电话 0431-88900000')).toMatchObject({ units: ['市教育局'] })
  expect(splitUnits('88900000').leftovers).toEqual(['88900000'])
})
