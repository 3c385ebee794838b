import { intents } from '../intents/index.ts'
import type { AttachmentStore } from './attaching.ts'
import { type Bot, createBot, type Notify } from './bot.ts'
import { DubanError } from './errors.ts'
import type { Invitations } from './invitations.ts'
import { SETTING } from './reminders/settings.ts'
import type { Store } from './store/store.ts'
import { openSegmenter } from './text/load-segmenter.ts'
import type { ReadLedgers } from './uploads.ts'

/** A store that may only be read. */
type View = Pick<Store, 'snapshot' | 'entries'>

const readOnly = (): Promise<never> =>
  Promise.reject(new DubanError('store-locked', '这里只能查询，不能改动台账。请在 duban chat 中操作。'))

export interface AssembleOptions {
  /** First administrators, `channel:id`. */
  admins?: readonly string[]
  notify?: Notify | undefined
  invite?: Invitations['issue'] | undefined
  /** What is in files that come with messages; without it they are not read. */
  readLedgers?: ReadLedgers
  /** Keeps files that come with reports; without it none are taken. */
  attachments?: AttachmentStore
  onError?: (error: unknown) => void
  onWait?: (share: number) => void
  onWish?: () => void
}

/** Puts the core together over a store; on one that can only be read, what would change something is refused. */
export const assemble = (
  store: View & Partial<Pick<Store, 'update' | 'commit' | 'append'>>,
  { admins = [], notify, invite, readLedgers, attachments, onError, onWait, onWish }: AssembleOptions = {},
): Bot =>
  createBot({
    store: {
      snapshot: () => store.snapshot(),
      entries: (kind) => store.entries(kind),
      update: store.update?.bind(store) ?? readOnly,
      commit: store.commit?.bind(store) ?? readOnly,
      // what is only noted (a question that was not understood) is left out where there is nothing to note it in
      append: store.append?.bind(store) ?? (async ({ kind }) => (kind === SETTING ? readOnly() : undefined)),
    },
    intents,
    loadSegmenter: openSegmenter,
    admins,
    ...(notify ? { notify } : {}),
    ...(invite ? { invite } : {}),
    ...(readLedgers ? { readLedgers } : {}),
    ...(attachments ? { attachments } : {}),
    ...(onError ? { onError } : {}),
    ...(onWait ? { onWait } : {}),
    ...(onWish ? { onWish } : {}),
  })
