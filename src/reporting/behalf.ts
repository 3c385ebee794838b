import type { IntentContext } from '../intent.ts'
import { namesOfUnit } from '../matching/unit-names.ts'

/** For whom a report is made: a unit as the ledgers write it, null for the sender's own; or why that cannot be. */
export type Behalf = { unit: string | null } | { refused: string }

/** 代省医保局报: administrators do so for every unit, others for those they speak for. */
export const behalfOf = (words: string | null, { access, index }: Pick<IntentContext, 'access' | 'index'>): Behalf => {
  if (words === null || words === '') return { unit: null }
  const [mention] = index.directory.find(words)
  const [candidate] = mention?.candidates ?? []
  if (!mention || !candidate) return { refused: `台账里没有“${words}”这个单位，没有登记。` }
  const unit = candidate.kind === 'covered' ? mention.text : candidate.unit
  const own = access.units.some((one) => namesOfUnit(one, index.directory).includes(unit))
  if (!access.administrator && !own)
    return { refused: `代其他单位报送由督查室办理，您绑定的是${access.units.join('、')}，没有登记。` }
  return { unit: access.administrator ? unit : null }
}
