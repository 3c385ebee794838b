import { readTimes } from '../src/dates/index.ts'
import type { Change, Day, GroupBinding, Openness, RowChange } from '../src/domain/index.ts'
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
    const terms = termsOf(question.reading.said, context.today)
    if (terms.until !== null && terms.until < context.today)
      return { needs: 'date', text: `绑定的截止日${terms.until}已过，没有绑定。` }
    const said = carriedIn(question.reading.said)
    const target = named.length > 0 ? named.map((short) => `〔${short}〕`).join('') : '全部台账'
    const encoded = (carries: Openness | null): string => JSON.stringify({ ledgers, carries, terms } satisfies Choice)
    dialogue.pending = {
      need: 'confirmation',
      choices:
        said === null
          ? CHOICES.map((label, place) => ({ label, value: encoded(CARRIES[place] ?? null) }))
          : [
              { label: '确认', value: encoded(said) },
              { label: '取消', value: encoded(null) },
            ],
      purpose: { kind: 'intent', name: 'bind-group' },
    }
    if (said !== null)
      return {
        needs: 'confirmation',
        text: `把本群绑定到${target}${inWords(terms)}，${CARRIED[said]}。\n回复：确认、取消`,
      }
    return {
      needs: 'confirmation',
      text: choiceText(`把本群绑定到${target}${inWords(terms)}，群里可以发什么？`, CHOICES),
    }
  },
  choose: async (value, context) => {
    const { ledgers, carries, terms } = JSON.parse(value) as Choice
    if (carries === null) return { text: '没有绑定。' }
    await change(context, {
      ledgers,
      carries,
      ...terms,
      owner: context.origin.sender?.id ?? null,
      boundAt: context.at,
    })
    return { text: `已绑定本群${inWords(terms)}，${CARRIED[carries]}。要取消请说：解绑本群。` }
  },
})

const CARRIED: Readonly<Record<Openness, string>> = {
  public: '内部台账只发项数、序号和时限',
  internal: '内部台账的内容也可以发',
}

const ALONE = '(?=[,，。;；\\s]|$)'
const SAYS_INTERNAL = new RegExp(
  `(?:^|[,，;；\\s])(?:群里)?(?:可以?)?(?:也?发|含|包括)?内部(?:台账|内容)?(?:也|都)?(?:可以?发?)?${ALONE}`,
)
const SAYS_PUBLIC = new RegExp(`(?:^|[,，;；\\s])(?:群里)?(?:只发|仅发|只)?公开(?:台账|内容)?${ALONE}`)

/** 绑定本群 医改23项，内部: what the group may carry, where it is said at once. */
const carriedIn = (said: string): Openness | null =>
  SAYS_INTERNAL.test(said) ? 'internal' : SAYS_PUBLIC.test(said) ? 'public' : null

interface Choice {
  ledgers: readonly string[]
  carries: Openness | null
  terms: Terms
}

/** 用于每周调度，省级，到12月31日. */
type Terms = Pick<GroupBinding, 'purpose' | 'until' | 'level'>

const LEVEL = /([省市县区州旗])级/
const PURPOSE = /(?:用于|用途(?:是|为|[:：])?)([^,，。;；]{2,30})/
const UNTIL = /(?:有效期?|绑定)?(?:到|至|截至|截止)([^,，。;；]{2,16})/

const termsOf = (said: string, today: Day): Terms => {
  const level = LEVEL.exec(said)?.[1] ?? null
  const purpose = PURPOSE.exec(said)?.[1]?.trim() ?? null
  const words = UNTIL.exec(said)?.[1]
  const [end] =
    words === undefined ? [] : readTimes(words, { now: today, purpose: 'question', looks: 'ahead' }).milestones
  return { level, purpose, until: (end?.due ?? null) as Day | null }
}

const inWords = ({ level, purpose, until }: Terms): string =>
  [
    ...(level == null ? [] : [`${level}级`]),
    ...(purpose === null ? [] : [`用于${purpose}`]),
    ...(until === null ? [] : [`到${until}`]),
  ]
    .map((term) => `，${term}`)
    .join('')

const unbind = async (context: IntentContext): Promise<Partial<Reply>> => {
  await change(context, null)
  return { text: '已解绑本群，群里不再回答台账问题。' }
}

/** Puts a binding in the place of the group's former one; null takes it away. */
const change = (
  { store, origin: { conversation }, messageKey, at, access, said }: IntentContext,
  binding: Omit<GroupBinding, 'id' | 'adapter' | 'conversation'> | null,
): Promise<Change | null> =>
  store.commit(({ groups }) => {
    const { adapter, id: room } = conversation
    const id = `${adapter}:${room}`
    const former = groups.filter((group) => group.adapter === adapter && group.conversation === room)
    const fields = binding === null ? null : { adapter, conversation: room, ...binding }
    const before = (group: GroupBinding): RowChange['before'] => ({ ...group })
    const rows: RowChange[] = [
      ...former
        .filter((group) => group.id !== id)
        .map((group) => ({ part: 'groups' as const, id: group.id, before: before(group), after: null })),
      ...former
        .filter((group) => group.id === id)
        .map((group) => ({ part: 'groups' as const, id, before: before(group), after: fields })),
      ...(fields !== null && former.every((group) => group.id !== id)
        ? [{ part: 'groups' as const, id, before: null, after: fields }]
        : []),
    ]
    if (rows.length === 0) return null
    const action = binding === null ? 'unbind-group' : 'bind-group'
    return { id: messageKey, at, by: access.actor, action, text: said, rows }
  })
