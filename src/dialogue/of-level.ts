import type { Reading } from '../matching/reading.ts'

/** 医保局 in a group of a province is 省医保局: of several bodies that a name fits, those of the group's own level. */
export const ofLevel = (reading: Reading, level: string | null): Reading => {
  if (level === null || reading.units.length === 0) return reading
  const units = reading.units.map((asked) => {
    const { candidates } = asked.mention
    const here = candidates.filter(({ unit }) => unit.startsWith(level))
    return here.length === 0 || here.length === candidates.length
      ? asked
      : { ...asked, mention: { ...asked.mention, candidates: here } }
  })
  return { ...reading, units }
}
