import type { IntentContext } from '../intent.ts'
import type { Reply } from '../reply.ts'
import type { Draft } from '../reports/draft.ts'
import { type Item, needsConfirmation } from '../reports/plan.ts'
import { askConfirmation, type Choice } from './ask.ts'
import { record } from './record.ts'
import { settle } from './settle.ts'
import { supplemented } from './supplement.ts'

type Answer = Partial<Reply> | Promise<Partial<Reply>>

/** Takes a report as far as it goes: asks what is open, then for confirmation where that is needed, or records it. */
export const advance = (draft: Draft, context: IntentContext): Answer => {
  const settled = settle(draft, context)
  if (settled.kind === 'reply') return settled.reply
  const { items, refused, behalf } = settled
  if (items.length === 0) return { text: `${refused.join('；')}。没有登记。` }
  if (needsConfirmation(items) || refused.length > 0) return askConfirmation(draft, settled, context)
  return record(items, { behalf, attachments: draft.attachments }, context)
}

const deedsOf = (items: readonly Item[]): string => JSON.stringify(items.map(({ task, deed }) => [task, deed]))

/** Carries out what was confirmed, as long as it still comes to what was shown. */
const confirm = (draft: Draft, shown: readonly Item[], context: IntentContext): Answer => {
  const settled = settle(draft, context)
  if (settled.kind === 'reply') return settled.reply
  if (settled.items.length === 0) return { text: `${settled.refused.join('；')}。没有登记。` }
  if (deedsOf(settled.items) === deedsOf(shown))
    return record(settled.items, { behalf: settled.behalf, attachments: draft.attachments }, context)
  return shownAgain('情况有变，请再核对。', askConfirmation(draft, settled, context))
}

const shownAgain = (why: string, asked: Partial<Reply>): Partial<Reply> => ({
  ...asked,
  text: `${why}\n${asked.text ?? ''}`,
})

/** Shows once more what was not confirmed in time. */
const again = (draft: Draft, context: IntentContext): Answer => {
  const settled = settle(draft, context)
  if (settled.kind === 'reply') return settled.reply
  if (settled.items.length === 0) return { text: `${settled.refused.join('；')}。没有登记。` }
  return shownAgain('已超过两小时，没有登记，请再核对。', askConfirmation(draft, settled, context))
}

/** Goes on with a report after an answer to what was asked. */
export const goOn = (choice: Choice, context: IntentContext): Answer => {
  switch (choice.step) {
    case 'cancel':
      return { text: '没有登记。' }
    case 'settled':
      return advance(choice.draft, context)
    case 'again':
      return again(choice.draft, context)
    case 'confirm':
      return confirm(choice.draft, choice.items, context)
    case 'supplement': {
      const draft = supplemented(choice.draft, context)
      if (draft !== null) return advance(draft, context)
      context.dialogue.pending = {
        need: 'confirmation',
        choices: [],
        purpose: { kind: 'intent', name: 'report' },
        text: JSON.stringify(choice),
      }
      return { needs: 'confirmation', text: '请写要补充的内容，如文号、完成数、是否经主要负责同志审阅。' }
    }
  }
}
