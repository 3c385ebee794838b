// Prints every message that a stretch of time would bring, as JSON: argv 2 and 3 are its first and last day. Run under
// several time zones, it must print the same.
import { walkMessages } from '../../../src/reminders/plan.ts'
import { due, ENABLED, ledger, milestone, person, settings, task } from '../../reminders/samples.ts'

const [from = '', to = ''] = process.argv.slice(2)
const milestones = [
  [due('2020-02-29')],
  [due('2020-12-31')],
  [due('2021-01-01')],
  [milestone({ recurs: 'monthly', anchor: '2020-01-31' })],
  [milestone({ recurs: 'yearly', due: 'XXXX-02-29' })],
  [milestone({ ongoing: true })],
]
const messages = walkMessages(
  {
    snapshot: {
      ledgers: [ledger()],
      tasks: milestones.map((own, n) => task({ id: `t${n}`, no: String(n + 1), milestones: own })),
      people: [person()],
      groups: [],
    },
    settings: settings(ENABLED),
    sent: new Set(),
    namesOf: (unit) => [unit],
    admins: [],
  },
  new Date(`${from}T00:00:00+08:00`),
  new Date(`${to}T23:59:00+08:00`),
)
process.stdout.write(
  `${JSON.stringify(messages.map(({ key, stage, tasks, text }) => ({ key, stage, tasks, text })))}\n`,
)
