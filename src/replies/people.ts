import type { Person, Role } from '../domain/index.ts'

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  administrator: '管理员',
  leader: '单位领导',
  liaison: '联络员',
  member: '成员',
}

/** 省医保局 联络员 联络员甲. */
export const personLabel = ({ units, role, name }: Person): string =>
  [units.join('、'), ROLE_NAMES[role], name].filter((word) => word !== '').join(' ')
