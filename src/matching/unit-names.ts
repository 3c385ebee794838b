import type { UnitDirectory } from '../units/directory.ts'

type Names = Pick<UnitDirectory, 'sameBody' | 'collectivesOf'>

/** Every name under which the ledgers write a unit, collectives that cover it included; itself first. */
export const namesOfUnit = (unit: string, directory: Names): string[] => [
  ...new Set([unit, ...directory.sameBody(unit), ...directory.collectivesOf(unit)]),
]
