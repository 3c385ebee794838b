import { describe, expect, test } from '@jest/globals'
import type { Role } from '../../src/matching/reading.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'
import { reader } from './read.ts'

const read = reader(sampleLedger('北京医改23项.txt'), '2020-01-05')
/** 非 before a unit that is denied: `市财政局 lead`, `非市财政局 any`. */
const unitsOf = (text: string): string[] =>
  read(text).units.map(({ mention, role, negated }) => `${negated ? '非' : ''}${mention.candidates[0]?.unit} ${role}`)

describe('a role word belongs to the unit before it', () => {
  test.each<[string, string[]]>([
    ['市财政局牵头的', ['市财政局 lead']],
    ['市财政局主要牵头哪些', ['市财政局 lead']],
    ['市财政局配合的有哪些', ['市财政局 cooperating']],
    ['市财政局协助了什么', ['市财政局 cooperating']],
    ['市财政局负责的', ['市财政局 any']],
    ['市财政局参与的', ['市财政局 any']],
    ['市财政局的任务', ['市财政局 any']],
    ['市财政局', ['市财政局 any']],
    ['由市财政局打头的', ['市财政局 lead']],
    ['市财政局作为牵头单位的任务', ['市财政局 lead']],
    ['牵头单位是市财政局的', ['市财政局 lead']],
    ['配合单位里有市中医局的', ['市中医局 cooperating']],
    ['市医保局、市财政局牵头的', ['市医保局 lead', '市财政局 lead']],
    ['市医保局和市中医局共同配合的', ['市医保局 cooperating', '市中医局 cooperating']],
    ['市医保局牵头、市中医局配合的', ['市医保局 lead', '市中医局 cooperating']],
    ['市财政局牵头和配合的任务', ['市财政局 any']],
    ['市医保局牵头财政配合的', ['市医保局 lead', '市财政局 cooperating']],
    ['给市财政局派了几件活', ['市财政局 any']],
    ['医保和财政各有几项', ['市医保局 any', '市财政局 any']],
    ['市财政局牵头哪几项配合哪几项', ['市财政局 any']],
    ['市财政局参与但不牵头的', ['市财政局 cooperating']],
  ])('%s', (text, units) => expect(unitsOf(text)).toEqual(units))
})

describe('what is denied', () => {
  test.each<[string, string[]]>([
    ['不是市财政局牵头的', ['非市财政局 lead']],
    ['除市财政局外的任务', ['非市财政局 any']],
    ['除了市财政局以外还有谁', ['非市财政局 any']],
    ['除市医保局、市财政局外的任务', ['非市医保局 any', '非市财政局 any']],
    ['市财政局不参与的任务', ['非市财政局 any']],
    ['不由市财政局负责的', ['非市财政局 any']],
    ['市财政局还没办结的', ['市财政局 any']],
    ['市医保局有而市财政局没有的', ['市医保局 any', '非市财政局 any']],
    ['市财政局没有而市医保局有的', ['非市财政局 any', '市医保局 any']],
    ['市中医局参与、市医管中心不参与的', ['市中医局 any', '非市医管中心 any']],
    ['市教委和市体育局都不参与的', ['非市教委 any', '非市体育局 any']],
    ['既不是市教委牵头也不是市体育局牵头的', ['非市教委 lead', '非市体育局 lead']],
    ['不是市教委也不是市体育局牵头的', ['非市教委 lead', '非市体育局 lead']],
    ['市财政局没有牵头的任务吗', ['市财政局 lead']],
    ['市教委有没有任务', ['市教委 any']],
  ])('%s', (text, units) => expect(unitsOf(text)).toEqual(units))
})

describe('谁 asks for units of a role', () => {
  test.each<[string, Role]>([
    ['第3项谁牵头', 'lead'],
    ['第3项由谁负责', 'lead'],
    ['第3项谁配合', 'cooperating'],
    ['第3项的配合单位', 'cooperating'],
    ['第3项的责任单位有哪些', 'any'],
    ['第3项涉及哪些部门', 'any'],
    ['第3项牵头单位和配合单位都是谁', 'any'],
    ['第3项归谁管', 'lead'],
  ])('%s: %s', (text, role) => {
    const { asks, whoRole, units } = read(text)
    expect([asks.has('who'), whoRole, units]).toEqual([true, role, []])
  })
})

describe('a role of nobody', () => {
  test.each<[string, Role | null, boolean]>([
    ['只要牵头的', 'lead', false],
    ['那配合的呢', 'cooperating', false],
    ['列出来', null, false],
  ])('%s', (text, role, roleNegated) => expect(read(text)).toMatchObject({ role, roleNegated, units: [] }))
})

describe('units that must all be there, or one of which is enough', () => {
  test.each<[string, 'any' | 'all']>([
    ['市医保局和市财政局的任务', 'any'],
    ['市医管中心和市财政局共同的任务', 'all'],
    ['市医保局牵头、市中医局配合的', 'all'],
    ['除市医保局、市财政局外的任务', 'all'],
  ])('%s: %s', (text, join) => expect(read(text).unitsJoin).toBe(join))
})
