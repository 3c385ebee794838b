import { segmentsByRole } from './cell-roles.ts'
import { takeRule } from './cell-rule.ts'
import { isCollective } from './collectives.ts'
import { piecesOf } from './pieces.ts'
import { remembered } from './remembered.ts'

/** What a cell of a unit column says. */
export interface SplitCell {
  /** One entry a unit, as written but without white space inside, in the order of the cell; no name twice. */
  units: readonly string[]
  /** The same by role, where the cell itself tells (牵头单位：…；配合单位：…); null where it does not. */
  roles: { lead: readonly string[]; cooperating: readonly string[] } | null
  /** Those of `units` that stand for many: 各区政府, 领导小组成员单位. */
  collectives: readonly string[]
  /** A sentence in the cell says that the first unit leads, in the whole document. */
  rule: 'first-leads' | null
  /** What is neither a unit nor an ordinary word of such cells. */
  leftovers: readonly string[]
}

const unique = (names: string[]): string[] => (names.length < 2 ? names : [...new Set(names)])

/** Reads a cell of 责任单位, 牵头部门, 配合单位 …: lists, broken lines, glued names, roles and rules. Never throws. */
export const splitUnits = remembered((cell: string): SplitCell => {
  const { text, rule } = takeRule(cell)
  const lead: string[] = []
  const all: string[] = []
  const leftovers: string[] = []
  let told = false
  for (const segment of segmentsByRole(text)) {
    const { units, others } = piecesOf(segment.text)
    all.push(...units)
    leftovers.push(...others)
    if (segment.role === 'lead') lead.push(...units)
    if (segment.role !== null && units.length > 0) told = true
  }
  const units = unique(all)
  // whoever the cell does not call the lead beside one that it does cooperates
  const roles = told ? { lead: unique(lead), cooperating: units.filter((unit) => !lead.includes(unit)) } : null
  return { units, roles, collectives: units.filter(isCollective), rule, leftovers }
})
