import type { Change, Edit, EditedField, Task, TaskDraft } from '../domain/index.ts'

/** A field that was set by message and is not what the new edition of the document says. */
export interface KeptEdit {
  task: Task
  field: EditedField
  edit: Edit
  /** What the new edition says. */
  document: unknown
  /** What the document said before, where the audit trail tells. */
  before?: unknown
}

/** What the document said of fields that have been set by message since, by task. */
export type DocumentValues = ReadonlyMap<string, Readonly<Partial<Record<EditedField, unknown>>>>

const NONE: DocumentValues = new Map()

/** The values that messages have replaced, from the audit trail, oldest first. */
export const documentValues = (changes: readonly Change[]): DocumentValues => {
  const values = new Map<string, Partial<Record<EditedField, unknown>>>()
  for (const { part, id, before, after } of changes.flatMap(({ rows }) => rows)) {
    if (part !== 'tasks' || before === null || after?.edited === undefined) continue
    const earlier = (before.edited ?? {}) as Task['edited']
    const known = values.get(id) ?? {}
    for (const field of Object.keys(after.edited as object) as EditedField[])
      if (earlier?.[field] === undefined && field in before) known[field] = before[field]
    values.set(id, known)
  }
  return values
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** A deadline's words and its days are one thing. */
const DEADLINE: readonly EditedField[] = ['timing', 'milestones']

/**
 * The fields of a task that were set by message and are not what a new edition says: they stay. Where the edition has
 * come to say the same, nothing is left to be kept.
 */
export const keptFields = (before: Task, draft: TaskDraft): EditedField[] => {
  const edited = Object.keys(before.edited ?? {}) as EditedField[]
  const differ = (field: EditedField): boolean => !same(draft[field], before[field])
  const deadline = DEADLINE.every((field) => !edited.includes(field)) || !differ('milestones')
  return edited.filter((field) => (DEADLINE.includes(field) ? !deadline : differ(field)))
}

/** A new edition's task with the fields that messages have set. */
export const withEdits = (
  before: Task,
  draft: TaskDraft,
): { draft: TaskDraft; edited: Task['edited']; kept: EditedField[] } => {
  const kept = keptFields(before, draft)
  if (kept.length === 0) return { draft, edited: undefined, kept }
  const settled = new Set<string>(kept.flatMap((field) => (DEADLINE.includes(field) ? DEADLINE : [field])))
  return {
    draft: {
      ...draft,
      ...Object.fromEntries([...settled].map((field) => [field, before[field as EditedField]])),
      doubts: draft.doubts.filter(({ field }) => !settled.has(field)),
    },
    edited: Object.fromEntries(kept.map((field) => [field, before.edited?.[field]])),
    kept,
  }
}

/** Tells of the fields kept what the new edition and the old one say. */
export const describeKept = (
  task: Task,
  draft: TaskDraft,
  kept: readonly EditedField[],
  values: DocumentValues = NONE,
): KeptEdit[] =>
  kept
    // the words of a deadline tell it
    .filter((field) => field !== 'milestones' || !kept.includes('timing'))
    .flatMap((field) => {
      const edit = task.edited?.[field]
      const old = values.get(task.id)
      return edit === undefined
        ? []
        : [{ task, field, edit, document: draft[field], ...(old && field in old ? { before: old[field] } : {}) }]
    })
