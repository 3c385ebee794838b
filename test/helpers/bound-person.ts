import type { Person } from '../../src/domain/index.ts'

/** The active liaison of a unit on Slack, who is called as the id is; another `role` or `state` where it is given. */
export const boundPerson = (id: string, unit: string, more: Partial<Person> = {}): Person => ({
  id: `slack:${id}`,
  name: id,
  role: 'liaison',
  units: [unit],
  state: 'active',
  since: '2020-01-01T00:00:00.000Z',
  deputies: [],
  ...more,
})
