import { describe, expect, test } from '@jest/globals'
import type { Mode } from '../helpers/slack-program.ts'
import { dataFolder } from '../store/data-folder.ts'
import { seeded } from './random.ts'
import { disconnects } from './slack/disconnects.ts'
import { lostResponses } from './slack/lost-responses.ts'
import { malformed } from './slack/malformed.ts'
import { rateLimits } from './slack/rate-limits.ts'
import { lostFirstDeliveries, repeatedEvents } from './slack/repeats.ts'

// the same in full: npm run fault

const TIMEOUT = 60_000

describe.each<Mode>(['http', 'socket'])('Slack over %s', (mode) => {
  test(
    'answers every message once, though each event is delivered three times in any order',
    async () => {
      const counts = await repeatedEvents(mode, await dataFolder(), 200, seeded(1))
      expect(counts).toMatchObject({ messages: 200, deliveries: 720, answered: 200, lost: 0, doubled: 0 })
    },
    TIMEOUT,
  )

  test(
    'answers what arrives by a repeat alone',
    async () => {
      const counts = await lostFirstDeliveries(mode, await dataFolder(), 100, seeded(2))
      expect(counts).toMatchObject({ messages: 100, answered: 100, lost: 0, doubled: 0 })
    },
    TIMEOUT,
  )

  test(
    'survives what is malformed, and hands on nothing of it',
    async () => {
      const counts = await malformed(mode, await dataFolder(), 300, seeded(3))
      expect(counts).toMatchObject({ sent: 300, wrong: 0, failed: 0, uncaught: 0, alive: true })
    },
    TIMEOUT,
  )
})

test(
  'posts every part once, though one response in five is lost',
  async () => {
    const counts = await lostResponses(await dataFolder(), 60, seeded(4))
    expect(counts).toMatchObject({ answered: 60, lost: 0, doubled: 0 })
    expect(counts.sends).toBeGreaterThan(60)
    expect(counts.responsesLost).toBeGreaterThan(5)
    expect(counts.lookedUp).toBeGreaterThanOrEqual(counts.responsesLost)
  },
  TIMEOUT,
)

test(
  'a conversation that is told to wait holds up no other, and keeps its own order',
  async () => {
    const counts = await rateLimits(await dataFolder(), 12, seeded(5))
    expect(counts).toMatchObject({ others: 108, othersAtOnce: 108, inOrder: true, tooEarly: 0, lost: 0, doubled: 0 })
    expect(counts.refused).toBeGreaterThan(1)
  },
  TIMEOUT,
)

test(
  'comes back after every disconnect, and loses nothing',
  async () => {
    const counts = await disconnects(await dataFolder(), 20)
    expect(counts).toEqual({ disconnects: 20, back: 20, answered: 100, lost: 0, doubled: 0 })
  },
  TIMEOUT,
)
