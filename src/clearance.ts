import type { Incoming } from './adapter.ts'
import { type Day, dayOf, type GroupBinding, type Openness } from './domain/index.ts'
import type { Snapshot } from './store/store.ts'

/** The channel of this machine itself, where nothing leaves. */
const LOCAL = 'terminal'

/** What a conversation may be told. */
export interface Clearance {
  /** The ledgers it is answered from. */
  readonly visible: Snapshot
  /** Ids of those of them of which only counts, numbers and dates may be told. */
  readonly briefly: ReadonlySet<string>
  /** Why nothing, or only what is 公开, is answered; null where nothing is held back. */
  readonly barred: 'unbound-group' | 'guest' | null
  /** 省, 市, 县 …: bodies of this level are meant where a name fits several; null where nothing is said. */
  readonly level: string | null
  /** 群内通报: whether anybody here may be shown the overdue lists of all units. */
  readonly circular: boolean
}

const NONE: ReadonlySet<string> = new Set()

const bindingOf = (
  { groups }: Snapshot,
  { adapter, id }: Incoming['conversation'],
  today: Day,
): GroupBinding | undefined =>
  groups.find(
    (group) => group.adapter === adapter && group.conversation === id && (group.until === null || group.until >= today),
  )

const restricted = new WeakMap<Snapshot, Map<string, Snapshot>>()

/** A snapshot of some of its ledgers; the same object for the same ledgers, so that its index is built once. */
const only = (snapshot: Snapshot, ids: readonly string[]): Snapshot => {
  if (ids.length === snapshot.ledgers.length) return snapshot
  const known = restricted.get(snapshot) ?? new Map<string, Snapshot>()
  restricted.set(snapshot, known)
  const key = JSON.stringify(ids)
  const wanted = new Set(ids)
  const part = known.get(key) ?? {
    ...snapshot,
    ledgers: snapshot.ledgers.filter(({ id }) => wanted.has(id)),
    tasks: snapshot.tasks.filter(({ ledgerId }) => wanted.has(ledgerId)),
  }
  known.set(key, part)
  return part
}

const idsOf = ({ ledgers }: Snapshot, openness?: Openness): string[] =>
  ledgers.filter((ledger) => openness === undefined || ledger.openness === openness).map(({ id }) => id)

/**
 * What may be told where. On this machine: everything. In private: everything to whoever an administrator has vouched for,
 * 公开 ledgers to others, and so where the platform's ids do not hold. In a group: nothing until it is bound; then the
 * ledgers it is bound to, 内部 ones in full only where the binding says so.
 * @param isKnown whether the sender is bound, or a first administrator
 */
export const clearanceOf = (message: Incoming, snapshot: Snapshot, isKnown: boolean): Clearance => {
  const { conversation } = message
  const all = { visible: snapshot, briefly: NONE, barred: null, level: null, circular: false }
  if (conversation.adapter === LOCAL) return { ...all, circular: true }
  if (conversation.kind === 'direct' || conversation.only !== undefined || message.unverified)
    return isKnown && !message.unverified
      ? all
      : { ...all, visible: only(snapshot, idsOf(snapshot, 'public')), barred: 'guest' }
  const binding = bindingOf(snapshot, conversation, dayOf(new Date(message.at)))
  if (binding === undefined) return { ...all, visible: only(snapshot, []), barred: 'unbound-group' }
  const bound = binding.ledgers.length === 0 ? idsOf(snapshot) : binding.ledgers
  const visible = only(
    snapshot,
    idsOf(snapshot).filter((id) => bound.includes(id)),
  )
  const briefly = binding.carries === 'internal' ? NONE : new Set(idsOf(visible, 'internal'))
  return { visible, briefly, barred: null, level: binding.level ?? null, circular: binding.circular === true }
}
