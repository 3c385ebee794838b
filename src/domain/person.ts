import type { Day } from './day.ts'

/**
 * 管理员（督查室）, 单位领导, 联络员, 成员. Everybody else is a guest.
 */
export type Role = 'administrator' | 'leader' | 'liaison' | 'member'

/** 我出差，这两周找联络员乙代. */
export interface Deputy {
  /** Id of the person who stands in. */
  person: string
  from: Day
  until: Day
}

/** Somebody whom an administrator has bound to units, or who has asked for it. */
export interface Person {
  /** `channel:id` of the platform. */
  id: string
  /** As the person gave it: 联络员甲. */
  name: string
  role: Role
  /** Names of the units as the ledgers write them; empty for administrators. */
  units: readonly string[]
  state: 'asked' | 'active' | 'disabled'
  /** ISO 8601: when the binding was asked for. */
  since: string
  deputies: readonly Deputy[]
}
