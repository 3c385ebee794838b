import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildDirectory } from '../../src/units/build-directory.ts'
import { splitUnits } from '../../src/units/split-units.ts'

const names = [
  '市应急管理局',
  '市发展改革委',
  '市医疗保障局',
  '市农业农村局',
  '省财政厅',
  '各区政府',
  '市治理专班办公室',
  '市广电集团',
]
const directory = buildDirectory(names)
const pieces = fc.constantFrom(
  ...[
    '市',
    '省',
    '各',
    '区',
    '县',
    '局',
    '委',
    '办',
    '政府',
    '医保',
    '发改',
    '教育',
    '应急',
    '和',
    '、',
    '\n',
    ' ',
    '（',
    '）',
    '：',
    '牵头',
    '配合',
    '等',
    'yibao',
    'ju',
    '，',
    '排在首位的为牵头单位',
  ],
)
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(pieces, { maxLength: 16 }).map((words) => words.join('')),
)

test('finding never throws; mentions lie in the text, in order, apart', () => {
  fc.assert(
    fc.property(text, (question) => {
      let end = 0
      for (const { span, text: words, candidates } of directory.find(question)) {
        expect(span[0]).toBeGreaterThanOrEqual(end)
        expect(span[1]).toBeGreaterThan(span[0])
        expect(span[1]).toBeLessThanOrEqual(question.length)
        expect(words).toBe(question.slice(...span))
        for (const { unit, score } of candidates) {
          expect(names).toContain(unit)
          expect(score > 0 && score <= 1).toBe(true)
        }
        end = span[1]
      }
    }),
  )
})

test('splitting never throws; units are parts of the cell without its white space', () => {
  fc.assert(
    fc.property(text, (cell) => {
      const { units, roles, collectives } = splitUnits(cell)
      expect(new Set(units).size).toBe(units.length)
      for (const unit of units) expect(unit).not.toMatch(/^\s*$/u)
      for (const unit of collectives) expect(units).toContain(unit)
      for (const unit of [...(roles?.lead ?? []), ...(roles?.cooperating ?? [])]) expect(units).toContain(unit)
    }),
  )
})

test('building never throws, and every unit resolves to itself', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), (units) => {
      expect(buildDirectory(units).units.every((unit) => units.includes(unit))).toBe(true)
    }),
    { numRuns: 50 },
  )
  for (const name of names) expect(directory.resolve(name)[0]?.unit).toBe(name)
})

const TRADITIONAL: Record<string, string> = {
  应: '應',
  发: '發',
  医: '醫',
  疗: '療',
  农: '農',
  业: '業',
  财: '財',
  厅: '廳',
  区: '區',
  专: '專',
  办: '辦',
  广: '廣',
  电: '電',
  团: '團',
  县: '縣',
}

test('a unit is the same in traditional characters and with spaces inside', () => {
  const spaces = fc.constantFrom('', ' ', '　', '\u200b', '\u00a0')
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.array(spaces, { minLength: 12, maxLength: 12 }),
      fc.boolean(),
      (name, gaps, old) => {
        const written = Array.from(
          name,
          (c, i) => (old ? (TRADITIONAL[c] ?? c) : c) + (i < name.length - 1 ? gaps[i] : ''),
        ).join('')
        const mentions = directory.find(`请问${written}有哪些任务`)
        expect(mentions.map((mention) => [mention.text, mention.candidates[0]?.unit])).toEqual([[written, name]])
      },
    ),
  )
})
