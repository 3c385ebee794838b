import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDays, type Task } from '../../src/domain/index.ts'
import { createCalendar } from '../../src/reminders/calendar.ts'
import { dueReminders, type Reminder } from '../../src/reminders/due-reminders.ts'
import { buildRoster } from '../../src/reminders/roster.ts'
import type { Setting } from '../../src/reminders/settings.ts'
import { due, ENABLED, group, ledger, milestone, person, settings, task } from './samples.ts'

interface Given {
  tasks?: Task[]
  wishes?: (Setting | [Setting, string])[]
  sent?: readonly string[]
  verification?: 'open'
  groups?: ReturnType<typeof group>[]
  people?: ReturnType<typeof person>[]
}

const dueAt = (now: string, given: Given = {}): Reminder[] => {
  const { tasks = [task()], wishes = [], sent = [], verification = 'none', groups = [], people = [person()] } = given
  const calendar = createCalendar()
  const today = now.slice(0, 10)
  const roster = buildRoster({
    ledgers: [ledger({ verification })],
    people,
    groups,
    settings: settings(ENABLED, ...wishes),
    calendar,
    today,
    namesOf: (unit) => [unit],
    asIfSince: today,
  })
  return dueReminders({ tasks, roster, calendar, sent: new Set(sent) }, new Date(`${now}:00+08:00`))
}

const stages = (reminders: readonly Reminder[]): string[] => reminders.map(({ stage, date }) => `${date} ${stage}`)

describe('what is owed', () => {
  test('has a key of task, milestone, stage, date and recipient', () => {
    expect(dueAt('2020-12-16T08:30').map(({ key }) => key)).toEqual(['t1/0/due-in-15/2020-12-16/slack:U1'])
  })

  test('is owed from the hour of sending on', () => {
    expect(dueAt('2020-12-16T08:29')).toEqual([])
    expect(dueAt('2020-12-16T18:00')).toHaveLength(1)
  })

  test('stays owed until it is sent, for as many days as the policy says', () => {
    const [reminder] = dueAt('2020-12-16T09:00')
    expect(stages(dueAt('2020-12-24T09:00'))).toEqual(['2020-12-16 due-in-15'])
    expect(dueAt('2020-12-24T09:00', { sent: [reminder?.key ?? ''] })).toEqual([])
    expect(stages(dueAt('2020-12-31T09:00'))).toEqual(['2020-12-28 due-in-3wd', '2020-12-31 due-today'])
  })

  test('is nothing from before the reminders were enabled, or the person was bound', () => {
    const late: [Setting, string] = [ENABLED, '2020-12-20T01:00:00.000Z']
    const off: Setting = { what: 'ledger', ledger: 'river', on: false }
    expect(dueAt('2020-12-21T09:00', { wishes: [off, late] })).toEqual([])
    expect(dueAt('2020-12-21T09:00', { people: [person({ since: '2020-12-20T01:00:00.000Z' })] })).toEqual([])
  })
})

