import type { Conversation } from '../adapter.ts'
import type { Person } from '../domain/index.ts'
import type { Message } from '../reply.ts'
import type { Mailroom } from './mailroom.ts'

/** Everybody who decides: those of the configuration and those bound as administrators. */
export const ADMINISTRATORS = 'administrators'

/** The direct conversation with a person, `channel:id`. */
const directWith = (person: string): Conversation => {
  const [adapter = '', ...id] = person.split(':')
  return { adapter, id: id.join(':'), kind: 'direct' }
}

export interface NoticeParts {
  push: Mailroom['push']
  /** First administrators, `channel:id`. */
  admins: readonly string[]
  people: () => readonly Person[]
  /** Names of the channels that there are: nobody else can be reached. */
  channels: ReadonlySet<string>
}

/**
 * Tells a person, or every administrator, something that nobody has asked for. Resolves once it is on its way; whom no
 * channel reaches is told nothing.
 * @param key what has the same key goes to the same person once
 */
export const createNotify =
  ({ push, admins, people, channels }: NoticeParts) =>
  async (whom: string, message: Message, key: string): Promise<void> => {
    const bound = people().filter(({ role, state }) => role === 'administrator' && state === 'active')
    const wanted = whom === ADMINISTRATORS ? [...new Set([...admins, ...bound.map(({ id }) => id)])] : [whom]
    const reached = wanted
      .map((person) => ({ person, to: directWith(person) }))
      .filter(({ to }) => channels.has(to.adapter))
    await Promise.all(reached.map(({ person, to }) => push(to, message, `${key} ${person}`)))
  }

/** What is said to somebody new, and to the administrators of them. What they call themselves proves nothing. */
export const createWelcome =
  (notify: ReturnType<typeof createNotify>) =>
  async (person: string, name: string): Promise<void> => {
    const key = `welcome/${person}`
    await notify(person, { text: '您好，我是督办助手。请先绑定单位，回复：我是某单位联络员某某。' }, key)
    const called = name === '' ? '' : `（自称“${name}”）`
    await notify(ADMINISTRATORS, { text: `新好友已通过：${person}${called}。其本人绑定单位后，会另行报您审核。` }, key)
  }
