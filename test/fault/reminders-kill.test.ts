import { expect, test } from '@jest/globals'
import { dataFolder } from '../store/data-folder.ts'
import { seeded } from './random.ts'
import { yearOfKills } from './reminders/year-of-kills.ts'

test('whoever is owed a reminder gets it, once and in working hours, however often the sender is killed', async () => {
  const year = { tasks: 120, recipients: 8, from: '2020-01-01', to: '2020-03-20' }
  const counts = await yearOfKills(await dataFolder(), year, { kills: 8, between: 120 }, seeded(5))
  expect(counts).toMatchObject({ lost: 0, digestsLost: 0, twiceKnown: 0, untimely: 0, disordered: 0 })
  expect(counts.twice).toBeLessThanOrEqual(counts.kills)
  expect(counts.owed).toBeGreaterThan(100)
  expect(counts.digests).toBeGreaterThan(30)
}, 120_000)
