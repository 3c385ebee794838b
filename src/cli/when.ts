import { readTimes } from '../dates/index.ts'
import type { ReadMilestone, TimeReading } from '../dates/time-reading.ts'
import { dayOf, minutesOf } from '../domain/index.ts'
import { milestoneJson } from '../exporting/task-json.ts'
import type { Context } from './context.ts'
import { parseInstant } from './instant.ts'
import { parseJsonObject, readLines, toJsonLine } from './lines.ts'
import { describeMilestone } from './when-text.ts'

/** What stands further on in a line is no phrase any more; a line of any length must be answered at once. */
const LONGEST_PHRASE = 2_000

interface Phrase {
  text: string
  now: Date
  problem: string | null
}

/** A line is a phrase, or JSON with its own clock. */
const readPhrase = (line: string, now: Date): Phrase => {
  const fields = parseJsonObject(line)
  if (fields === null) return { text: line, now, problem: null }
  const text = typeof fields.text === 'string' ? fields.text : ''
  if (fields.now === undefined || fields.now === null) return { text, now, problem: null }
  const own = typeof fields.now === 'string' ? parseInstant(fields.now) : null
  const problem = own === null ? `now 的值“${String(fields.now).slice(0, 40)}”不是时间，按现在的时间计算` : null
  return { text, now: own ?? now, problem }
}

const toMilestoneJson = (milestone: ReadMilestone): object => ({ ...milestoneJson(milestone), span: milestone.span })

const toJson = (phrase: Phrase, reading: TimeReading): object => {
  const problems = [...(phrase.problem ? [phrase.problem] : []), ...reading.problems.map(({ message }) => message)]
  return {
    text: phrase.text,
    milestones: reading.milestones.map(toMilestoneJson),
    ...(reading.alternatives.length > 0
      ? { alternatives: reading.alternatives.map((milestones) => milestones.map(toMilestoneJson)) }
      : {}),
    ...(problems.length > 0 ? { problems } : {}),
  }
}

const toText = (phrase: Phrase, reading: TimeReading): string => {
  const describe = (milestones: readonly ReadMilestone[]): string => milestones.map(describeMilestone).join('；')
  const parts = [
    reading.milestones.length > 0 ? describe(reading.milestones) : '没有时间',
    ...reading.alternatives.map((milestones) => `也可能是：${describe(milestones)}`),
    ...reading.problems.map(({ message }) => message),
    ...(phrase.problem ? [phrase.problem] : []),
  ]
  return `${phrase.text}　→　${parts.join('。')}\n`
}

/** Reads time phrases, one a line; a line in gives a line out. Needs no store. */
export const when = async ({ services, clock, json, print }: Context): Promise<void> => {
  for await (const line of readLines(services.streams.input)) {
    const phrase = readPhrase(line, clock())
    const reading = readTimes(phrase.text.slice(0, LONGEST_PHRASE), {
      now: dayOf(phrase.now),
      minutes: minutesOf(phrase.now),
      purpose: 'phrase',
    })
    print(json ? toJsonLine(toJson(phrase, reading)) : toText(phrase, reading))
  }
}
