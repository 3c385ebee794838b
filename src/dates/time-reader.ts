import { type CleanText, clean, spanIn } from './clean.ts'
import { findMentions } from './mentions.ts'
import { addDuration } from './milestones/of-duration.ts'
import { addMoment } from './milestones/of-moment.ts'
import { addRecurrence } from './milestones/of-recurrence.ts'
import { type Draft, milestone, type Reading } from './milestones/reading.ts'
import { whatOf } from './milestones/what.ts'
import { refine } from './refiners/index.ts'
import type { ReadMilestone, TimeContext, TimeReading } from './time-reading.ts'

const MAX_ALTERNATIVES = 4

const read = (text: string, context: TimeContext): Reading => {
  const reading: Reading = { text, context, drafts: [], problems: [], before: null }
  for (const mention of refine(text, findMentions(text))) {
    if (mention.kind === 'moment') addMoment(mention, reading)
    else if (mention.kind === 'duration') addDuration(mention, reading)
    else if (mention.kind === 'every') addRecurrence(mention, reading)
    else reading.drafts.push({ from: mention.from, to: mention.to, milestone: milestone(null, null, true) })
  }
  return reading
}

/** The text without white space, but in its own signs; as long as the clean one. */
const asWritten = (given: string, { text, at }: CleanText): string =>
  at
    .slice(0, text.length)
    .map((i) => given.charAt(i))
    .join('')

const withWhat = (text: string, drafts: Draft[]): Draft[] =>
  drafts.map((draft) => {
    const before = drafts.filter((other) => other.to <= draft.from).at(-1)
    const after = drafts.find((other) => other.from >= draft.to)
    const what = whatOf(text, draft, before?.to ?? 0, after?.from ?? text.length)
    return { ...draft, milestone: { ...draft.milestone, what } }
  })

// with Object.assign: an object spread takes ten times as long, and every question passes here
const placed = (source: CleanText, draft: Draft, found = draft.milestone): ReadMilestone =>
  Object.assign({}, found, { span: spanIn(source, draft.from, draft.to) })

/** Every other complete reading: one milestone read otherwise, the rest as they are. */
const alternativesOf = (source: CleanText, drafts: Draft[]): ReadMilestone[][] => {
  const readings: ReadMilestone[][] = []
  for (const [i, draft] of drafts.entries()) {
    const others = draft.unlikely ? [[draft.milestone]] : (draft.otherwise ?? [])
    for (const other of others) {
      readings.push(
        drafts.flatMap((each, k) => {
          if (k === i) return other.map((found) => placed(source, each, { ...found, what: draft.milestone.what }))
          return each.unlikely ? [] : [placed(source, each)]
        }),
      )
    }
  }
  return readings.slice(0, MAX_ALTERNATIVES)
}

/** 中秋、国庆节前, where both fall on one day: one milestone. */
const isSame = (a: Draft, b: Draft): boolean =>
  a.from === b.from && a.to === b.to && JSON.stringify(a.milestone) === JSON.stringify(b.milestone)

/**
 * Reads every time in a text.
 *
 * - Days before a deadline are inclusive; 节前 ends the day before the festival.
 * - Continuing work is a milestone without a day; so is what begins on a day and does not end.
 * - A time that cannot be (2月30日), or that the known calendar does not reach, is a problem and no milestone.
 *
 * Never throws.
 */
export const readTimes = (text: string, context: TimeContext): TimeReading => {
  const source = clean(text)
  const reading = read(source.text, context)
  const drafts = context.purpose === 'ledger' ? withWhat(asWritten(text, source), reading.drafts) : reading.drafts
  const distinct = drafts.filter((draft, i) => !drafts.slice(0, i).some((other) => isSame(draft, other)))
  const likely = distinct.filter((draft) => !draft.unlikely)
  return {
    milestones: likely.map((draft) => placed(source, draft)),
    alternatives: alternativesOf(source, distinct),
    problems: reading.problems.map(({ from, to, message }) => ({ span: spanIn(source, from, to), message })),
  }
}
