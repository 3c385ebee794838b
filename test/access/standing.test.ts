import { describe, expect, test } from '@jest/globals'
import { standingOf } from '../../src/access/standing.ts'
import type { Incoming } from '../../src/adapter.ts'
import type { Person } from '../../src/domain/index.ts'

const person = (id: string, change: Partial<Person> = {}): Person => ({
  id,
  name: '联络员甲',
  role: 'liaison',
  units: ['省医保局'],
  state: 'active',
  since: '2020-01-01T00:00:00Z',
  deputies: [],
  ...change,
})

const from = (id: string | null, change: Partial<Incoming> = {}) => ({
  sender: id === null ? null : { id, name: '昵称' },
  conversation: { adapter: 'slack', id: 'D1', kind: 'direct' as const },
  ...change,
})

const TODAY = '2020-01-06'
const of = (origin: ReturnType<typeof from>, people: Person[] = [], admins: string[] = []) =>
  standingOf(origin, people, new Set(admins), TODAY)

describe('a sender is', () => {
  test('the administrator at the terminal, and nowhere else without an id', () => {
    const terminal = { conversation: { adapter: 'terminal', id: 'local', kind: 'direct' as const } }
    expect(of(from(null, terminal)).rank).toBe('administrator')
    expect(of(from(null)).rank).toBe('guest')
  })

  test('an administrator where the configuration says so, on that channel', () => {
    expect(of(from('U1'), [], ['slack:U1']).rank).toBe('administrator')
    expect(of(from('U1'), [], ['wechat:U1']).rank).toBe('guest')
  })

  test('what the binding says', () => {
    const standing = of(from('U1'), [person('slack:U1')])
    expect(standing).toMatchObject({
      rank: 'liaison',
      units: ['省医保局'],
      actor: { id: 'slack:U1', name: '联络员甲' },
    })
  })

  test.each<[string, Person]>([
    ['waits', person('slack:U1', { state: 'asked' })],
    ['has been ended', person('slack:U1', { state: 'disabled' })],
    ['is of another channel', person('wechat:U1')],
  ])('a guest where the binding %s', (_, bound) => {
    expect(of(from('U1'), [bound])).toMatchObject({ rank: 'guest', units: [] })
  })

  test('a guest where the platform cannot vouch for the id', () => {
    expect(of(from('U1', { unverified: true }), [person('slack:U1')], ['slack:U1']).rank).toBe('guest')
  })

  test('no administrator any more once disabled', () => {
    expect(of(from('U1'), [person('slack:U1', { state: 'disabled' })], ['slack:U1']).rank).toBe('guest')
  })

  test('a liaison for those who have named a deputy, on these days only', () => {
    const away = (from: string, until: string) =>
      person('slack:U9', {
        deputies: [{ person: 'slack:U1', from: from as '2020-01-06', until: until as '2020-01-06' }],
      })
    expect(of(from('U1'), [away('2020-01-06', '2020-01-19')])).toMatchObject({ rank: 'liaison', units: ['省医保局'] })
    expect(of(from('U1'), [away('2020-01-07', '2020-01-19')])).toMatchObject({ rank: 'guest', units: [] })
    expect(of(from('U1'), [away('2019-12-01', '2020-01-05')])).toMatchObject({ rank: 'guest', units: [] })
  })
})
