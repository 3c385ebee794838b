import { type Change, isInHand, type Person } from '../src/domain/index.ts'
import { defineIntent, type IntentContext } from '../src/intent.ts'
import { namesOfUnit } from '../src/matching/unit-names.ts'
import { deputyPeriod } from '../src/people/deputy-period.ts'
import { areOne, findPeople } from '../src/people/find-person.ts'
import { whyNoDeputy, withDeputy, withoutDeputies, withRole, withState } from '../src/people/manage.ts'
import type { Management } from '../src/people/read-management.ts'
import { choiceText } from '../src/replies/choices.ts'
import { fullDay } from '../src/replies/dates.ts'
import { personLabel, ROLE_NAMES } from '../src/replies/people.ts'
import type { Reply } from '../src/reply.ts'

type Answer = Partial<Reply> | Promise<Partial<Reply>>

/** Ends access, changes roles, names deputies, lists who is bound. */
export const managePeople = defineIntent({
  name: 'manage-people',
  summary: '代理、停用、改身份、看绑定名单',
  examples: ['停用联络员甲', '联络员甲下周出差，由联络员乙代', '把联络员乙设为单位领导', '绑定名单'],
  asks: ['manage-people'],
  aboutTasks: false,
  run: (context) => {
    const { management, access } = context
    if (management === null) return { text: '请这样说：停用联络员甲；联络员甲出差，这两周由联络员乙代。' }
    if (!access.administrator)
      return {
        text:
          management.kind === 'list'
            ? '绑定名单由督查室查看，您没有权限。'
            : '停用、改身份和替他人安排代理由督查室办理，您没有权限。',
      }
    return carry(management, context)
  },
  choose: (value, context) => {
    const choice = JSON.parse(value) as Choice
    if (choice === null) return { text: '没有改动。' }
    if (!context.access.administrator) return { text: '这项操作由督查室办理，您没有权限。' }
    return 'ids' in choice ? change(choice, context) : carry(choice.management, context, choice.only)
  },
})

/** What is chosen: one of several people, or that it is to be done; null where it is not. JSON. */
type Choice =
  | null
  | { management: Management; only: readonly string[] }
  | { ids: readonly string[]; management: Management }

const carry = (management: Management, context: IntentContext, only?: readonly string[]): Answer => {
  switch (management.kind) {
    case 'list':
      return list(context)
    case 'deputy':
      return deputise(management, context)
    case 'return':
      return comeBack(management, context)
    default: {
      const { people } = context.store.snapshot()
      const found =
        only === undefined ? findPeople(management.who, people) : people.filter(({ id }) => only.includes(id))
      if (found.length === 0) return { text: `没有找到绑定人员“${management.who}”，没有改动。回复 绑定名单 查看。` }
      return areOne(found) ? askFirst(management, found, context) : askWho(management, found, context)
    }
  }
}

const NAME = 'manage-people'
const encoded = (choice: Choice): string => JSON.stringify(choice)

const askWho = (management: Management, found: readonly Person[], { dialogue }: IntentContext): Partial<Reply> => {
  const labels = [...new Set(found.map(personLabel))]
  dialogue.pending = {
    need: 'identity',
    choices: labels.map((label) => ({
      label,
      value: encoded({ management, only: found.filter((one) => personLabel(one) === label).map(({ id }) => id) }),
    })),
    purpose: { kind: 'intent', name: NAME },
  }
  return { needs: 'identity', text: choiceText('指哪一位？', labels) }
}

const channelsOf = (people: readonly Person[]): string =>
  [...new Set(people.map(({ id }) => id.split(':')[0] ?? ''))].join('、')

const askFirst = (
  management: Extract<Management, { kind: 'disable' | 'enable' | 'role' }>,
  found: readonly Person[],
  { dialogue }: IntentContext,
): Partial<Reply> => {
  const [person] = found
  if (!person) return {}
  const what =
    management.kind === 'role'
      ? `${personLabel(person)} 的身份改为${ROLE_NAMES[management.role]}`
      : `${management.kind === 'disable' ? '停用' : '恢复'} ${personLabel(person)} 的全部权限（渠道：${channelsOf(found)}）`
  dialogue.pending = {
    need: 'confirmation',
    choices: [
      { label: '确认', value: encoded({ ids: found.map(({ id }) => id), management }) },
      { label: '取消', value: encoded(null) },
    ],
    purpose: { kind: 'intent', name: NAME },
  }
  return { needs: 'confirmation', text: `请核对：${what}。\n回复：确认、取消` }
}

const occasion = ({ messageKey, at, access }: IntentContext) => ({ id: messageKey, at, by: access.actor })

const change = async (
  { ids, management }: { ids: readonly string[]; management: Management },
  context: IntentContext,
): Promise<Partial<Reply>> => {
  const made: Change | null = await context.store.commit(({ people }) => {
    const meant = people.filter(({ id }) => ids.includes(id))
    if (management.kind === 'role') return withRole(meant, management.role, occasion(context))
    return withState(meant, management.kind === 'disable' ? 'disabled' : 'active', occasion(context))
  })
  if (made === null) return { text: '没有需要改动的内容。' }
  if (management.kind === 'disable') await told(ids, context)
  return {
    text: `已${management.kind === 'role' ? '改身份' : management.kind === 'disable' ? '停用，在所有渠道立即生效' : '恢复'}。`,
  }
}

