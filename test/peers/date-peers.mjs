// The readers of dates behind one shape: `read(text, today)` gives milestones. Only the library's own reading is in it,
// so that it can be timed; references are local noon, which keeps the day whatever the machine's time zone.
import recognizers from '@microsoft/recognizers-text-date-time'
import * as chrono from 'chrono-node'
import { fromChrono } from './chrono-milestones.mjs'
import { fromRecognizers } from './recognizers-milestones.mjs'

const noon = (today) => new Date(`${today}T12:00:00`)

/** Groups of cases that a library's documentation and grammar speak to; the others it cannot express. */
const RECOGNIZERS = [
  ...['absolute', 'months', 'years', 'quarters', 'relative', 'relative days', 'relative months', 'weeks', 'durations'],
  ...['festivals', 'starts', 'ranges', 'yearly', 'half-yearly', 'monthly', 'weekly', 'daily', 'several', 'none'],
]
const CHRONO = ['absolute', 'months', 'relative', 'relative days', 'weeks', 'durations', 'ranges', 'several', 'none']

/** @returns {Promise<{name: string, claims: (group: string) => boolean, read: (text: string, today: string) => object[]}[]>} */
export const dateReaders = async () => {
  const { readTimes } = await import('../../dist/src/dates/index.js')
  const model = new recognizers.DateTimeRecognizer(recognizers.Culture.Chinese).getDateTimeModel()
  return [
    {
      name: 'Duban',
      claims: () => true,
      read: (text, now) => readTimes(text, { now, purpose: 'phrase' }).milestones,
    },
    {
      name: 'recognizers-text',
      claims: (group) => RECOGNIZERS.includes(group),
      read: (text, today) => fromRecognizers(text, model.parse(text, noon(today)), today),
    },
    {
      name: 'chrono',
      claims: (group) => CHRONO.includes(group),
      read: (text, today) => fromChrono(chrono.zh.hans.parse(text, noon(today), { forwardDate: true })),
    },
  ]
}
