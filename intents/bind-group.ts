import type { GroupBinding, Openness } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { choiceText } from '../src/replies/choices.ts'
import type { Reply } from '../src/reply.ts'

const CHOICES = ['只发公开台账，内部台账只发项数、序号和时限', '内部台账也可以发', '取消']
const CARRIES: readonly (Openness | null)[] = ['public', 'internal', null]

/** Says which ledgers a group is for, and what it may carry of them. */
export const bindGroup = defineIntent({
  name: 'bind-group',
  summary: '绑定本群的台账和可发内容，在群里说（督查室）',
  examples: ['绑定本群', '绑定这个群', '解绑本群'],
  asks: ['bind-group', 'unbind-group'],
  aboutTasks: false,
  needs: 'administrator',
  run: (context) => {
    const { question, origin, store, dialogue } = context
    if (origin.conversation.kind !== 'group') return { text: '请在要绑定的群里说：@督办助手 绑定本群 台账简称。' }
    if (question.reading.asks.has('unbind-group')) return unbind(context)
    const ledgers = question.reading.ledgers
    const named = ledgers.flatMap((id) => store.snapshot().ledgers.find((ledger) => ledger.id === id)?.short ?? [])
    const target = named.length > 0 ? named.map((short) => `〔${short}〕`).join('') : '全部台账'
    dialogue.pending = {
      need: 'confirmation',
      choices: CHOICES.map((label, place) => ({
        label,
        value: JSON.stringify({ ledgers, carries: CARRIES[place] ?? null } satisfies Choice),
      })),
      purpose: { kind: 'intent', name: 'bind-group' },
    }
    return { needs: 'confirmation', text: choiceText(`把本群绑定到${target}，群里可以发什么？`, CHOICES) }
  },
  choose: async (value, context) => {
    const { ledgers, carries } = JSON.parse(value) as Choice
    if (carries === null) return { text: '没有绑定。' }
    await change(context, {
      ledgers,
      carries,
      purpose: null,
      owner: context.origin.sender?.id ?? null,
      boundAt: context.at,
      until: null,
    })
    const what = carries === 'internal' ? '内部台账的内容也可以发' : '内部台账只发项数、序号和时限'
    return { text: `已绑定本群，${what}。要取消请说：解绑本群。` }
  },
})

interface Choice {
  ledgers: readonly string[]
  carries: Openness | null
}

const unbind = async (context: IntentContext): Promise<Partial<Reply>> => {
  await change(context, null)
  return { text: '已解绑本群，群里不再发内部台账的内容。' }
}

/** Puts a binding in the place of the group's former one; null takes it away. */
const change = (
  { store, origin: { conversation } }: IntentContext,
  binding: Omit<GroupBinding, 'id' | 'adapter' | 'conversation'> | null,
): Promise<void> =>
  store.update((state) => {
    const { adapter, id } = conversation
    const others = state.groups.filter((group) => group.adapter !== adapter || group.conversation !== id)
    return {
      ...state,
      groups:
        binding === null ? others : [...others, { id: `${adapter}:${id}`, adapter, conversation: id, ...binding }],
    }
  })
