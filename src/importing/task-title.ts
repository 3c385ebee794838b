import { withoutMarker } from './numbering.ts'

/** A sentence of one clause: what stands before its end is a heading. */
const FIRST_SENTENCE = /^([^。：:；;，,！？]{4,35})(?:[。：:]|$)/u
const BEGINS_WITH_DATE = /^(?:到|至|截至|自|从)?(?:20\d\d|每[年季月周]|今年|本年|\d{1,2}月|[上下]半年)/u

/** The heading-like first sentence of a task's text, or null. */
export const titleInContent = (content: string): string | null => {
  const bare = withoutMarker(content)
  const sentence = FIRST_SENTENCE.exec(bare)?.[1]?.trim()
  return sentence === undefined || BEGINS_WITH_DATE.test(sentence) ? null : sentence
}

const LONGEST_NAME = 40

/** A heading as the name of the task under it: without its number and stop; null where there is none, or it is too long. */
export const headingName = (heading: string | undefined): string | null => {
  const name = heading === undefined ? '' : withoutMarker(heading).replace(/[。；：:]$/u, '')
  return name !== '' && name.length <= LONGEST_NAME ? name : null
}
