import type { Doubt } from '../domain/index.ts'
import { takeRule } from '../units/cell-rule.ts'
import { splitUnits } from '../units/split-units.ts'
import { oneLine } from './cell-text.ts'
import type { UnitWords } from './task-source.ts'

/** The units of one task by role. */
export interface TaskUnits {
  lead: string[]
  cooperating: string[]
  /** Whether a list of several was parted into lead and cooperating without the document saying so. */
  assumed: boolean
  doubts: Doubt[]
}

/** Whether a sentence anywhere says that the first unit leads: it holds for the whole document. */
export const saysFirstLeads = (text: string): boolean => takeRule(text).rule === 'first-leads'

const doubtsOf = (words: UnitWords, units: readonly string[], leftovers: readonly string[]): Doubt[] => {
  const glued = units.some((unit, i) => i + 1 < units.length && words.text.includes(unit + units[i + 1]))
  if (leftovers.length === 0 && !glued) return []
  const field = words.kind === 'cooperating' ? 'cooperating' : 'lead'
  const cell = oneLine(words.text)
  const doubts: Doubt[] = []
  if (leftovers.length > 0) {
    doubts.push({
      field,
      message: `“${cell.slice(0, 60)}”中的“${leftovers.join('、').slice(0, 60)}”没有读作单位，请核对。`,
    })
  }
  if (glued)
    doubts.push({ field, message: `“${cell.slice(0, 60)}”中单位名称连写，已按${units.join('、')}分开读取，请核对。` })
  return doubts
}

/**
 * The units that the cells or brackets of one task name, by role.
 * @param firstLeads whether a rule of the document says that the first leads.
 */
export const readUnits = (words: readonly UnitWords[], firstLeads: boolean): TaskUnits => {
  const lead: string[] = []
  const cooperating: string[] = []
  const plain: string[] = []
  const doubts: Doubt[] = []
  for (const item of words) {
    const { units, roles, leftovers } = splitUnits(item.text)
    doubts.push(...doubtsOf(item, units, leftovers))
    if (item.kind === 'cooperating')
      cooperating.push(...(roles === null ? units : [...roles.lead, ...roles.cooperating]))
    else if (roles !== null && roles.lead.length > 0) {
      lead.push(...roles.lead)
      const told = new Set([...roles.lead, ...roles.cooperating])
      cooperating.push(...roles.cooperating, ...units.filter((unit) => !told.has(unit)))
    } else if (roles !== null) {
      plain.push(...units.filter((unit) => !roles.cooperating.includes(unit)))
      cooperating.push(...roles.cooperating)
    } else if (item.kind === 'lead') lead.push(...units)
    else plain.push(...units)
  }
  // a list that says nothing of roles: the first leads, unless another column names who does
  const hasLead = lead.length > 0
  const [first, ...others] = plain
  if (first !== undefined && !hasLead) lead.push(first)
  const rest = hasLead ? plain : others
  const leads = [...new Set(lead)]
  return {
    lead: leads,
    cooperating: [...new Set([...rest, ...cooperating])].filter((unit) => !leads.includes(unit)),
    assumed: !hasLead && others.length > 0 && !firstLeads,
    doubts,
  }
}
