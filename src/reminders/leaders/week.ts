import type { Day, Person } from '../../domain/index.ts'
import type { Settings } from '../settings.ts'

/** Leaders for whom an administrator has subscribed, without those who want nothing at all on a day. */
export const subscribersOf = (
  people: readonly Person[],
  { weekly, snoozes }: Pick<Settings, 'weekly' | 'snoozes'>,
  today: Day,
): Person[] =>
  people.filter(
    ({ id, role, state }) =>
      role === 'leader' &&
      state === 'active' &&
      weekly.get(id) === true &&
      !snoozes
        .get(id)
        ?.some(({ tasks, from, until }) => tasks === null && from <= today && (until === null || today <= until)),
  )

/** Stages of the draft that administrators see, and of what leaders get. */
export const DRAFT = 'weekly-draft'
export const LEADERS = 'weekly-leaders'

export const draftKey = (day: Day, admin: string): string => `remind/${day}/${admin}/${DRAFT}`
export const leadersKey = (day: Day, leader: string): string => `remind/${day}/${leader}/${LEADERS}`

const ABOVE = '【待发送】每周情况，发给'
const BELOW = '核对无误请回复 发送；不发不必回复'

/** The draft around what leaders are to get, word for word. */
export const draftText = (text: string, leaders: readonly Person[]): string =>
  [`${ABOVE}${leaders.map(({ name }) => name).join('、')}`, text, BELOW].join('\n')

/** What leaders are to get, out of the draft. */
export const draftedText = (draft: string): string => draft.split('\n').slice(1, -1).join('\n')
