import type { Task, TaskDraft } from '../domain/index.ts'

/** How sure a field is: as the document has it, read into it, doubtful, or set by somebody. */
export type Confidence = 'stated' | 'inferred' | 'doubtful' | 'corrected'

/** A field as it was read, and the words it was read from. */
export interface FieldReading {
  field: 'content' | 'lead' | 'cooperating' | 'milestones' | 'contacts'
  value: string
  /** The words of the document; empty where it has none for it. */
  original: string
  confidence: Confidence
}

/** Fields of doubts by the field of a task that they are about. */
const ABOUT: Readonly<Record<string, FieldReading['field']>> = {
  lead: 'lead',
  units: 'lead',
  cooperating: 'cooperating',
  timing: 'milestones',
  milestones: 'milestones',
  contacts: 'contacts',
}

const people = ({ contacts }: TaskDraft): string => contacts.map(({ role, name }) => `${role}${name}`).join('、')

/** How each field of a task was read: its value, its words in the document, and how sure it is. */
export const fieldReadings = (task: Task, inWords: (milestones: Task['milestones']) => string): FieldReading[] => {
  const { edited = {}, original = {} } = task
  const doubtful = new Set(task.doubts.map(({ field }) => ABOUT[field] ?? 'content'))
  const confidence = (field: FieldReading['field'], words: string, isCorrected: boolean): Confidence =>
    isCorrected ? 'corrected' : doubtful.has(field) ? 'doubtful' : words === '' ? 'inferred' : 'stated'
  const reading = (field: FieldReading['field'], value: string, words: string, isCorrected = false): FieldReading => ({
    field,
    value,
    original: words,
    confidence: value === '' && words === '' && !doubtful.has(field) ? 'stated' : confidence(field, words, isCorrected),
  })
  const units = (field: 'lead' | 'cooperating'): FieldReading => {
    const value = task[field].join('、')
    return reading(field, value, original[field] ?? value, edited[field] !== undefined)
  }
  const deadline = task.milestones.length === 0 ? '' : inWords(task.milestones)
  return [
    reading('content', task.content, task.content, edited.content !== undefined),
    units('lead'),
    units('cooperating'),
    reading('milestones', deadline, original.timing ?? task.timing, edited.milestones !== undefined),
    reading('contacts', people(task), people(task)),
  ]
}
