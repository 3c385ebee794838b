import type { GroupBinding } from '../../src/domain/index.ts'

/** The group of `{ adapter: 'slack', group: true }`, bound to all ledgers and everything in them. */
export const boundGroup = (more: Partial<GroupBinding> = {}): GroupBinding => ({
  id: 'slack:one',
  adapter: 'slack',
  conversation: 'one',
  ledgers: [],
  carries: 'internal',
  purpose: null,
  owner: null,
  boundAt: '2020-01-01T00:00:00.000Z',
  until: null,
  ...more,
})
