import { sentencesOf } from '../unit-phrases.ts'

/** What a plan arranges for a year or a stretch of years. */
export interface YearlyArrangement {
  /** 2016年, 2016至2017年, 到2025年. */
  period: string
  /** The sentences, from the period on to the next one. */
  text: string
}

const YEAR = '20\\d\\d年?'
const PERIOD = new RegExp(
  `^(?:(?:到|至|截至|自|从)?${YEAR}(?:\\s*(?:至|到|—{1,2}|－|-|–|~|～)\\s*${YEAR})?(?:底|末|年底|年末|上半年|下半年|期间)?(?:前|以前|之前)?)(?=[，,])`,
  'u',
)

/** The arrangements by year in a section's paragraphs; what stands before the first is no arrangement. */
export const yearlyArrangements = (paragraphs: readonly string[]): YearlyArrangement[] => {
  const arrangements: YearlyArrangement[] = []
  for (const sentence of paragraphs.flatMap(sentencesOf)) {
    const period = PERIOD.exec(sentence)?.[0]
    if (period !== undefined) arrangements.push({ period, text: sentence })
    else {
      const last = arrangements.at(-1)
      if (last) last.text += sentence
    }
  }
  return arrangements
}
