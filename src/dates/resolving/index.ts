import type { NoDays } from '../civil.ts'
import type { Fields } from '../fields.ts'
import type { TimeContext } from '../time-reading.ts'
import { settleInMonth } from './in-month.ts'
import { settleNamedYear, settleYearless } from './in-year.ts'
import { settleDay, settleMonth, settlePlan, settleQuarter, settleWeek } from './relative.ts'
import { NO_CLOCK, type Settle, type Settled } from './scene.ts'

export type { Settled } from './scene.ts'

/** In this order: the first rule that knows the kind of time settles it. */
const RULES: Settle[] = [
  settlePlan,
  settleDay,
  settleWeek,
  settleMonth,
  settleQuarter,
  settleNamedYear,
  settleInMonth,
  settleYearless,
]

/**
 * Settles a time on the calendar. `before` is the time named before it in the same text, whose year and month it takes
 * over where it has none; else they come from the document (`ledger`) or are the next ones, or the last ones for
 * `looks: back`.
 */
export const resolve = (fields: Fields, context: TimeContext, before: Settled | null): Settled | NoDays => {
  const scene = {
    context,
    now: context.now,
    ledger: context.purpose === 'ledger',
    back: context.looks === 'back',
    before,
  }
  for (const rule of RULES) {
    const found = rule(fields, scene)
    if (found !== undefined) return found
  }
  return NO_CLOCK
}
