import type { TaskSource, UnitWords } from '../task-source.ts'
import { headingName } from '../task-title.ts'
import { type DutySubject, namesBody, sentencesOf, subjectOf, unitsOnly } from '../unit-phrases.ts'
import { assignmentIn } from './assignments.ts'
import { ancestors, ownParagraphs, ownText, type Section } from './outline.ts'
import { findResponsibilities, mergeResponsibilities, type Responsibility } from './responsibility.ts'
import { yearlyArrangements } from './yearly.ts'

const NOBODY: Responsibility = { units: [], timing: null, contacts: [] }

/** What is common to the tasks of a section. */
const place = (section: Section, inside: boolean): Pick<TaskSource, 'above' | 'path' | 'group'> => {
  const above = inside ? [...ancestors(section), section] : ancestors(section)
  return {
    above: above.map(({ marker }) => marker?.number ?? ''),
    path: above.map(({ heading }) => heading),
    group: above.map(({ text }) => text).join('\n'),
  }
}

const source = (
  at: Pick<TaskSource, 'above' | 'path' | 'group'>,
  own: string | null,
  line: number,
  content: string,
  { units, timing, contacts }: Responsibility,
): TaskSource => ({
  ...at,
  own,
  numbered: false,
  line,
  title: own === null ? headingName(at.path.at(-1)) : null,
  content,
  units,
  timing,
  contacts: [...contacts],
  doubts: [],
})

const wordsOf = ({ units, cooperating }: DutySubject): UnitWords[] => [
  { kind: 'lead', text: units.join('、') },
  ...(cooperating.length === 0 ? [] : [{ kind: 'cooperating' as const, text: cooperating.join('、') }]),
]

/** The responsibilities that a section states itself, in any of its paragraphs. */
export const responsibilitiesOf = (section: Section): Responsibility[] =>
  [section.text, ...section.body.map(({ text }) => text)].flatMap((text) => {
    const found = findResponsibilities(text)
    return found.length > 0 ? found : (assignmentIn(text) ?? [])
  })

/** Who a section's first sentences set to work: its heading where it names units, else the subject of its first sentence. */
const bySubject = (section: Section): Responsibility => {
  const paragraphs = ownParagraphs(section)
  const sentences = paragraphs.flatMap(sentencesOf)
  const named = unitsOnly((sentences[0] ?? '').replace(/[。：:]$/u, ''))
  if (named) return { ...NOBODY, units: [{ kind: 'lead', text: named.join('、') }] }
  // 各地各部门要… may come before who is really meant
  const subjects = sentences.slice(0, 3).flatMap((sentence) => subjectOf(sentence) ?? [])
  const certain = subjects.find(({ units }) => namesBody(units))
  const subject = subjects[0] && !namesBody(subjects[0].units) ? (certain ?? subjects[0]) : subjects[0]
  return subject ? { ...NOBODY, units: wordsOf(subject) } : NOBODY
}

/**
 * A section as one task.
 * @param inherited what the section above says for those below it.
 * @param shared whether its sentences are tasks of their own, so that the first one's unit is not the whole section's.
 */
export const sectionTask = (section: Section, inherited: Responsibility, shared = false): TaskSource => {
  const own = mergeResponsibilities(responsibilitiesOf(section))
  const said = own.units.length > 0 ? own : { ...inherited, timing: own.timing ?? inherited.timing }
  const units = said.units.length > 0 || shared ? said : { ...said, ...bySubject(section), timing: said.timing }
  return source(place(section, false), section.marker?.number ?? null, section.line, ownText(section), units)
}

/** Pieces of a section's text that each end with a responsibility of their own; null where there are not several. */
export const piecesByResponsibility = (section: Section): TaskSource[] | null => {
  const pieces: { text: string; line: number; said: Responsibility }[] = []
  const paragraphs = [{ text: section.text, line: section.line }, ...section.body]
  for (const { text, line } of paragraphs) {
    let from = 0
    for (const found of findResponsibilities(text)) {
      const end = found.to + (/^[。；;]/u.test(text.slice(found.to)) ? 1 : 0)
      const words = text.slice(from, end)
      const last = pieces.at(-1)
      // a line that only says who, or by when, belongs to the text above it
      if (found.from - from < 2 && last) {
        last.text += words
        last.said = last.said === NOBODY ? found : mergeResponsibilities([last.said, found])
      } else pieces.push({ text: words, line, said: found })
      from = end
    }
    const rest = text.slice(from)
    if (rest.length > 1) pieces.push({ text: rest, line, said: NOBODY })
  }
  const said = pieces.filter((piece) => piece.said !== NOBODY)
  if (said.length < 2) return null
  const at = place(section, true)
  return said.map((piece) => source(at, null, piece.line, withHeadingOff(piece.text, section), piece.said))
}

const withHeadingOff = (text: string, section: Section): string =>
  text.startsWith(section.heading) && text.length > section.heading.length + 12
    ? text.slice(section.heading.length).replace(/^[。：:\s]+/u, '')
    : text

/** The yearly arrangements of a section, each a task with its period as deadline. */
export const yearlyTasks = (section: Section): TaskSource[] => {
  const at = place(section, true)
  return yearlyArrangements(ownParagraphs(section)).map(({ period, text }) => {
    const said = mergeResponsibilities(findResponsibilities(text))
    const subject = said.units.length > 0 ? null : subjectOf(text.slice(period.length).replace(/^[，,]/u, ''))
    const units = subject ? wordsOf(subject) : said.units
    return source(at, null, section.line, text, { ...said, units, timing: said.timing ?? period })
  })
}

const LEAST_SUBJECTS = 2

/**
 * The sentences of a section that each set a unit to work, with what follows them; empty where there are not several.
 */
export const sharedTasks = (section: Section): TaskSource[] => {
  const at = place(section, true)
  const shared: TaskSource[] = []
  let line = section.line
  const paragraphs = [{ text: section.marker?.rest ?? section.text, line: section.line }, ...section.body]
  for (const paragraph of paragraphs) {
    line = paragraph.line
    for (const sentence of sentencesOf(paragraph.text)) {
      const subject = subjectOf(sentence)
      const last = shared.at(-1)
      if (subject) {
        shared.push(source(at, null, line, sentence.trim(), { ...NOBODY, units: wordsOf(subject) }))
      } else if (last) last.content += sentence
    }
  }
  return shared.length >= LEAST_SUBJECTS ? shared : []
}
