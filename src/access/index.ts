export { ACTIONS, type Action, may, PERMISSIONS, type Rank, type Scope, scopeOf } from './permissions.ts'
export { type Standing, standingOf } from './standing.ts'
