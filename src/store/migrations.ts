/** A store file as JSON, whatever its version. */
export type StoreDocument = Readonly<Record<string, unknown>>

/** One step from a version of the store file to the next. */
export interface Migration {
  /** What changes and why, for whoever reads the list. */
  readonly summary: string
  /** Makes the document of the next version; the version number itself is counted up by {@link migrate}. */
  migrate(document: StoreDocument): StoreDocument
}

/**
 * Every change of the file's shape since version 1, oldest first: the first step leads to version 2. A step that has
 * been released is never changed again.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    summary: 'a ledger is public or internal; groups and people are bound to ledgers and units',
    migrate: (document) => ({
      ...document,
      // what is no list is told by the check that follows
      ledgers: Array.isArray(document.ledgers)
        ? document.ledgers.map((ledger) => ({ ...ledger, openness: 'internal' }))
        : document.ledgers,
      groups: [],
      people: [],
    }),
  },
]

/** The version that a list of migrations leads to. */
export const versionAfter = (migrations: readonly Migration[]): number => migrations.length + 1

/** Carries a document of an older version through every step that it lacks. */
export const migrate = (document: StoreDocument, version: number, migrations: readonly Migration[]): StoreDocument =>
  migrations.slice(version - 1).reduce((current, step) => step.migrate(current), document)
