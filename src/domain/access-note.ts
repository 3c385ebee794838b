/** Kinds of the journal's entries that tell who has read whole phone numbers, and who was given what in a file. */
export const PHONES_READ = 'phones-read'
export const EXPORTED = 'exported'

/** A reading that leaves the tasks as they are, and stands in the audit trail all the same. */
export interface AccessNote {
  kind: typeof PHONES_READ | typeof EXPORTED
  /** ISO 8601. */
  at: string
  /** `channel:id`; null is the local administrator. */
  by: string | null
  /** Ids of the tasks. */
  tasks: readonly string[]
}

/** The notes that a journal has, of phones first. */
export const accessNotesIn = (
  entries: (kind: string) => readonly { readonly at: string; readonly body: unknown }[],
): AccessNote[] =>
  ([PHONES_READ, EXPORTED] as const).flatMap((kind) =>
    entries(kind).map(({ at, body }) => ({ kind, at, ...(body as Pick<AccessNote, 'by' | 'tasks'>) })),
  )
