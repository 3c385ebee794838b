import type { AskedUnit, Reading } from '../matching/reading.ts'

/** 我的待办, 我们要办的: what has to be done, not what has been. */
const TO_DO = /待办|要办|该办|要干|该干/
/** 我们还有几项没完成: said by somebody of a unit. */
const WE = /^(?:我们|咱们?)(?:有|还|的|牵头|配合|负责|要|今年|本[月周季年])/

/**
 * 我们局, 本单位, 我的待办 mean the units that the sender is bound to: as if they had been named.
 * @param speaksForAll the 督查室: 我们 of somebody of no unit is nobody then
 */
export const withOwnUnits = (reading: Reading, units: readonly string[], speaksForAll: boolean): Reading => {
  const { text, role, roleNegated, statuses } = reading
  if (!(reading.ownUnit || WE.test(text)) || reading.units.length > 0) return reading
  if (units.length === 0) return speaksForAll ? reading : { ...reading, ownUnit: true }
  const named = units.map(
    (unit): AskedUnit => ({
      mention: { span: [0, 0], text: unit, candidates: [{ unit, kind: 'exact', score: 1 }] },
      role: role ?? 'any',
      negated: roleNegated,
    }),
  )
  const open = TO_DO.test(text) && statuses.length === 0
  return {
    ...reading,
    ownUnit: false,
    units: named,
    unitsJoin: 'any',
    role: null,
    roleNegated: false,
    statuses: open ? [{ status: 'not-done', negated: false }] : statuses,
  }
}
