import type { RawBlock } from '../document.ts'
import type { DocumentFacts } from '../document-facts.ts'
import { readDatesInText, readDeadlinesInText } from '../read-deadlines.ts'
import type { ReadPart, TaskSource } from '../task-source.ts'
import { namesBody, namesPlaces, sentencesOf, subjectOf } from '../unit-phrases.ts'
import { assignmentIn } from './assignments.ts'
import { foldFields } from './field-items.ts'
import { descendants, outlineOf, ownParagraphs, type Section } from './outline.ts'
import { joinParagraphs } from './paragraphs.ts'
import { mergeResponsibilities, type Responsibility } from './responsibility.ts'
import {
  isAccountTitle,
  isBackground,
  isMeasures,
  isNormTitle,
  isPlanTitle,
  isStage,
  isSupport,
  oversees,
  sharesWork,
} from './section-kinds.ts'
import { piecesByResponsibility, responsibilitiesOf, sectionTask, sharedTasks, yearlyTasks } from './section-tasks.ts'
import { yearlyArrangements } from './yearly.ts'

const NOBODY: Responsibility = { units: [], timing: null, contacts: [] }
const LEAST_YEARLY = 3
const LEAST_NAMED = 2

const namesUnits = (section: Section): boolean => responsibilitiesOf(section).some(({ units }) => units.length > 0)
const namesUnitsBelow = (section: Section): boolean => namesUnits(section) || section.children.some(namesUnitsBelow)

/**
 * Tasks of a plan that names who is responsible in brackets or lines: every section with such a statement, and those
 * beside it under the same heading.
 */
const namedTasks = (section: Section, inherited: Responsibility): TaskSource[] => {
  const own = mergeResponsibilities(responsibilitiesOf(section))
  if (section.children.length === 0) return piecesByResponsibility(section) ?? [sectionTask(section, inherited)]
  const named = section.children.filter(namesUnitsBelow)
  const last = section.children.at(-1)
  // one statement behind the last of several items is meant for all of them
  const forAll =
    named.length === 1 &&
    named[0] === last &&
    section.children.length > 1 &&
    own.units.length === 0 &&
    last !== undefined
  const down = forAll ? mergeResponsibilities(responsibilitiesOf(last)) : own.units.length > 0 ? own : inherited
  if (named.length === 0 && down.units.length === 0) return []
  const isTask = (child: Section): boolean =>
    namesUnitsBelow(child) || (!isBackground(child) && (down.units.length > 0 || !isSupport(section)))
  return section.children.filter(isTask).flatMap((child) => namedTasks(child, down))
}

/** Whether a sentence sets a certain body to work, or all places of a kind by a day (各区政府要于6月底前…). */
const setsToWork = (sentence: string): boolean => {
  const units = subjectOf(sentence)?.units ?? []
  if (namesBody(units)) return true
  return units.some(namesPlaces) && readDatesInText(sentence, null).milestones.some(({ recurs }) => recurs === null)
}

/** A section without any other mark whose first sentence sets a certain unit to work (not 各单位要…). */
const bySubjectAlone = (section: Section): TaskSource[] => {
  const [opening = '', first] = ownParagraphs(section).flatMap(sentencesOf)
  const isTask = setsToWork(opening) || (first !== undefined && namesBody(subjectOf(first)?.units ?? []))
  return isTask && section.children.length === 0 ? [sectionTask(section, NOBODY)] : []
}

/** What coordinates the whole: that it does is no task, unless by a day. */
const COORDINATES = /领导小组|专班|指挥部|联席会议|委员会办公室|工作组|[河湖林路田]长制?办/u

const hasDay = ({ content }: TaskSource): boolean => readDeadlinesInText(content, null).milestones.length > 0

const isCertain = (task: TaskSource): boolean => !task.units.some(({ text }) => COORDINATES.test(text)) || hasDay(task)

/** What a section without brackets sets: not that somebody leads, watches over or assesses the whole, unless by a day. */
const unnamedTasks = (section: Section): TaskSource[] =>
  [section, ...descendants(section)]
    .filter((each) => !isBackground(each) && !isStage(each))
    .flatMap((each) => bySubjectAlone(each).filter((task) => isCertain(task) && (!oversees(each) || hasDay(task))))

