/** Who has done something. */
export interface Actor {
  /** `channel:id`; null is the local administrator. */
  id: string | null
  name: string | null
}

/** Fields of one row before and after; `before` null where it is new, `after` null where it is gone. */
export interface RowChange {
  part: 'tasks' | 'people' | 'groups'
  id: string
  before: Readonly<Record<string, unknown>> | null
  after: Readonly<Record<string, unknown>> | null
}

/**
 * Everything that one message (or one command) has changed, as it stands in the audit trail: who, when, from what, and
 * the values before and after. The state is what these changes have made of it.
 */
export interface Change {
  /** Unique: what is delivered twice is done once. */
  id: string
  /** ISO 8601. */
  at: string
  by: Actor
  /** What was done: `report`, `approve`, `extend`, `bind` … */
  action: string
  /** The words it was done with, or what was done in words. */
  text: string
  rows: readonly RowChange[]
}

/** Kind of the journal's entries that hold a {@link Change}: the audit trail, oldest first. */
export const CHANGE = 'change'

type Row = { readonly id: string; readonly ledgerId?: string }
type Parts = { readonly [part in RowChange['part']]: readonly Row[] }

/** So few rows are looked for one by one. */
const FEW = 8

const patched = (rows: readonly Row[], changes: readonly RowChange[]): readonly Row[] => {
  const next = [...rows]
  for (const { id, after } of changes) {
    const place = next.findIndex((row) => row.id === id)
    // a patch of a row that is gone (its ledger was removed) has nothing to change
    if (place >= 0) next[place] = { ...(next[place] as Row), ...after }
  }
  return next
}

const applyRows = (rows: readonly Row[], changes: readonly RowChange[]): readonly Row[] => {
  // nearly every change patches a row or two of very many
  if (changes.length <= FEW && changes.every(({ before, after }) => before !== null && after !== null))
    return patched(rows, changes)
  const byId = new Map(changes.map((change) => [change.id, change]))
  const kept = rows.flatMap((row) => {
    const change = byId.get(row.id)
    if (change === undefined) return [row]
    byId.delete(row.id)
    return change.after === null ? [] : [{ ...row, ...change.after }]
  })
  // a patch of a row that is gone (its ledger was removed) has nothing to change
  const added = [...byId.values()].flatMap(({ id, before, after }) =>
    before === null && after !== null ? [{ ...after, id }] : [],
  )
  return added.reduce(place, kept)
}

/** A new task stands behind the others of its ledger, every other row at the end. */
const place = (rows: readonly Row[], row: Row): readonly Row[] => {
  const { ledgerId } = row
  const last = ledgerId === undefined ? -1 : rows.findLastIndex((one) => one.ledgerId === ledgerId)
  return last === -1 ? [...rows, row] : rows.toSpliced(last + 1, 0, row)
}

/** The state after a change. Nothing is changed in place. */
export const applyChange = <State extends Parts>(state: State, { rows }: Change): State => {
  let next = state
  for (const part of ['tasks', 'people', 'groups'] as const) {
    const changes = rows.filter((row) => row.part === part)
    if (changes.length > 0) next = { ...next, [part]: applyRows(next[part], changes) }
  }
  return next
}
