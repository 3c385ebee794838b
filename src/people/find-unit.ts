import type { UnitDirectory, UnitMention } from '../units/directory.ts'

/** A unit that somebody says is theirs: its name, and the words for it. */
export interface OwnUnit {
  unit: string
  words: string
}

const PLACE = /^(.{1,10}?(?:区|县|市|旗|镇|乡|街道))(?!政府|人民政府|委|局|办)/

/** 东城区 is its government, 和平街道 its office. */
const governmentOf = (place: string): string =>
  /街道$/.test(place) ? `${place}办事处` : /[区县市旗镇乡]$/.test(place) ? `${place}政府` : place

const unitsOf = ({ candidates, text }: UnitMention): OwnUnit[] => {
  // one of those that a ledger names together (各区政府) is bound as itself
  const names = candidates.map(({ unit, kind }) => (kind === 'covered' ? governmentOf(text) : unit))
  return [...new Set(names)].map((unit) => ({ unit, words: text }))
}

/** The units that words may name, the likeliest first; empty where the ledgers know none of them. */
export const findOwnUnit = (words: string, directory: Pick<UnitDirectory, 'find'>): OwnUnit[] => {
  const [mention] = directory.find(words)
  if (mention && mention.candidates.length > 0) return unitsOf(mention)
  // 我是西城区的: its government
  const place = PLACE.exec(words)?.[1]
  const [government] = place === undefined ? [] : directory.find(governmentOf(place))
  return government === undefined ? [] : unitsOf(government).map(({ unit }) => ({ unit, words: place as string }))
}
