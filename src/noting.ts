import type { Incoming } from './adapter.ts'
import { EXPORTED, PHONES_READ, redactPhones } from './domain/index.ts'
import type { Reply } from './reply.ts'
import type { Store } from './store/store.ts'

type Notes = Pick<Store, 'append'>

/** Whoever reads a whole number is in the audit trail; on this machine itself nobody but its owner does. */
export const notePhones = async (
  store: Notes,
  { conversation, sender, at }: Incoming,
  { tasks, text, table, card, sections }: Reply,
): Promise<void> => {
  const shown = JSON.stringify([text, table, card, sections])
  if (sender === null || redactPhones(shown) === shown) return
  const body = { by: `${conversation.adapter}:${sender.id}`, tasks: tasks.map(({ id }) => id) }
  await store.append({ kind: PHONES_READ, at, body })
}

/** Whoever is given tasks in a file is in the audit trail. */
export const noteFile = (
  store: Notes,
  { conversation, sender, at }: Incoming,
  { file, tasks, phones = false }: Reply,
): Promise<void> => {
  const by = sender === null ? null : `${conversation.adapter}:${sender.id}`
  const body = { by, in: conversation.id, file: file?.name, tasks: tasks.map(({ id }) => id), phones }
  return store.append({ kind: EXPORTED, at, body })
}
