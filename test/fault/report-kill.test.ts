import { expect, test } from '@jest/globals'
import { dataFolder } from '../store/data-folder.ts'
import { seeded } from './random.ts'
import { isSound, reportKills } from './reports/report-kills.ts'

test('a report that is acknowledged survives any kill, once, and the audit trail agrees with the state', async () => {
  const counts = await reportKills(await dataFolder(), 6, seeded(11))
  expect({ ...counts, sound: isSound(counts) }).toMatchObject({
    kills: 6,
    lost: 0,
    twice: 0,
    disagreeing: 0,
    sound: true,
  })
}, 60_000)
