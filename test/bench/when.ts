import recognizers from '@microsoft/recognizers-text-date-time'
import { readTimes } from '../../src/dates/index.ts'
import { spreadOf } from './statistics.ts'
import { syntheticLedgers } from './synthetic.ts'
import { timed } from './timed.ts'

/** Phrases a second. */
export interface WhenSpeed {
  duban: number
  recognizers: number
}

const PHRASES = 200
const TODAY = '2020-01-05'

/** The deadline cells of the ledgers through `when` and through Recognizers-Text, in turns. */
export const measureWhen = async (rounds: number): Promise<WhenSpeed> => {
  const cells = syntheticLedgers(1000).flatMap(({ rows }) => rows.map(({ timing }) => timing))
  const phrases = [...new Set(cells)].slice(0, PHRASES)
  const model = new recognizers.DateTimeRecognizer(recognizers.Culture.Chinese).getDateTimeModel()
  const noon = new Date(`${TODAY}T12:00:00`)
  const readers = {
    duban: (phrase: string): unknown => readTimes(phrase, { now: TODAY, purpose: 'phrase' }),
    recognizers: (phrase: string): unknown => model.parse(phrase, noon),
  }
  const times: Record<keyof WhenSpeed, number[]> = { duban: [], recognizers: [] }
  for (let round = 0; round <= rounds; round++) {
    for (const name of ['duban', 'recognizers'] as const) {
      const [, milliseconds] = await timed(() => {
        for (const phrase of phrases) readers[name](phrase)
      })
      if (round > 0) times[name].push(milliseconds)
    }
  }
  const perSecond = (of: readonly number[]): number => (1000 * phrases.length) / spreadOf(of).median
  return { duban: perSecond(times.duban), recognizers: perSecond(times.recognizers) }
}
