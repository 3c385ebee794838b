import type { IntentContext } from '../intent.ts'
import { timingInWords } from './edit-card.ts'
import type { ChangeContext, UnitNamed } from './plan-change.ts'

/** Kinds of likeness that mean the unit itself; what merely sounds or looks like one may be another. */
const SURE = new Set(['exact', 'alias', 'old-name'])

/** The unit that a name means; one that the ledgers do not know is taken as it is written, and it is said. */
const unitNamed = (name: string, { index }: Pick<IntentContext, 'index'>): UnitNamed => {
  if (index.directory.units.includes(name)) return { unit: name, known: true }
  const candidates = index.directory.resolve(name).filter(({ kind }) => SURE.has(kind))
  const [only] = candidates
  if (candidates.length > 1)
    return { refused: `“${name}”可能是${candidates.map(({ unit }) => unit).join('、')}，请写全称` }
  return only === undefined ? { unit: name, known: false } : { unit: only.unit, known: true }
}

/** What planning a change needs of a message. */
export const changeContext = (
  context: Pick<IntentContext, 'index' | 'today' | 'at' | 'access'>,
  place: number | 'all' | null,
): ChangeContext => ({
  today: context.today,
  edit: { at: context.at, by: context.access.actor.name ?? '督查室' },
  place,
  unit: (name) => unitNamed(name, context),
  timingInWords: (milestones) => timingInWords(milestones, context.today),
})
