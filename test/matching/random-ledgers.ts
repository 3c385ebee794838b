import fc from 'fast-check'
import type { Milestone, Task } from '../../src/domain/index.ts'
import type { Query } from '../../src/matching/query.ts'
import type { TopicWords } from '../../src/matching/reading.ts'
import type { Snapshot } from '../../src/store/store.ts'

// Small ledgers with few different values, so that random questions meet random tasks.

export const TODAY = '2021-03-10'
const UNITS = ['市教育局', '市财政局', '市水务局', '城东区政府']
const LEDGERS = ['a', 'b', 'c']
const PEOPLE = ['王五', '赵六', '综合科']
const NUMBERS = ['1', '2', '3', '12', '（一）1', '（一）2', '五(一)1', '五（二）2', '三、', '']
const WORDS = [
  '燃气',
  '管网',
  '普惠性',
  '幼儿园',
  '柴油货车',
  '推进',
  '建设',
  '排查',
  'ABC',
  '５g',
  '。',
  '；',
  '，',
  ' ',
]
const ASKED = [
  '燃气',
  '管网',
  '普惠性幼儿园',
  '幼儿园',
  '柴油车',
  '推进',
  '建设',
  '燃气管网',
  '无人机',
  'abc',
  '园推',
  '货',
]

const anyDay = fc
  .tuple(
    fc.constantFrom(2020, 2021, 2022),
    fc.constantFrom('01-31', '02-28', '03-09', '03-10', '03-17', '03-18', '12-31'),
  )
  .map(([year, date]) => `${year}-${date}`)
const yearless = fc.constantFrom('XXXX-02-29', 'XXXX-03-09', 'XXXX-03-10', 'XXXX-12-31')
const absent = fc.constant(undefined)

export const milestones: fc.Arbitrary<Milestone> = fc
  .record({
    due: fc.oneof(fc.constant(null), anyDay, anyDay, yearless),
    recurs: fc.constantFrom(null, null, 'yearly', 'quarterly', 'monthly', 'weekly', 'workday', 'daily' as const),
    ongoing: fc.boolean(),
    done: fc.oneof(absent, absent, anyDay),
    until: fc.oneof(absent, absent, anyDay),
    anchor: fc.oneof(absent, anyDay),
    what: fc.constantFrom(null, '报送总结'),
  })
  // only a yearly recurrence, or a single date, may leave its year open
  .map(({ due, recurs, done, until, anchor, ...rest }) => ({
    ...rest,
    due: due?.startsWith('X') && recurs !== null && recurs !== 'yearly' ? null : due,
    start: null,
    recurs,
    ...(done === undefined ? {} : { done }),
    ...(until === undefined ? {} : { until }),
    ...(anchor === undefined ? {} : { anchor }),
  }))

const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }).map((words) => words.join(''))
const some = (values: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...values), { maxLength }).map((list) => [...new Set(list)])

export const tasks: fc.Arbitrary<Task> = fc
  .record({
    ledgerId: fc.constantFrom(...LEDGERS),
    no: fc.constantFrom(...NUMBERS),
    title: fc.option(text),
    path: fc.array(text, { maxLength: 2 }),
    content: text,
    timing: fc.constantFrom('', '持续推进建设', '2021年底前'),
    lead: some(UNITS, 2),
    cooperating: some(UNITS, 2),
    milestones: fc.array(milestones, { maxLength: 3 }),
    people: some(PEOPLE, 2),
    status: fc.constantFrom('not-started', 'in-progress', 'done', 'closed', 'suspended' as const),
    importedOn: anyDay,
  })
  .map(({ people, ...rest }) => ({
    ...rest,
    id: '',
    contacts: people.map((name) => ({ role: '承办人', name, office: name === '赵六' ? '综合科' : null, phone: null })),
    source: { file: 'f', row: 1 },
    doubts: [],
    progress: 0,
    extensions: 0,
    reports: [],
  }))

export const snapshots: fc.Arbitrary<Snapshot> = fc
  .tuple(fc.array(tasks, { maxLength: 14 }), fc.constantFrom(...LEDGERS, 'none'))
  .map(([list, archived]) => ({
    ledgers: LEDGERS.map((id) => ({
      id,
      name: id,
      short: id,
      year: 2021,
      file: id,
      importedAt: '',
      archived: id === archived,
      openness: 'internal' as const,
      verification: 'none' as const,
    })),
    tasks: list
      .toSorted((a, b) => a.ledgerId.localeCompare(b.ledgerId))
      .map((task, place) => ({ ...task, id: `t${place}`, extensions: place % 3 })),
    groups: [],
    people: [],
  }))

export const topics: fc.Arbitrary<TopicWords> = fc
  .array(fc.record({ text: fc.constantFrom(...ASKED), slight: fc.boolean() }), { minLength: 1, maxLength: 3 })
  .map((words) => ({ words, text: words.map((word) => word.text).join('') }))

export const references = fc.record({
  parts: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
  bare: fc.constant(false),
  weak: fc.constant(false),
  span: fc.constant<[number, number]>([0, 0]),
})
const ranges = references.chain((reference) =>
  fc.integer({ min: 0, max: 13 }).map((to) => ({ ...reference, parts: reference.parts.slice(0, 1), to })),
)

/** Empty most of the time: a query rarely has every filter. */
const few = <T>(value: fc.Arbitrary<T>, maxLength = 2): fc.Arbitrary<T[]> =>
  fc.oneof(fc.constant<T[]>([]), fc.constant<T[]>([]), fc.array(value, { minLength: 1, maxLength }))

export const queries: fc.Arbitrary<Query> = fc.record({
  units: few(
    fc.record({
      names: fc.subarray(UNITS, { minLength: 1, maxLength: 2 }),
      label: fc.constant(''),
      role: fc.constantFrom('any', 'lead', 'cooperating' as const),
      negated: fc.constantFrom(false, false, true),
    }),
  ),
  unitsJoin: fc.constantFrom('any', 'all' as const),
  unitCounts: few(
    fc.record({
      role: fc.constantFrom('any', 'lead', 'cooperating' as const),
      least: fc.integer({ min: 0, max: 2 }),
      most: fc.constantFrom(0, 1, 2, Number.POSITIVE_INFINITY),
      label: fc.constant(''),
    }),
  ),
  parts: few(fc.integer({ min: 1, max: 3 })),
  periods: few(fc.record({ from: fc.option(anyDay), to: fc.option(anyDay), label: fc.constant('') })),
  statuses: few(
    fc.oneof(
      fc.record({
        status: fc.constantFrom(
          'overdue',
          'due-soon',
          'ongoing',
          'recurring',
          'done',
          'not-done',
          'under-review',
          'extended',
          'suspended' as const,
        ),
        negated: fc.boolean(),
      }),
      fc.record({
        status: fc.constant('recurring' as const),
        negated: fc.boolean(),
        every: fc.constantFrom('yearly', 'monthly' as const),
      }),
    ),
  ),
  numbers: few(fc.oneof(references, ranges)),
  topic: fc.oneof(fc.constant(null), fc.constant(null), topics),
  people: few(fc.constantFrom(...PEOPLE)),
  ledgers: few(fc.constantFrom(...LEDGERS)),
  within: fc.oneof(fc.constant(null), fc.constant(null), fc.array(fc.integer({ min: 0, max: 15 }).map((n) => `t${n}`))),
})
