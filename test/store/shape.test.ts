import { describe, expect, test } from '@jest/globals'
import type { GroupBinding } from '../../src/domain/index.ts'
import { shapeFault } from '../../src/store/shape.ts'
import { sampleLedger } from '../helpers/sample-ledger.ts'

const snapshot = sampleLedger('北京医改23项.txt')
const [ledger, task] = [snapshot.ledgers[0], snapshot.tasks[0]] as [object, object]
const group: GroupBinding = {
  id: 'slack:C1',
  adapter: 'slack',
  conversation: 'C1',
  ledgers: [],
  carries: 'internal',
  purpose: null,
  owner: null,
  boundAt: '2020-01-05T01:00:00.000Z',
  until: null,
}
const whole = { ...snapshot, groups: [group] }

/** Values that no field may have where it has `value`. */
const wrongFor = (value: unknown): unknown[] => {
  const kinds = ['text', 1, true, ['list'], { an: 'object' }, null]
  return [undefined, ...kinds.filter((other) => kindOf(other) !== kindOf(value))]
}
const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value)
/** Fields that stores of before do not have. */
const OPTIONAL = ['tables', 'table', 'cells']
/** Fields that may also be null, and here are, or are not. */
const NULLABLE = ['title', 'year', 'purpose', 'owner', 'until']

describe.each([
  ['ledgers', ledger],
  ['tasks', task],
  ['groups', group],
] as const)('%s', (part, row) => {
  test('are whole', () => expect(shapeFault({ ...whole, [part]: [row, row] })).toBeNull())

  test.each(Object.keys(row).filter((field) => ![...NULLABLE, ...OPTIONAL].includes(field)))(
    '%s must be there and of its kind',
    (field) => {
      for (const wrong of wrongFor((row as Record<string, unknown>)[field])) {
        const fault = shapeFault({ ...whole, [part]: [row, { ...row, [field]: wrong }] })
        expect(fault).toBe(`“${part}”第2项的“${field}”缺失或不对`)
      }
    },
  )

  test.each(Object.keys(row).filter((field) => NULLABLE.includes(field)))('%s may be null', (field) => {
    expect(shapeFault({ ...whole, [part]: [{ ...row, [field]: null }] })).toBeNull()
    expect(shapeFault({ ...whole, [part]: [{ ...row, [field]: undefined }] })).toBe(
      `“${part}”第1项的“${field}”缺失或不对`,
    )
  })
})