describe('nobody is nagged about', () => {
  const at = '2020-12-28T09:00'
  const only = (part: Partial<Task>): string[] =>
    stages(dueAt(at, { tasks: [task(part)] })).filter((mark) => mark > '2020-12-28')

  test.each<[string, Partial<Task>]>([
    ['what is done', { status: 'done' }],
    ['what is closed', { status: 'closed' }],
    ['what is suspended', { status: 'suspended' }],
    ['what waits for review', { status: 'pending-review' }],
    ['a milestone that is done', { milestones: [due('2020-12-31', { done: '2020-12-01' })] }],
    [
      'a milestone whose extension is asked for',
      {
        request: {
          kind: 'extension',
          at: '2020-12-10T01:00:00.000Z',
          by: '甲',
          from: 'slack:U1',
          text: '',
          milestones: [0],
          receipt: '1210-01',
        },
      },
    ],
    [
      'what was reported on in the last days',
      {
        reports: [{ at: '2020-12-24T01:00:00.000Z', by: '甲', text: '正在验收', progress: 80, status: 'in-progress' }],
      },
    ],
  ])('%s', (_, part) => {
    expect(only({})).toHaveLength(1)
    expect(only(part)).toEqual([])
  })

  test('a decision of the 督查室 is no report of the unit', () => {
    const reports = [{ at: '2020-12-24T01:00:00.000Z', by: '督查室', text: '不同意延期', progress: null, status: null }]
    expect(only({ reports })).toHaveLength(1)
  })

  test('the day itself is told even after a report', () => {
    const reports = [{ at: '2020-12-30T01:00:00.000Z', by: '甲', text: '正在验收', progress: 80, status: null }]
    expect(stages(dueAt('2020-12-31T09:00', { tasks: [task({ reports })] }))).toEqual(['2020-12-31 due-today'])
  })

  test('what had passed at import, before somebody has said whether it is done', () => {
    const tasks = [task({ milestones: [due('2019-12-31')] })]
    expect(dueAt('2020-01-09T09:00', { tasks, verification: 'open' })).toEqual([])
    expect(stages(dueAt('2020-01-09T09:00', { tasks }))).toEqual([
      '2020-01-02 overdue-1wd',
      '2020-01-09 overdue-weekly',
    ])
  })

  test('an occurrence that its completion covers', () => {
    const yearly = milestone({ recurs: 'yearly', due: 'XXXX-03-31', done: '2020-03-20' })
    expect(dueAt('2020-04-08T09:00', { tasks: [task({ milestones: [yearly], status: 'done' })] })).toEqual([])
    expect(stages(dueAt('2021-03-16T09:00', { tasks: [task({ milestones: [yearly], status: 'done' })] }))).toEqual([
      '2021-03-16 due-in-15',
    ])
  })

  test('an occurrence that had passed at import', () => {
    const yearly = milestone({ recurs: 'yearly', due: 'XXXX-03-31' })
    const tasks = [task({ milestones: [yearly], importedOn: '2020-04-02' })]
    expect(dueAt('2020-04-08T09:00', { tasks })).toEqual([])
  })
})

describe('wishes', () => {
  const snooze = (tasks: string[] | null, until: string | null, at = '2020-12-15T01:00:00.000Z'): [Setting, string] => [
    { what: 'snooze', whom: 'slack:U1', tasks, until },
    at,
  ]

  test('what is put off comes back on the first working day after it, once', () => {
    const wishes = [snooze(['t1'], '2020-12-18')]
    expect(dueAt('2020-12-16T09:00', { wishes })).toEqual([])
    expect(dueAt('2020-12-20T09:00', { wishes }).map(({ stage }) => stage)).toEqual(['due-in-15'])
    const back = dueAt('2020-12-22T09:00', { wishes })
    expect(stages(back)).toEqual(['2020-12-16 due-in-15', '2020-12-21 resumed'])
    expect(back.every(({ deferred }) => deferred)).toBe(true)
    const sent = back.map(({ key }) => key)
    expect(dueAt('2020-12-22T09:00', { wishes, sent })).toEqual([])
    expect(dueAt('2020-12-23T09:00', { wishes, sent })).toEqual([])
    expect(dueAt('2020-12-16T09:00', { wishes: [snooze(['t2'], '2020-12-18')] })).toHaveLength(1)
  })

  test('for good, and taken back', () => {
    const forGood = snooze(null, null)
    expect(dueAt('2020-12-28T09:00', { wishes: [forGood] })).toEqual([])
    const back = snooze(null, '2020-12-19', '2020-12-20T01:00:00.000Z')
    expect(stages(dueAt('2020-12-28T09:00', { wishes: [forGood, back] }))).toContain('2020-12-28 due-in-3wd')
  })

  test('a lead of one’s own comes beside the others', () => {
    const wishes: Setting[] = [{ what: 'lead', whom: 'slack:U1', lead: '7d', on: true }]
    expect(stages(dueAt('2020-12-24T09:00', { wishes })).at(-1)).toBe('2020-12-24 due-in-7')
    expect(stages(dueAt('2020-12-28T09:00', { wishes })).at(-1)).toBe('2020-12-28 due-in-3wd')
  })

  test('nothing on a weekend that is worked', () => {
    // Sunday 27 September 2020 was worked; three working days before 30 September
    const tasks = [task({ milestones: [due('2020-09-30')] })]
    expect(stages(dueAt('2020-09-27T09:00', { tasks }))).toContain('2020-09-27 due-in-3wd')
    const wishes: Setting[] = [{ what: 'weekends', whom: 'slack:U1', on: false }]
    expect(stages(dueAt('2020-09-25T09:00', { tasks, wishes }))).toContain('2020-09-25 due-in-3wd')
  })

  test('the rules of a ledger', () => {
    const wishes: Setting[] = [{ what: 'policy', ledger: 'river', policy: { before: ['30d'], after: null } }]
    expect(stages(dueAt('2020-12-01T09:00', { wishes }))).toEqual(['2020-12-01 due-in-30'])
    expect(dueAt('2020-12-31T09:00', { wishes })).toEqual([])
  })
})

