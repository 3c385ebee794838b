import { dataFile } from '../data.ts'
import { bare } from './bare-text.ts'

const synonymGroups = dataFile<string[][]>('synonyms.json')
let synonyms: Map<string, string[]> | undefined
/** What the field calls the same thing: bare word → the bare words of its group. */
export const synonymsOf = (): Map<string, string[]> => {
  synonyms ??= new Map(
    synonymGroups().flatMap((group) => group.map((word): [string, string[]] => [bare(word), group.map(bare)])),
  )
  return synonyms
}
