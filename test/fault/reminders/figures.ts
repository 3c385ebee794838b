import { type Figure, figure } from '../figures.ts'
import { isSound, yearOfKills } from './year-of-kills.ts'

const YEAR = { tasks: 10_000, recipients: 300, from: '2020-01-01', to: '2020-12-31' }

/** A year of reminders, the process that sends them killed 200 times, one channel failing for two days. */
export const reminderFigures: readonly Figure[] = [
  figure('reminder-year', (dir, pick) => yearOfKills(dir, YEAR, { kills: 200, between: 540 }, pick), isSound),
]
