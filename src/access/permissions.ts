import type { Role, Task } from '../domain/index.ts'

/** Whoever is not bound to a unit is a guest. */
export type Rank = Role | 'guest'

/** What can be done, each named in the README's table of roles. */
export const ACTIONS = {
  ask: '查询任务',
  words: '看进展报送的原文',
  phones: '看联系电话全号（私聊）',
  report: '报送进展、申请办结和延期',
  behalf: '代其他单位报送',
  approve: '审核办结、延期和绑定',
  edit: '新增任务、改时限和责任单位',
  late: '在群里看其他单位的逾期清单',
  nudge: '催办',
  manage: '导入台账、绑定群、教说法、核实时限',
  history: '看变更记录',
} as const

export type Action = keyof typeof ACTIONS

/**
 * For which tasks: `lead` those that one's units lead, `own` those they lead or cooperate in, `public` those of 公开
 * ledgers.
 */
export type Scope = 'none' | 'public' | 'lead' | 'own' | 'any'

/** Who may do what. What does not stand here is refused. */
export const PERMISSIONS: Readonly<Record<Rank, Readonly<Partial<Record<Action, Scope>>>>> = {
  administrator: {
    ask: 'any',
    words: 'any',
    phones: 'any',
    report: 'any',
    behalf: 'any',
    approve: 'any',
    edit: 'any',
    late: 'any',
    nudge: 'any',
    manage: 'any',
    history: 'any',
  },
  leader: { ask: 'any', words: 'any', phones: 'own', report: 'lead', late: 'any', history: 'own' },
  liaison: { ask: 'any', words: 'own', phones: 'own', report: 'lead', history: 'own' },
  member: { ask: 'any', words: 'own' },
  guest: { ask: 'public' },
}

export const scopeOf = (rank: Rank, action: Action): Scope => PERMISSIONS[rank][action] ?? 'none'

/** The names under which somebody's units stand in the ledgers, collectives that cover them included. */
export type UnitNames = ReadonlySet<string>

const holds = (names: readonly string[], units: UnitNames): boolean => names.some((name) => units.has(name))

/** Whether somebody may do something with a task. */
export const may = (
  { rank, units }: { rank: Rank; units: UnitNames },
  action: Action,
  task: Pick<Task, 'lead' | 'cooperating'>,
  isPublic: boolean,
): boolean => {
  switch (scopeOf(rank, action)) {
    case 'any':
      return true
    case 'own':
      return holds(task.lead, units) || holds(task.cooperating, units)
    case 'lead':
      return holds(task.lead, units)
    case 'public':
      return isPublic
    default:
      return false
  }
}
