import { intents } from '../intents/index.ts'
import { type Bot, createBot } from './bot.ts'
import { DubanError } from './errors.ts'
import type { Store } from './store/store.ts'
import { openSegmenter } from './text/load-segmenter.ts'

/** A store that may only be read. */
type View = Pick<Store, 'snapshot' | 'entries'>

const readOnly = (): Promise<void> =>
  Promise.reject(new DubanError('store-locked', '这里只能查询，不能改动台账。请在 duban chat 中操作。'))

/** Puts the core together over a store; on one that can only be read, what would change something is refused. */
export const assemble = (
  store: View & Partial<Pick<Store, 'update' | 'append'>>,
  onError?: (error: unknown) => void,
): Bot =>
  createBot({
    store: {
      snapshot: () => store.snapshot(),
      entries: (kind) => store.entries(kind),
      update: store.update?.bind(store) ?? readOnly,
      // a question that was not understood is only noted where there is something to note it in
      append: store.append?.bind(store) ?? (async () => undefined),
    },
    intents,
    loadSegmenter: openSegmenter,
    ...(onError ? { onError } : {}),
  })