/** What ends with somebody's access: their dialogues at once; and every administrator learns who has ended it. */
const told = async (ids: readonly string[], { store, access, endDialogues, notify }: IntentContext): Promise<void> => {
  endDialogues(ids)
  const meant = store.snapshot().people.filter(({ id }) => ids.includes(id))
  const [one] = meant
  if (one === undefined) return
  const { name, id } = access.actor
  const by = name ?? (id === null ? '督查室' : `督查室（${id}）`)
  await notify('administrators', {
    text: `已停用：${personLabel(one)}（渠道：${channelsOf(meant)}），由${by}办理，在所有渠道立即生效，不再向其发提醒。恢复请说：恢复${one.name}。`,
  })
}

const activeNamed = (who: string, { store }: IntentContext): Person[] =>
  findPeople(who, store.snapshot().people).filter(({ state }) => state === 'active')

const deputise = async (
  { who, deputy, period }: Extract<Management, { kind: 'deputy' }>,
  context: IntentContext,
): Promise<Partial<Reply>> => {
  const { store, today, notify } = context
  const own = activeNamed(who, context)
  if (own.length === 0 || !areOne(own)) return { text: `没有找到绑定人员“${who}”，或有多位，没有安排代理。` }
  const deputies = activeNamed(deputy, context)
  if (deputies.length === 0) return { text: `“${deputy}”还没有绑定，没有安排代理。请其先回复：我是某单位联络员某某。` }
  if (!areOne(deputies)) return { text: `“${deputy}”有多位，没有安排代理。请写明单位和姓名。` }
  if (deputies.some(({ id }) => own.some((one) => one.id === id))) return { text: '代理人是本人，没有安排代理。' }
  const between = deputyPeriod(period, today)
  if (between === null)
    return { needs: 'date', text: `没有写明代到哪一天，没有安排代理。请这样说：${who}出差，到下周五由${deputy}代。` }
  const why = whyNoDeputy(between, today)
  if (why !== null) return { needs: 'date', text: `${why}，没有安排代理。` }
  const ids = new Set(own.map(({ id }) => id))
  await store.commit(({ people }) =>
    withDeputy(
      people.filter(({ id }) => ids.has(id)),
      deputies,
      between,
      today,
      occasion(context),
    ),
  )
  const [one] = own
  const [stand] = deputies
  const span = `${fullDay(between.from)}至${fullDay(between.until)}`
  const told = `${one?.name ?? ''}（${one?.units.join('、') ?? ''}）的报送由${stand?.name ?? ''}代，${span}。`
  for (const { id } of deputies) await notify(id, { text: `请您代报：${told}` })
  await notify('administrators', { text: `代理安排：${told}` })
  return { text: `已安排：${told}到期自动结束。` }
}

const comeBack = async (
  { who }: Extract<Management, { kind: 'return' }>,
  context: IntentContext,
): Promise<Partial<Reply>> => {
  const ids = new Set(activeNamed(who, context).map(({ id }) => id))
  const made = await context.store.commit(({ people }) =>
    withoutDeputies(
      people.filter(({ id }) => ids.has(id)),
      occasion(context),
    ),
  )
  return { text: made === null ? '没有安排代理，没有改动。' : '代理已结束。' }
}

const STATES: Readonly<Record<Person['state'], string>> = { asked: '待审核', active: '有效', disabled: '已停用' }
const MOST = 30
const MOST_UNBOUND = 10

/** Lead units of which nobody is bound, in the ledgers' order. */
const unboundLeads = (people: readonly Person[], { index, today }: IntentContext): string => {
  const bound = new Set(
    people
      .filter(({ state }) => state === 'active')
      .flatMap(({ units }) => units.flatMap((unit) => namesOfUnit(unit, index.directory))),
  )
  const leads = index.countUnits(index.tasks.filter((task) => isInHand(task, today))).filter(({ lead }) => lead > 0)
  const unbound = leads.map(({ unit }) => unit).filter((unit) => !bound.has(unit))
  if (unbound.length === 0) return ''
  const more = unbound.length > MOST_UNBOUND ? `等${unbound.length}个单位` : ''
  return `尚无人绑定的牵头单位：${unbound.slice(0, MOST_UNBOUND).join('、')}${more}`
}

const list = (context: IntentContext): Partial<Reply> => {
  const { store, access, today } = context
  if (!access.alone) return { text: '绑定名单请私聊查看。' }
  const { people } = store.snapshot()
  const unbound = unboundLeads(people, context)
  const after = unbound === '' ? [] : [unbound]
  if (people.length === 0) return { text: ['还没有人绑定。', ...after].join('\n') }
  const lines = people.slice(0, MOST).map((person) => {
    const { id, state, deputies } = person
    const standIns = deputies
      .filter(({ until }) => until >= today)
      .map((deputy) => `${people.find((one) => one.id === deputy.person)?.name ?? deputy.person}代至${deputy.until}`)
    return `${personLabel(person)}　${id}　${STATES[state]}${standIns.length > 0 ? `（${standIns.join('、')}）` : ''}`
  })
  const rest = people.length > MOST ? [`另有${people.length - MOST}人`] : []
  return { text: [`绑定${people.length}人`, ...lines, ...rest, ...after].join('\n') }
}
