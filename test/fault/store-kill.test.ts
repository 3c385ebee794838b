import { expect, test } from '@jest/globals'
import { dataFolder } from '../store/data-folder.ts'
import { killRounds } from './kill-rounds.ts'
import { seeded } from './random.ts'

test('a writer killed at any moment loses nothing it has acknowledged and leaves a whole store', async () => {
  const counts = await killRounds(await dataFolder(), 15, seeded(7))
  expect(counts).toEqual({ rounds: 15, acknowledged: expect.any(Number), lost: 0, corrupt: 0 })
  expect(counts.acknowledged).toBeGreaterThan(15)
}, 60_000)