describe('recipients', () => {
  const to = (given: Given, now = '2020-12-16T09:00'): string[] =>
    dueAt(now, given).map(
      ({ recipient }) => `${recipient.kind} ${recipient.id}${recipient.to === recipient.id ? '' : `→${recipient.to}`}`,
    )

  test('the liaison of the unit that leads; the unit by its name where nobody is bound', () => {
    expect(to({})).toEqual(['person slack:U1'])
    expect(to({ people: [] })).toEqual(['unit 市水务局'])
    expect(to({ people: [person({ state: 'asked' })] })).toEqual(['unit 市水务局'])
    expect(to({ people: [person({ role: 'leader' })] })).toEqual(['unit 市水务局'])
  })

  test('a member whom the ledger names for the task', () => {
    const member = person({ id: 'slack:U2', name: '承办人乙', role: 'member' })
    const contacts = [{ role: '承办人', name: '承办人乙', office: null, phone: null }]
    expect(to({ people: [person(), member], tasks: [task({ contacts })] })).toEqual([
      'person slack:U1',
      'person slack:U2',
    ])
    expect(to({ people: [person(), member] })).toEqual(['person slack:U1'])
  })

  test('cooperating units only where the ledger asks for it', () => {
    const helper = person({ id: 'slack:U2', units: ['市财政局'] })
    const given = { people: [person(), helper], tasks: [task({ cooperating: ['市财政局'] })] }
    expect(to(given)).toEqual(['person slack:U1'])
    const wishes: Setting[] = [{ what: 'policy', ledger: null, policy: { cooperating: true } }]
    expect(to({ ...given, wishes })).toEqual(['person slack:U1', 'person slack:U2'])
  })

  test('whoever stands in gets it, and nothing twice once they do not any more', () => {
    const deputies = [{ person: 'slack:U2', from: '2020-12-14', until: '2020-12-18' }]
    const given = { people: [person({ deputies }), person({ id: 'slack:U2', units: ['市财政局'] })] }
    expect(to(given)).toEqual(['person slack:U1→slack:U2'])
    const [reminder] = dueAt('2020-12-16T09:00', given)
    expect(dueAt('2020-12-21T09:00', { ...given, sent: [reminder?.key ?? ''] })).toEqual([])
  })

  test('the group of the ledger, but not of what is late', () => {
    expect(to({ groups: [group()] })).toEqual(['person slack:U1', 'group slack:C1'])
    expect(to({ groups: [group({ ledgers: ['other'] })] })).toEqual(['person slack:U1'])
    expect(to({ groups: [group({ until: '2020-12-01' })] })).toEqual(['person slack:U1'])
    const late = dueAt('2021-01-04T09:00', { groups: [group()] }).filter(({ stage }) => stage === 'overdue-1wd')
    expect(late.map(({ recipient }) => recipient.kind)).toEqual(['person'])
  })
})

test('whatever is sent when, day by day: each reminder once, none lost but those too old', () => {
  const days = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 30 })
  const tasks = ['2020-06-30', '2020-07-04', '2020-08-31'].map((day, n) =>
    task({ no: String(n + 1), milestones: [due(day)] }),
  )
  fc.assert(
    fc.property(days, (gaps) => {
      const sent: string[] = []
      let day = '2020-06-01'
      for (const gap of gaps) {
        day = addDays(day, gap)
        const owed = dueAt(`${day}T09:00`, { tasks, sent })
        for (const { key, date } of owed) {
          expect(date <= day && date >= addDays(day, -14)).toBe(true)
          sent.push(key)
        }
      }
      expect(new Set(sent).size).toBe(sent.length)
      // no gap is longer than the days within which it is caught up, so that nothing of them is lost
      const all = new Set<string>()
      for (let at = '2020-06-01'; at <= day; at = addDays(at, 1))
        for (const { key } of dueAt(`${at}T09:00`, { tasks })) all.add(key)
      const began = sent.length === 0 ? 0 : [...all].filter((key) => key.slice(-21, -11) >= '2020-06-01').length
      expect(sent.length).toBe(began)
    }),
    { numRuns: 25 },
  )
})