const topOf = (root: Section): Section[] =>
  root.children.filter((section) => !isBackground(section) || namesUnitsBelow(section))

const byNames = (root: Section): TaskSource[] =>
  topOf(root).flatMap((section) => (namesUnitsBelow(section) ? namedTasks(section, NOBODY) : unnamedTasks(section)))

const byYears = (sections: readonly Section[]): TaskSource[] =>
  sections.flatMap((section) => {
    if (namesUnits(section)) return [sectionTask(section, NOBODY)]
    const yearly = yearlyTasks(section)
    return yearly.length > 0 ? yearly : bySubjectAlone(section)
  })

const sharedIn = (section: Section): TaskSource[] => {
  const shared = sharedTasks(section)
  const sentences = ownParagraphs(section).flatMap(sentencesOf).length
  return sharesWork(section) || shared.length * 2 > sentences ? shared : []
}

const wholeAndShared = (section: Section): TaskSource[] => {
  const shared = sharedIn(section)
  const isHeading = section.text.replace(/[。：:]$/u, '') === section.heading
  if (isHeading && shared.length > 0 && sharesWork(section)) return shared
  return [sectionTask(section, NOBODY, shared.length > 0), ...shared]
}

/** Every numbered measure of a plan that names nobody in brackets. */
const byMeasures = (root: Section): TaskSource[] => {
  const tops = topOf(root)
  const nested = tops.some(({ children }) => children.length > 0)
  const leaves = (section: Section): TaskSource[] =>
    isBackground(section)
      ? []
      : section.children.length > 0
        ? section.children.flatMap(leaves)
        : wholeAndShared(section)
  return tops.flatMap((section) => {
    if (section.children.length > 0) return section.children.flatMap(leaves)
    // beside sections with numbered items, one without any is a remark, unless it shares work out
    return nested ? sharedIn(section) : leaves(section)
  })
}

/** Sentences anywhere that set a unit to work, in a document without numbered measures (minutes, a letter). */
const bySentences = (root: Section): TaskSource[] =>
  [root, ...descendants(root)].flatMap((section) => {
    if (isBackground(section)) return []
    const given = section.marker !== null && assignmentIn(section.text) !== null
    const found = ownParagraphs(section).flatMap(sentencesOf).filter(setsToWork)
    return found.length === 0 && !given
      ? []
      : section.marker === null
        ? sharedTasks(section)
        : [sectionTask(section, NOBODY)]
  })

/**
 * The tasks of a plan written as prose. How it sets them is told by what it does most: who is responsible stands in
 * brackets, or what is arranged goes by years, or its numbered items are the measures. Sections beside that (组织领导,
 * 宣传引导 in a plan by years) are then no tasks. `named`: several of its sections say who is responsible.
 */
export const readProse = (blocks: readonly RawBlock[], facts: DocumentFacts): ReadPart & { named: boolean } => {
  const paragraphs = joinParagraphs(blocks, facts.heading)
  const root = outlineOf(paragraphs)
  foldFields(root)
  const notes = paragraphs.map(({ text }) => text).filter((text) => text.length < 200)
  const part = (sources: TaskSource[], byName = false): ReadPart & { named: boolean } => ({
    sources,
    notes,
    doubts: [],
    named: byName,
  })
  const sections = descendants(root).filter((section) => !isBackground(section))

  const named = sections.filter(namesUnits)
  const given = named.filter(({ text }) => assignmentIn(text) !== null)
  if (named.length - (given.length < LEAST_NAMED ? given.length : 0) >= LEAST_NAMED) return part(byNames(root), true)
  const yearly = sections.filter((section) => yearlyArrangements(ownParagraphs(section)).length > 0)
  const leaves = sections.filter(({ children }) => children.length === 0)
  if (yearly.length >= LEAST_YEARLY && yearly.length * 3 > leaves.length) return part(byYears(sections))

  if (facts.title !== null && (isAccountTitle(facts.title) || isNormTitle(facts.title))) return part([])
  const isPlan = (facts.title !== null && isPlanTitle(facts.title)) || root.children.some(isMeasures)
  const measures = isPlan && (leaves.length > 1 || leaves.some(sharesWork)) ? byMeasures(root) : []
  if (measures.length > 0) return part(measures)
  if (named.length > 0) return part(byNames(root))
  return part(bySentences(root))
}
