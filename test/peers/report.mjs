// The figures as tables.
import { percent, table } from '../eval/table.mjs'
import { MAPPING } from './intent-cases.mjs'

const sum = (groups) => ({
  cases: groups.reduce((all, { cases }) => all + cases, 0),
  right: groups.reduce((all, { right }) => all + right, 0),
})
const share = ({ right, cases }) => `${right} (${percent(right, cases)})`

const head = (label, results) => [label, 'cases', ...results.map(({ name }) => name)]
const byGroup = (results) =>
  results[0].groups.map(({ group, cases }, i) => [
    group,
    cases,
    ...results.map(({ groups }) => `${groups[i].right}${groups[i].claimed === false ? ' *' : ''}`),
  ])
const totals = (results) => ['all', sum(results[0].groups).cases, ...results.map(({ groups }) => share(sum(groups)))]

/** Times, and the throughput of the first (Duban) as a multiple of the others', by the clock and by the processor. */
const times = (results) => {
  const [{ time: own }] = results
  return table([
    ['µs a phrase', 'median', 'mean', 'processor', "Duban's throughput", 'by processor'],
    ...results.map(({ name, time }) => [
      name,
      time.median.toFixed(1),
      time.mean.toFixed(1),
      time.cpu.toFixed(1),
      `${(time.mean / own.mean).toFixed(1)} ×`,
      `${(time.cpu / own.cpu).toFixed(1)} ×`,
    ]),
  ])
}

const claimed = (results) => [
  'of those it speaks to',
  '',
  ...results.map(({ groups }) => {
    const own = sum(groups.filter((each) => each.claimed))
    return `${own.right}/${own.cases} (${percent(own.right, own.cases)})`
  }),
]

/** What the reader of the own cases must know before the first column. */
const OWN =
  "Duban's column on its own cases is 100 % by construction: their expectations were taken from its reader and reviewed"

export const showDates = (results, own) =>
  [
    'Dates: right due days, recurrences and continuing work',
    table([
      head('group', results),
      ...byGroup(results),
      totals(results),
      claimed(results),
      ['wrong, but not nothing', '', ...results.map(({ invented }) => invented)],
    ]),
    '* the library does not claim to read these',
    ...(own ? [OWN] : []),
    times(results),
  ].join('\n')

export const showIntents = (results) =>
  [
    'Intents: of the first question of every dialogue',
    table([
      head('intent', results),
      ...byGroup(results),
      totals(results),
      ['an intent where there is none', '', ...results.map(({ invented }) => invented)],
    ]),
    ...MAPPING.map((line) => `  ${line}`),
    times(results),
    "Duban's time is that of the whole answer; node-nlp's is the choice alone, with the words of a known sentence kept.",
  ].join('\n')
