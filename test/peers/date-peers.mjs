// The readers of dates behind one shape: `read(text, today, minutes)` gives milestones. Only the library's own reading is
// in it, so that it can be timed; without minutes references are local noon, which keeps the day in every time zone.
import recognizers from '@microsoft/recognizers-text-date-time'
import * as chrono from 'chrono-node'
import { fromChrono } from './chrono-milestones.mjs'
import { fromRecognizers } from './recognizers-milestones.mjs'

const at = (today, minutes = 720) => new Date(new Date(`${today}T00:00:00`).getTime() + minutes * 60_000)

/** Groups of cases that a library's documentation and grammar speak to; the others it cannot express. */
const RECOGNIZERS = [
  ...['absolute', 'months', 'years', 'quarters', 'relative', 'relative days', 'relative months', 'weeks', 'durations'],
  ...['festivals', 'starts', 'ranges', 'yearly', 'half-yearly', 'monthly', 'weekly', 'daily', 'several', 'none'],
  ...['notations', 'length', 'hours', 'whole units', 'clocks', 'same day', 'days'],
]
const CHRONO = [
  ...['absolute', 'months', 'relative', 'relative days', 'weeks', 'durations', 'ranges', 'several', 'none'],
  ...['notations', 'length', 'hours', 'clocks', 'same day', 'days'],
]

/** @returns {Promise<{name: string, claims: (group: string) => boolean, read: (text: string, today: string, minutes?: number) => object[]}[]>} */
export const dateReaders = async () => {
  const { readTimes } = await import('../../dist/src/dates/index.js')
  const model = new recognizers.DateTimeRecognizer(recognizers.Culture.Chinese).getDateTimeModel()
  return [
    {
      name: 'Duban',
      claims: () => true,
      read: (text, now, minutes) =>
        readTimes(text, { now, purpose: 'phrase', ...(minutes === undefined ? {} : { minutes }) }).milestones,
    },
    {
      name: 'recognizers-text',
      claims: (group) => RECOGNIZERS.includes(group),
      read: (text, today, minutes) => fromRecognizers(text, model.parse(text, at(today, minutes)), today),
    },
    {
      name: 'chrono',
      claims: (group) => CHRONO.includes(group),
      read: (text, today, minutes) => fromChrono(chrono.zh.hans.parse(text, at(today, minutes), { forwardDate: true })),
    },
  ]
}
