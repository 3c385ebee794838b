import type { Mention } from '../mentions.ts'
import { anchorDurations } from './anchors.ts'
import { mergeContinuing } from './continuing.ts'
import { joinLists } from './lists.ts'
import { joinDays } from './one-day.ts'
import { joinRanges } from './ranges.ts'
import { gatherRecurrences } from './recurring.ts'
import { dropSubjects } from './subjects.ts'
import { joinValidity } from './validity.ts'
import { joinYears } from './years.ts'

const REFINERS = [
  joinYears,
  joinDays,
  joinRanges,
  anchorDurations,
  dropSubjects,
  gatherRecurrences,
  joinLists,
  joinValidity,
  mergeContinuing,
]

/** Puts together what belongs together; the order of the refiners matters. */
export const refine = (text: string, mentions: Mention[]): Mention[] =>
  mentions.length === 0 ? mentions : REFINERS.reduce((rest, refiner) => refiner(text, rest), mentions)
