import { expect, test } from '@jest/globals'
import { KILL_POINTS } from '../helpers/stopping-ports.ts'
import { dataFolder } from '../store/data-folder.ts'
import { seeded } from './random.ts'
import { slackKills } from './slack/kills.ts'

test.each(KILL_POINTS)(
  'killed %s: nothing acknowledged is lost, nothing is posted twice that can be looked up',
  async (point) => {
    const counts = await slackKills(point, await dataFolder(), 3, seeded(6))
    expect(counts).toMatchObject({ kills: 3, lost: 0, doubledThoughFindable: 0 })
    expect(counts.acknowledged).toBeGreaterThan(18)
    // what is shown to one person alone cannot be looked up
    expect(counts.doubled).toBeLessThanOrEqual(point === 'after-post' || point === 'before-mark' ? 3 : 0)
  },
  120_000,
)
